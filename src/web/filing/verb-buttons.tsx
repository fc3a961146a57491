// What can be done with a filing, as buttons; a grey one says why not.
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Input, Modal, Tooltip } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { type FilingView, filings, type MovedFiling } from '../../api/filings.ts'
import type { VerbAnswer } from '../../kernel/lifecycle/decide.ts'
import { call, Refusal } from '../call.ts'
import { labelOf } from '../editor/sheet-editor.tsx'
import { sentenceOf } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useEditorWords } from '../words/editor.ts'
import { useWords } from '../words.ts'

type Props = {
  readonly filing: FilingView
  readonly beforeAct?: () => Promise<void>
  /** Cells marked as failing: a return names them. */
  readonly failing?: readonly string[]
}

/** Done with one click, or with a reason; the others have a place of their own. */
const plain = ['submit', 'withdraw', 'accept', 'release', 'approve', 'remind', 'publish'] as const
const reasoned = ['send-back', 'adjust', 'reopen', 'abandon', 'retract'] as const
type Plain = (typeof plain)[number]
type Reasoned = (typeof reasoned)[number]
const isPlain = (verb: string): verb is Plain => plain.some((one) => one === verb)
const isReasoned = (verb: string): verb is Reasoned => reasoned.some((one) => one === verb)
const primary = new Set(['submit', 'accept', 'approve', 'publish'])

export function VerbButtons({ filing, beforeAct, failing = [] }: Props) {
  const shell = useWords()
  const words = useEditorWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [asked, setAsked] = useState<VerbAnswer | null>(null)
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)

  const act = async (title: string, work: () => Promise<MovedFiling>) => {
    setBusy(true)
    setRefused(null)
    try {
      await beforeAct?.()
      const moved = await work()
      void message.success(`${title}：${moved.stateTitle}`)
      setAsked(null)
      setReason('')
      await queries.invalidateQueries()
      if (title === filing.verbs.find(({ verb }) => verb === 'submit')?.title) await navigate(paths.work())
    } catch (error) {
      if (error instanceof Refusal) setRefused(error)
      else void message.error(sentenceOf(error instanceof Error ? error : new Error(String(error)), shell))
    }
    setBusy(false)
  }
  const { id } = filing
  const run = (answer: VerbAnswer) => {
    const { verb, title } = answer
    if (isReasoned(verb)) setAsked(answer)
    else if (isPlain(verb)) void act(title, () => call(filings[verb], { id }))
  }
  const give = () => {
    if (!asked || !isReasoned(asked.verb)) return
    const { verb, title } = asked
    void act(title, () =>
      verb === 'send-back'
        ? call(filings.sendBack, { id, reason, to: filing.sendBackTo[0] ?? 'preparer', paths: [...failing] })
        : call(filings[verb], { id, reason }),
    )
  }
  return (
    <div className="verbs">
      <p className="standing">{filing.standing}</p>
      <div className="verb-row">
        {filing.verbs
          .filter(({ verb }) => isPlain(verb) || isReasoned(verb))
          .filter(worthShowing)
          .map((answer) => (
            <Tooltip key={answer.verb} title={answer.allowed ? '' : answer.reason}>
              <Button
                type={primary.has(answer.verb) && answer.allowed ? 'primary' : 'default'}
                disabled={!answer.allowed}
                loading={busy}
                onClick={() => run(answer)}
              >
                {answer.title}
              </Button>
            </Tooltip>
          ))}
      </div>
      {refused && (
        <Alert
          type="error"
          showIcon
          closable
          title={refused.message}
          description={
            refused.errors.length > 0 && (
              <ul className="plain">
                {refused.errors.slice(0, 50).map(({ path, message: what }) => (
                  <li key={`${path} ${what}`}>
                    {path && `${labelOf(path)}：`}
                    {what}
                  </li>
                ))}
              </ul>
            )
          }
        />
      )}
      <Modal
        open={asked !== null}
        title={asked?.title}
        okText={words.confirm}
        cancelText={words.cancel}
        okButtonProps={{ disabled: reason.trim() === '', loading: busy }}
        onOk={give}
        onCancel={() => setAsked(null)}
      >
        <label htmlFor="verb-reason">{words.reason}</label>
        <Input.TextArea
          id="verb-reason"
          rows={4}
          maxLength={2000}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          autoFocus
        />
        {failing.length > 0 && asked?.verb === 'send-back' && <p className="note">{failing.map(labelOf).join('、')}</p>}
      </Modal>
    </div>
  )
}

/** A verb of another state or another person's role only fills the row; what is one step away is shown with its reason. */
const worthShowing = (answer: VerbAnswer): boolean =>
  answer.allowed || ['submit', 'approve', 'send-back'].includes(answer.verb)
