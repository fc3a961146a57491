// A profile (口径): everything that differs by place and year, as dated data. Code asks the profile, never the place.
import type { Rounding } from '../decimal.ts'
import type { FormKind, Tier } from '../form/form.ts'

export type Severity = 'error' | 'warning' | 'advice'

/** A second-level indicator name with the spellings that mean the same. */
export type Aspect = { readonly name: string; readonly aliases: readonly string[] }

/** A first-level indicator: its usual weight (null = none prescribed), its second level, and whether a form must have it. */
export type Dimension = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly weight: string | null
  readonly required: boolean
  readonly aspects: readonly Aspect[]
}

/** One qualitative tier: the share of the weight it may be given. Whether the bounds belong to it is data. */
export type TierBand = {
  readonly tier: Tier
  readonly labels: readonly string[]
  readonly from: string
  readonly to: string
  readonly fromInclusive: boolean
  readonly toInclusive: boolean
}

export type Profile = {
  /** place@year, as in `--profile shanghai@2023`. */
  readonly id: string
  readonly title: string
  /** Names of regions (as printed in forms) the profile is made for; empty = the whole country. */
  readonly regions: readonly string[]
  /** The kinds of form it judges; empty = all. */
  readonly kinds: readonly FormKind[]
  /** First fiscal year it is for. */
  readonly from: number
  /** Where its values come from. `checked` = the day a person last compared them with the text. */
  readonly sources: readonly { readonly text: string; readonly checked: string }[]
  readonly execution: {
    /** Points of the execution rate: 10 nationally, 20 in Hubei. */
    readonly weight: string
    /** Printed in messages: 全年执行数 ÷ 全年预算数. */
    readonly denominator: 'annualBudget'
    /** Rate in percent below which a reason is asked for; null = not asked. */
    readonly reasonBelow: string | null
  }
  /** Points of a whole form: execution + indicators. */
  readonly totalWeight: string
  readonly dimensions: readonly Dimension[]
  /** ≤ and < when missed: R-linear, R-ratio, R-strict (see scoring methods). */
  readonly reverse: 'linear' | 'ratio' | 'strict'
  /** = when missed: read as ≥ (default) or E-strict (a ≠ t must be confirmed by hand). */
  readonly equal: 'at-least' | 'strict'
  /** Over-achievement: from actual ÷ target = `threshold` on it is flagged and a reason is asked for; no points are taken. */
  readonly over: { readonly threshold: string; readonly reasonRequired: boolean }
  readonly tiers: readonly TierBand[]
  /** Satisfaction bands (赋分): share of the weight from a rate in percent on; null = scored as any ≥ indicator. */
  readonly satisfactionBands: readonly { readonly atLeast: string; readonly share: string }[] | null
  /** Highest first. */
  readonly grades: readonly { readonly grade: string; readonly atLeast: string }[]
  readonly rounding: {
    readonly rate: Rounding
    readonly executionScore: Rounding
    readonly indicatorScore: Rounding
    readonly total: Rounding
  }
  /** Thresholds of review rules. */
  readonly limits: {
    readonly indicatorCount: { readonly atLeast: number; readonly atMost: number }
    /** Highest weight of one indicator before it is remarked on. */
    readonly singleWeight: string
    /** Share by which the annual budget may differ from the initial one without explanation: 0.2. */
    readonly budgetAdjustment: string
    /** Score rate minus execution rate (shares) that is remarked on: 0.05. */
    readonly scoreExecutionGap: string
    /** Satisfaction targets below (percent) are remarked on. */
    readonly satisfactionAtLeast: string
    readonly goalLength: number
  }
  /** Field lengths (characters) of the target system, by form path pattern: "indicators[].deviation". */
  readonly lengths: Readonly<Record<string, number>>
  /** Severity of a rule in this place, where it differs from the rule's own; 'off' = not applied. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>
}
