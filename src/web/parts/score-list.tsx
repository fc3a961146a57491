import { Empty } from 'antd'
import type { Form } from '../../kernel/form/form.ts'
import { fieldWords } from '../../kernel/layout/field-words.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { computedText, verdictLabel } from '../../kernel/review/words.ts'
import type { DerivationStep } from '../../kernel/scoring/score.ts'
import { Fact } from './finding-list.tsx'

type Props = { readonly form: Form; readonly check: FormCheck; readonly onSelect: (path: string) => void }

/** Printed and recomputed side by side; a click opens the derivation at the cell. */
export function ScoreList({ form, check, onSelect }: Props) {
  if (check.scores.length === 0)
    return <Empty description="这种表没有得分，无需复算" image={Empty.PRESENTED_IMAGE_SIMPLE} />
  return (
    <table className="score-table">
      <caption className="unseen">填报与复算对照</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">填报</th>
          <th scope="col">复算</th>
          <th scope="col">结果</th>
        </tr>
      </thead>
      <tbody>
        {check.scores.map((score) => (
          <tr key={score.path} className={`verdict-${score.verdict}`}>
            <th scope="row">
              <button type="button" className="link-button" onClick={() => onSelect(score.path)}>
                {score.indicator ?? fieldWords(form, score.path)}
              </button>
            </th>
            <td>{score.printed ?? '—'}</td>
            <td>{computedText(score)}</td>
            <td>{verdictLabel[score.verdict]}</td>
          </tr>
        ))}
        <tr className="score-total">
          <th scope="row">
            <button type="button" className="link-button" onClick={() => onSelect('totals.score')}>
              总分
            </button>
          </th>
          <td>{check.total.printed ?? '—'}</td>
          <td>{check.total.computed ?? '—'}</td>
          <td>{check.grade.computed === null ? '' : `等级 ${check.grade.computed}`}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** The derivation: 口径, 输入, 公式, 舍入, 依据. */
export const Derivation = ({ steps }: { steps: readonly DerivationStep[] }) => (
  <dl className="facts derivation" aria-label="计算过程">
    {steps.map((step) => (
      <Fact key={`${step.label} ${step.text}`} label={step.label} value={step.text} />
    ))}
  </dl>
)
