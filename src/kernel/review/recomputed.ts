// Printed rates and points against recomputed ones: what counts as a mistake and what only as another rounding.
import { type Decimal, decimal } from '../decimal.ts'
import type { Form } from '../form/form.ts'
import type { Profile } from '../profile/profile.ts'
import type { Score } from '../scoring/score.ts'
import { roundedBy } from './money.ts'
import type { ReviewInput } from './review-rule.ts'

export type Difference = {
  readonly printed: Decimal
  readonly computed: Decimal
  /** Printed amounts and cut decimals explain the difference: no mistake can be concluded. */
  readonly explained: boolean
}

/** The score of a cell, where it was printed and recomputed and the two differ. */
export function differenceAt(
  { profile, scores: { scores } }: ReviewInput,
  path: string,
): (Difference & { readonly score: Score }) | null {
  const score = scores.find((s) => s.path === path)
  const printed = decimal(score?.printed)
  const computed = decimal(score?.computed)
  if (score?.verdict !== 'different' || printed === null || computed === null) return null
  return {
    score,
    printed,
    computed,
    explained: byRounding(score.printed ?? '', printed.minus(computed).abs(), profile),
  }
}

/** Half up and truncation differ by the profile's tolerance; a number printed with fewer decimals by less than one in its last place. */
function byRounding(printed: string, difference: Decimal, { limits }: Profile): boolean {
  const places = printed.split('.')[1]?.length ?? 0
  return difference.lte(limits.scoreTolerance) || (places < 2 && difference.lt(`1e-${places}`))
}

/** How far a rate in percent may lie off because the amounts themselves were printed with few decimals. */
export function rateUncertainty(form: Form, index: number): Decimal | null {
  const fund = form.funds[index]
  const budget = decimal(fund?.annualBudget)
  const executed = decimal(fund?.executed)
  const ofBudget = roundedBy(form, fund?.annualBudget ?? '')
  const ofExecuted = roundedBy(form, fund?.executed ?? '')
  if (!budget || !executed || !ofBudget || !ofExecuted || budget.lte(ofBudget)) return null
  const highest = executed.plus(ofExecuted).div(budget.minus(ofBudget))
  return highest.minus(executed.div(budget)).times(100)
}
