import type { FilingView } from '../../api/filings.ts'
import { moment } from '../show.ts'

/** 经过: what was done with the filing, newest first. */
export const Steps = ({ filing }: { readonly filing: FilingView }) => (
  <ol className="steps">
    {filing.steps.toReversed().map((step) => (
      <li key={step.number}>
        <b>{step.title}</b>　{step.by}　<time dateTime={step.at}>{moment(step.at)}</time>
        {step.reason && <p>{step.reason}</p>}
      </li>
    ))}
  </ol>
)
