// What can be done with a filing, as buttons; a grey one says why not.
import { Button, Tooltip } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { type FilingView, filings } from '../../api/filings.ts'
import type { VerbAnswer } from '../../kernel/lifecycle/decide.ts'
import { type VerbLine, verbs } from '../../kernel/lifecycle/verbs.ts'
import { call } from '../call.ts'
import { paths } from '../paths.ts'
import { useLifecycleWords } from '../words/lifecycle.ts'
import { useReviewWords } from '../words/review.ts'
import { RefusedNote } from './refused-note.tsx'
import { useActing } from './use-acting.ts'
import { asks, isPlain } from './verb-kinds.ts'

const VerbDialog = lazy(async () => ({ default: (await import('./verb-dialog.tsx')).VerbDialog }))

type Props = {
  readonly filing: FilingView
  readonly beforeAct?: () => Promise<unknown>
  /** Goes to a cell that stands in the way. */
  readonly onChoose: (path: string) => void
  /** Opens the place for sending back; left out where the form is not reviewed. */
  readonly onSendBack?: () => void
}

const primary = new Set(['submit', 'accept', 'approve', 'publish'])

export function VerbButtons({ filing, beforeAct, onChoose, onSendBack }: Props) {
  const words = useReviewWords()
  const lifecycle = useLifecycleWords()
  const navigate = useNavigate()
  const acting = useActing(beforeAct)
  const [asked, setAsked] = useState<VerbAnswer | null>(null)
  const { id } = filing
  const run = (answer: VerbAnswer) => {
    const { verb } = answer
    const title = lifecycle.verb(verb)
    if (verb === 'send-back') onSendBack?.()
    else if (isPlain(verb))
      void acting.act(
        title,
        () => call(filings[verb], { id }),
        () => (verb === 'submit' ? navigate(paths.work()) : undefined),
      )
    else setAsked(answer)
  }
  const known = filing.verbs.filter(({ verb }) => isPlain(verb) || asks(verb) || (verb === 'send-back' && onSendBack))
  const ofNow = known.filter(({ verb, allowed }) => allowed || isOfState(verb, filing))
  const greyed = ofNow.filter(({ allowed }) => !allowed)
  return (
    <div className="verbs">
      <p className="standing">{lifecycle.standing(filing)}</p>
      <div className="verb-row">
        {ofNow.filter(isShown).map((answer) => (
          <Tooltip key={answer.verb} title={answer.allowed ? '' : answer.reason}>
            <Button
              type={primary.has(answer.verb) && answer.allowed ? 'primary' : 'default'}
              disabled={!answer.allowed}
              loading={acting.busy}
              onClick={() => run(answer)}
            >
              {lifecycle.verb(answer.verb)}
            </Button>
          </Tooltip>
        ))}
      </div>
      {greyed.length > 0 && (
        <details className="why-not">
          <summary>{words.whyNot(greyed.length)}</summary>
          <ul className="plain" lang="zh-CN">
            {greyed.map((answer) => (
              <li key={answer.verb}>
                {lifecycle.verb(answer.verb)}：{!answer.allowed && answer.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      {acting.refused && <RefusedNote refused={acting.refused} onClose={acting.forget} onChoose={onChoose} />}
      {asked && (
        <Suspense>
          <VerbDialog
            key={asked.verb}
            filing={filing}
            answer={asked}
            busy={acting.busy}
            onGive={(work) => void acting.act(lifecycle.verb(asked.verb), work).then(() => setAsked(null))}
            onCancel={() => setAsked(null)}
          />
        </Suspense>
      )}
    </div>
  )
}

/** What one comes for stays in its place, grey; the rest is a button only where it can be done. */
const isShown = ({ verb, allowed }: VerbAnswer): boolean => allowed || ['submit', 'approve', 'send-back'].includes(verb)

/** A verb of another state only fills the row; one of the present state is shown with its reason. */
function isOfState(verb: keyof typeof verbs, { state }: FilingView): boolean {
  const line: VerbLine = verbs[verb]
  return line.from.includes(state)
}
