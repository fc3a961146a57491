import { useMemo } from 'react'
import { decimal, plain, sum } from '../../kernel/decimal.ts'
import type { Form } from '../../kernel/form/form.ts'
import { missingCells } from '../../kernel/lifecycle/missing-cells.ts'
import { countOf, isScored } from '../../kernel/review/words.ts'
import { useEditorWords } from '../words/editor.ts'
import type { Checked } from './use-checked.ts'

/** The sums and counts of the form as it is typed. */
export function StatusBar({ form, checked }: { readonly form: Form; readonly checked: Checked }) {
  const words = useEditorWords()
  const { check, stopped } = checked
  const weights = useMemo(() => form.indicators.flatMap(({ weight }) => decimal(weight) ?? []), [form])
  const missing = useMemo(() => missingCells(checked.form).length, [checked.form])
  const [errors, warnings] = [countOf(check.findings, 'error'), countOf(check.findings, 'warning')]
  return (
    <p className="status-bar" aria-live="polite">
      {weights.length > 0 && (
        <span>
          {words.weights} <b>{plain(sum(weights))}</b>
        </span>
      )}
      {isScored(check) && (
        <>
          <span>
            {words.score} <b>{check.total.computed ?? '—'}</b>
          </span>
          <span>
            {words.gradeComputed} <b>{check.grade.computed ?? '—'}</b>
          </span>
        </>
      )}
      {missing > 0 && <span>{words.missing(missing)}</span>}
      <span className={errors > 0 ? 'tag tag-error' : 'tag'}>{words.errors(errors)}</span>
      <span className={warnings > 0 ? 'tag tag-warning' : 'tag'}>{words.warnings(warnings)}</span>
      {stopped && <span className="danger">{words.checkStopped}</span>}
    </p>
  )
}
