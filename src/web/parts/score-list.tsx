import { Empty } from 'antd'
import type { Form } from '../../kernel/form/form.ts'
import { fieldWords } from '../../kernel/layout/field-words.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { computedText } from '../../kernel/review/words.ts'
import { useFormWords } from '../words/form.ts'
import { DerivationTree } from './derivation-tree.tsx'

type Props = { readonly form: Form; readonly check: FormCheck; readonly onSelect: (path: string) => void }

/** Printed and recomputed side by side; a click opens the derivation at the cell; below, how the whole came about. */
export function ScoreList({ form, check, onSelect }: Props) {
  const words = useFormWords()
  if (check.scores.length === 0) return <Empty description={words.noScores} image={Empty.PRESENTED_IMAGE_SIMPLE} />
  return (
    <>
      <table className="score-table">
        <caption className="unseen">{words.compared}</caption>
        <thead>
          <tr>
            <th scope="col">{words.item}</th>
            <th scope="col">{words.printed}</th>
            <th scope="col">{words.computed}</th>
            <th scope="col">{words.result}</th>
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
              <td>{words.verdicts[score.verdict]}</td>
            </tr>
          ))}
          <tr className="score-total">
            <th scope="row">
              <button type="button" className="link-button" onClick={() => onSelect('totals.score')}>
                {words.total}
              </button>
            </th>
            <td>{check.total.printed ?? '—'}</td>
            <td>{check.total.computed ?? '—'}</td>
            <td>{check.grade.computed === null ? '' : `${words.grade} ${check.grade.computed}`}</td>
          </tr>
        </tbody>
      </table>
      <DerivationTree form={form} check={check} />
    </>
  )
}
