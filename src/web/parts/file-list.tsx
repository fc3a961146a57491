import { Button } from 'antd'
import { useFormWords } from '../words/form.ts'
import { useWords, type Words } from '../words.ts'
import type { FileCheck } from './document-checks.ts'
import { sentenceOf } from './refusal.tsx'

type Props = {
  readonly files: readonly FileCheck[]
  readonly chosen: number | null
  readonly onChoose: (id: number) => void
  readonly onCancel: (id: number) => void
}

/** The files of this visit, each with its outcome. */
export function FileList({ files, chosen, onChoose, onCancel }: Props) {
  const words = useWords()
  const own = useFormWords()
  const settled = files.filter(({ state }) => state.step !== 'waiting' && state.step !== 'checking').length
  return (
    <>
      <p className="note" role="status">
        {own.progress(settled, files.length)}　{own.together}
      </p>
      {settled < files.length && (
        <progress className="file-progress" aria-label={words.files} value={settled} max={files.length} />
      )}
      <ul className="file-list" aria-label={words.files}>
        {files.map(({ id, file, state }) => (
          <li key={id} className={id === chosen ? 'file-chosen' : undefined}>
            <button type="button" className="link-button" aria-current={id === chosen} onClick={() => onChoose(id)}>
              {file.name}
            </button>
            <span className={`file-outcome file-${state.step}`}>{outcomeOf(state, file.name, words)}</span>
            {(state.step === 'waiting' || state.step === 'checking') && (
              <Button size="small" aria-label={`${words.cancel} ${file.name}`} onClick={() => onCancel(id)}>
                {words.cancel}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The name already stands before the outcome; the server's sentence opens with it again. */
const withoutName = (sentence: string, name: string): string =>
  sentence.startsWith(`${name}：`) ? sentence.slice(name.length + 1) : sentence

function outcomeOf(state: FileCheck['state'], name: string, words: Words): string {
  switch (state.step) {
    case 'waiting':
      return words.waiting
    case 'checking':
      return words.checking
    case 'cancelled':
      return words.cancelledShort
    case 'failed':
      return withoutName(sentenceOf(state.error, words), name)
    case 'done': {
      const errors = state.document.forms.reduce(
        (n, { check }) => n + check.findings.filter((f) => f.severity === 'error').length,
        0,
      )
      return words.fileOutcome(state.document.forms.length, errors)
    }
  }
}
