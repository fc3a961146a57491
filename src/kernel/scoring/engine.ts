// Scores a form: every rate, every score, the total and the grade, each with its derivation.
import type { Form } from '../form/form.ts'
import type { Profile } from '../profile/profile.ts'
import { scoreExecution, scoreRate } from './execution-score.ts'
import { scoreIndicator } from './indicator-score.ts'
import type { FormScores } from './score.ts'
import { gradeOf, totalOf } from './total.ts'

/** Total and pure: a form without scores has no scores, a score that cannot be computed says why. */
export function scoreForm(form: Form, profile: Profile): FormScores {
  const scores = [
    ...form.funds.flatMap((fund, i) => [scoreRate(fund, i, profile), scoreExecution(fund, i, profile)]),
    ...form.indicators.map((indicator, i) => scoreIndicator(indicator, i, profile)),
  ].filter((score) => score !== null)
  const total = totalOf(form, scores, profile)
  return { scores, total, grade: gradeOf(form, total, profile) }
}
