import { Checkbox, Tag } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { FilingRow } from '../../api/filings.ts'
import { paths } from '../paths.ts'
import { amount, moment } from '../show.ts'
import { useLifecycleWords } from '../words/lifecycle.ts'
import { useReviewWords } from '../words/review.ts'
import { useWorkWords } from '../words/work.ts'

type Props = {
  readonly row: FilingRow
  /** Where the keys are. */
  readonly isHere: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
  readonly onHere: () => void
}

export const nameOf = ({ project, organisation }: FilingRow): string => project ?? organisation

/** One filing of the queue: what, whose, how risky and why, since when. */
export function QueueRow({ row, isHere, isChosen, onChoose, onHere }: Props) {
  const words = useReviewWords()
  const own = useWorkWords()
  const lifecycle = useLifecycleWords()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isHere) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  const { risk } = row
  return (
    <li ref={item} className={isHere ? 'queue-row here' : 'queue-row'} aria-current={isHere} onFocus={onHere}>
      <Checkbox checked={isChosen} onChange={onChoose} aria-label={words.choose(nameOf(row))} />
      <div className="queue-main">
        <Link to={paths.filing(row.id)}>{nameOf(row)}</Link>
        <span className="note">
          {row.organisation}　{row.fiscalYear} {row.taskTitle}
        </span>
        <span>
          <Tag>{lifecycle.state(row.state)}</Tag>
          {risk && <Tag>{words.counts(risk.errors, risk.warnings, risk.advice)}</Tag>}
          {risk && risk.returns > 0 && <span className="tag tag-warning">{words.returned(risk.returns)}</span>}
          {row.accepted && <Tag>{own.with(row.accepted)}</Tag>}
          {row.late ? <span className="tag tag-error">{own.overdue}</span> : <Tag>{own.due(row.dueOn)}</Tag>}
        </span>
      </div>
      <div className="queue-risk">
        {risk ? (
          <>
            <b title={words.riskHow}>{words.riskOf(amount(risk.value))}</b>
            <p className="note-inline" lang="zh-CN">
              {risk.derivation}
            </p>
          </>
        ) : (
          <span className="note">{words.noRisk}</span>
        )}
        <span className="note">
          {words.since} {moment(row.since)}
        </span>
      </div>
    </li>
  )
}
