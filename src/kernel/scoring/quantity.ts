// What the numeric methods share: an indicator whose target and actual are numbers, and the words for their results.
import { type Decimal, plain } from '../decimal.ts'
import type { Comparator } from '../form/form.ts'
import type { Deduction } from '../profile/profile.ts'
import { canonicalUnit } from '../value/units.ts'
import type { Judgement, Measured } from './scoring-method.ts'

export type Quantity = Measured & { readonly target: Decimal; readonly actual: Decimal; readonly tier: null }

export const isQuantity = (m: Measured): m is Quantity => m.tier === null && m.target !== null && m.actual !== null

/** Applies where both are numbers and the condition holds. */
export const whenQuantity =
  (holds: (q: Quantity) => boolean) =>
  (m: Measured): boolean =>
    isQuantity(m) && holds(m)

/** The same with a target that can be divided by. */
export const whenNonZero = (holds: (q: Quantity) => boolean) => whenQuantity((q) => !q.target.isZero() && holds(q))

/** Scores numbers; says so where there are none. */
export const ofQuantity =
  (judge: (q: Quantity) => Judgement) =>
  (m: Measured): Judgement =>
    isQuantity(m) ? judge(m) : { unable: '指标值或实际完成值不是数' }

export const isAtLeast = (comparator: Comparator | null): boolean => comparator === '>=' || comparator === '>'
export const isAtMost = (comparator: Comparator | null): boolean => comparator === '<=' || comparator === '<'

/** Satisfaction is judged by bands in some places and as any other number elsewhere. */
export const isBandedSatisfaction = ({ indicator, profile }: Measured): boolean =>
  profile.satisfactionBands !== null &&
  [indicator.dimension, indicator.aspect].some((name) => name?.includes('满意度') ?? false) &&
  [indicator.target.unit, indicator.actual?.unit, indicator.measureUnit].some(
    (unit) => canonicalUnit(unit ?? '') === '%',
  )

/** How the place takes points for a shortfall of this indicator; undefined where it is scored as any other. */
export const deductionOf = ({ indicator, profile }: Measured): Deduction | undefined =>
  profile.deductions.length === 0
    ? undefined
    : profile.deductions.find(({ names }) => names.includes((indicator.name ?? '').replace(/\s+/g, '')))

export const full = ({ weight }: Measured, because: string): Judgement => ({
  score: weight,
  formula: `${plain(weight)} × 100%`,
  because: `${because}，得满分`,
})

export const none = ({ weight }: Measured, because: string): Judgement => ({
  score: weight.times(0),
  formula: `${plain(weight)} × 0%`,
  because: `${because}，不得分`,
})

/** weight × part ÷ whole; the whole is never zero here. */
export const share = ({ weight }: Measured, part: Decimal, whole: Decimal, because: string): Judgement => ({
  score: weight.times(part).div(whole),
  formula: `${plain(weight)} × ${plain(part)} ÷ ${plain(whole)}`,
  because,
})

/** At least: full from the target on, else by the ratio. A target below zero has no ratio. */
export function atLeast(q: Quantity): Judgement {
  const { target, actual } = q
  if (actual.gte(target)) return full(q, `实际完成值 ${plain(actual)} 达到指标值 ${plain(target)}`)
  if (target.isNegative()) return { unable: `指标值 ${plain(target)} 是负数，未达到时没有完成比例可算` }
  return share(q, actual, target, `实际完成值 ${plain(actual)} 未达到指标值 ${plain(target)}，按完成比例计分`)
}

/** At most: full up to the target, else as the place says. A target below zero has no ratio. */
export function atMost(q: Quantity, missed: (because: string) => Judgement): Judgement {
  const { target, actual } = q
  if (actual.lte(target)) return full(q, `实际完成值 ${plain(actual)} 未超过指标值 ${plain(target)}`)
  if (target.isNegative()) return { unable: `指标值 ${plain(target)} 是负数，超过时没有偏离比例可算` }
  return missed(`实际完成值 ${plain(actual)} 超过指标值 ${plain(target)}`)
}
