import { decimal, plain, sum } from '../../kernel/decimal.ts'
import type { Form } from '../../kernel/form/form.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { countOf, isScored } from '../../kernel/review/words.ts'
import { useEditorWords } from '../words/editor.ts'

/** The sums and counts of the form as it is typed. */
export function StatusBar({ form, check }: { readonly form: Form; readonly check: FormCheck }) {
  const words = useEditorWords()
  const weights = form.indicators.flatMap(({ weight }) => decimal(weight) ?? [])
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
      <span className={errors > 0 ? 'tag tag-error' : 'tag'}>{words.errors(errors)}</span>
      <span className={warnings > 0 ? 'tag tag-warning' : 'tag'}>{words.warnings(warnings)}</span>
    </p>
  )
}
