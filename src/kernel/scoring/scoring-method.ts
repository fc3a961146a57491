// What a scoring method is: one file a method, chosen by `appliesTo`, explained by its judgement.
import type { Decimal } from '../decimal.ts'
import type { Comparator, Indicator, Tier } from '../form/form.ts'
import type { Profile } from '../profile/profile.ts'

/** An indicator ready to be scored. Decimals are exact; null = not there or not a number. */
export type Measured = {
  readonly indicator: Indicator
  readonly weight: Decimal
  readonly comparator: Comparator | null
  readonly target: Decimal | null
  readonly actual: Decimal | null
  readonly tier: Tier | null
  readonly profile: Profile
}

/** Points left to judgement, unrounded. */
export type Band = {
  readonly from: Decimal
  readonly to: Decimal
  readonly fromInclusive: boolean
  readonly toInclusive: boolean
}

/**
 * What a method says. `score` is unrounded; the engine clamps to [0, weight] and rounds by profile.
 * `range` instead of a score where the rule leaves the points to judgement inside a band (qualitative tiers).
 */
export type Judgement =
  | {
      readonly score: Decimal
      /** The band the score is the usual value of; other points inside it are as right (达成: full marks usual). */
      readonly range?: Band
      /** Arithmetic with the numbers in it: "5 × 18 ÷ 20". */
      readonly formula: string
      /** One Chinese sentence: why this formula. */
      readonly because: string
    }
  | {
      readonly range: Band
      readonly formula: string
      readonly because: string
    }
  /** Not computable, with the reason (denominator zero, actual is not a number …). */
  | { readonly unable: string }

export type MethodExample = {
  readonly target: string
  readonly actual: string
  readonly weight: string
  /** 三级指标, where the method asks for it. */
  readonly name?: string
  /** 二级指标, where the method asks for it. */
  readonly aspect?: string
  /** The rounded score as text, "12–16" for a range, or null for "unable". */
  readonly gives: string | null
  /** Profile id the example is computed under; national@2020 where left out. */
  readonly profile?: string
  /** Settings that differ from the profile's, for variants that no profile of ours uses yet. */
  readonly with?: Partial<Profile>
}

export type ScoringMethod = {
  readonly id: string
  /** 方法名称, shown to people. */
  readonly title: string
  readonly basis: string
  /** Where it applies it is asked before those that go by the operator alone: a place's rule for certain indicators. */
  readonly special?: true
  /** Of all that are not special, and of all that are, at most one applies. */
  readonly appliesTo: (m: Measured) => boolean
  readonly score: (m: Measured) => Judgement
  readonly examples: readonly MethodExample[]
}

export const scoringMethod = (method: ScoringMethod): ScoringMethod => method
