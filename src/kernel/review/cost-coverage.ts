// How much of the budget the cost indicators explain, where all of them can be read.
import { type Decimal, sum } from '../decimal.ts'
import type { Form } from '../form/form.ts'
import type { Profile } from '../profile/profile.ts'
import { ceilingsOf, isOverall, largestBudget, plannedCosts } from './cost.ts'
import { money } from './money.ts'

export type Coverage = {
  readonly budget: Decimal
  readonly covered: Decimal
  /** covered ÷ budget */
  readonly share: Decimal
  /** 110万元；8批次 × 2500元 = 2万元；合计 … */
  readonly arithmetic: string
  /** Row of the first cost indicator. */
  readonly index: number
}

/** 'none' = no cost indicators, or one of the whole budget; 'unread' = one of them is no amount or a price of unknown pieces. */
export function coverageOf(form: Form, profile: Profile): Coverage | 'none' | 'unread' {
  const budget = largestBudget(form)
  const { whole, prices, unread } = ceilingsOf(form, profile)
  const [first] = [...whole, ...prices]
  if (!budget?.gt(0) || first === undefined || whole.some((limit) => isOverall(limit, budget))) return 'none'
  const costs = plannedCosts(form, profile, prices)
  if (unread.length > 0 || costs.length < prices.length) return 'unread'
  const covered = sum([...whole, ...costs].map(({ yuan }) => yuan))
  const share = covered.div(budget)
  const terms = [
    ...whole.map(({ yuan }) => money(form, yuan)),
    ...costs.map(({ price, counts, yuan }) => `${sum(counts)} × ${price.yuan}元 = ${money(form, yuan)}`),
  ]
  const percent = share.times(100).toFixed(1)
  const arithmetic = `${terms.join('；')}；合计 ${money(form, covered)} ÷ ${money(form, budget)} = ${percent}%`
  return { budget, covered, share, arithmetic, index: first.index }
}
