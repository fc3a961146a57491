// Files are added to the row that is chosen, or to the form as a whole.
import { InboxOutlined } from '@ant-design/icons'
import { useId, useRef, useState } from 'react'
import { evidence } from '../../api/evidence.ts'
import type { FilingView } from '../../api/filings.ts'
import { type Item, itemsOf, type Method, methods } from '../../kernel/evidence/checklist.ts'
import { call } from '../call.ts'
import type { KeyOfRow } from '../editor/rows-moved.ts'
import { sentenceOf } from '../parts/refusal.tsx'
import { useFileDrop } from '../parts/use-file-drop.ts'
import { useEvidenceWords } from '../words/evidence.ts'
import { useWords } from '../words.ts'

type Props = {
  readonly filing: FilingView
  /** The chosen row; null = none. */
  readonly row: string | null
  readonly nameOf: (path: string | null) => string
  readonly beforeAct: () => Promise<KeyOfRow>
  readonly onChanged: () => Promise<void>
}

const methodNames = Object.entries(methods) as [Method, string][] // the keys of the table

/** Of several files it must be said which one was meant. */
const named = ({ name }: File, sentence: string): string =>
  sentence.includes(name) ? sentence : `${name}：${sentence}`

/** Files with what was said of them when they were given. `row`: null = the form as a whole. */
type Given = {
  readonly files: readonly File[]
  readonly row: string | null
  readonly kind: string
  readonly method: Method | ''
  readonly note: string
  /** Asked for at once: later the row may stand elsewhere. */
  readonly keyOf: Promise<KeyOfRow>
}

export function EvidenceUpload({ filing, row, nameOf, beforeAct, onChanged }: Props) {
  const shell = useWords()
  const words = useEvidenceWords()
  const id = useId()
  const items = Object.entries<Item>(itemsOf(filing.taskKind))
  const ofRow = items.filter(([, { per }]) => per === 'indicator')
  /** The row beside which the form as a whole was chosen: another row is asked about anew. */
  const [wholeAt, setWholeAt] = useState<string | null>(null)
  const whole = row === null || ofRow.length === 0 || wholeAt === row
  const fitting = whole ? items : [...ofRow, ...items.filter(([kind]) => kind === 'other')]
  const [chosenKind, setKind] = useState('')
  const kind = fitting.some(([one]) => one === chosenKind) ? chosenKind : (fitting[0]?.[0] ?? 'other')
  const [method, setMethod] = useState<Method | ''>('')
  const [note, setNote] = useState('')
  const [state, setState] = useState<readonly string[]>([])
  /** Given while others are uploaded; null = nothing is uploaded. */
  const waiting = useRef<Given[]>(null)

  const one = (file: File, { kind, method, note }: Given, rowKey: string | null) =>
    call(
      evidence.add,
      {
        filingId: filing.id,
        name: file.name,
        kind,
        ...(rowKey === null ? {} : { rowKey }),
        ...(method === '' ? {} : { method }),
        ...(note.trim() === '' ? {} : { note }),
      },
      { bytes: file },
    ).then(
      ({ usedElsewhere }) => ({ done: true, said: usedElsewhere }),
      (error: Error) => ({ done: false, said: [named(file, sentenceOf(error, shell))] }),
    )
  const upload = async (given: Given): Promise<{ readonly done: number; readonly said: readonly string[] }> => {
    const said: string[] = []
    let done = 0
    try {
      const key = given.row === null ? null : (await given.keyOf)(given.row)
      if (given.row === null) await given.keyOf
      else if (key === null) throw new Error(words.rowGoneUpload)
      for (const file of given.files) {
        setState([words.uploading(file.name)])
        const answer = await one(file, given, key)
        said.push(...answer.said)
        if (answer.done) done++
      }
    } catch (error) {
      said.push(sentenceOf(error instanceof Error ? error : new Error(String(error)), shell))
    }
    if (done > 0) setNote((now) => (now === given.note ? '' : now))
    return { done, said }
  }
  const take = async (files: readonly File[]) => {
    if (files.length === 0) return
    const given: Given = { files, row: whole ? null : row, kind, method, note, keyOf: beforeAct() }
    given.keyOf.catch(() => undefined) // told when it is the turn of these files
    if (waiting.current !== null) {
      waiting.current.push(given)
      return
    }
    waiting.current = []
    const said: string[] = []
    let done = 0
    for (let next: Given | undefined = given; next !== undefined; next = waiting.current.shift()) {
      const answer = await upload(next)
      said.push(...answer.said)
      done += answer.done
    }
    waiting.current = null
    setState([...new Set(done > 0 ? [words.uploaded(done), ...said] : said)])
    if (done > 0) await onChanged()
  }
  useFileDrop((files) => void take(files))
  return (
    <section aria-label={words.upload} className="evidence-upload">
      <h3>{words.upload}</h3>
      <div className="evidence-fields">
        {row !== null && ofRow.length > 0 && (
          <>
            <label htmlFor={`${id}-what`}>{words.proves}</label>
            <select
              id={`${id}-what`}
              value={whole ? '' : row}
              onChange={({ target }) => setWholeAt(target.value === '' ? row : null)}
            >
              <option value={row}>{nameOf(row)}</option>
              <option value="">{words.wholeForm}</option>
            </select>
          </>
        )}
        <label htmlFor={`${id}-kind`}>{words.kind}</label>
        <select id={`${id}-kind`} value={kind} onChange={({ target }) => setKind(target.value)}>
          {fitting.map(([name, { title }]) => (
            <option key={name} value={name}>
              {words.item(name, title)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-method`}>{words.method}</label>
        <select
          id={`${id}-method`}
          value={method}
          onChange={({ target }) => setMethod(methodNames.find(([name]) => name === target.value)?.[0] ?? '')}
        >
          <option value="">{words.noMethod}</option>
          {methodNames.map(([name, title]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-note`}>{words.note}</label>
        <input id={`${id}-note`} value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
      </div>
      <label className="drop drop-small">
        <input
          type="file"
          multiple
          className="unseen"
          onChange={({ target }) => {
            void take([...(target.files ?? [])])
            target.value = '' // the same file may be chosen again after it was put right
          }}
        />
        <InboxOutlined className="drop-icon" aria-hidden="true" />
        <span className="drop-title">{words.upload}</span>
        <span className="drop-hint">{words.uploadHint}</span>
      </label>
      <div role="status">
        {state.map((sentence) => (
          <p key={sentence} className="note">
            {sentence}
          </p>
        ))}
      </div>
    </section>
  )
}
