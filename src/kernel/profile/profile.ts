// A profile (口径): everything that differs by place and year, as dated data. Code asks the profile, never the place.
import type { Rounding } from '../decimal.ts'
import type { FormKind, Tier } from '../form/form.ts'
import type { ReviewStep } from '../lifecycle/state.ts'
import type { Comparison } from './comparison.ts'

export type Severity = 'error' | 'warning' | 'advice'

/** A second-level indicator name with the spellings that mean the same. */
export type Aspect = { readonly name: string; readonly aliases: readonly string[] }

/** A first-level indicator: its usual weight (null = none prescribed), its second level, and whether a form must have it. */
export type Dimension = {
  readonly name: string
  readonly aliases: readonly string[]
  readonly weight: string | null
  /** Usual weight in a form whose first level has 成本指标 (财预〔2021〕101号); null = none prescribed. */
  readonly weightWithCost: string | null
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

/** 分段扣分: full points from `fullFrom` percent on, `points` less for every `step` percentage points below. */
export type Deduction = {
  /** Third-level names it scores. */
  readonly names: readonly string[]
  readonly fullFrom: string
  readonly step: string
  readonly points: string
  /** Whether a step that is not full counts: 每少10个百分点以内扣1分. */
  readonly begun: boolean
}

/** What execution must have reached by a month (1–12), in percent, before a warning is given. */
export type ProgressStep = { readonly month: number; readonly atLeast: string }

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
  /** Steps of review a filing does not pass here; absent = it passes all its organisation has. */
  readonly skippedSteps?: readonly ReviewStep[]
  readonly execution: {
    /** Points of the execution rate: 10 nationally, 20 in Hubei. */
    readonly weight: string
    /** Printed in messages: 全年执行数 ÷ 全年预算数. */
    readonly denominator: 'annualBudget'
    /** Rate in percent below which a reason is asked for; null = not asked. */
    readonly reasonBelow: string | null
    /** Rate in percent below which the highest grade is doubted. */
    readonly topGradeBelow: string
  }
  /** Points of a whole form: execution + indicators. */
  readonly totalWeight: string
  readonly dimensions: readonly Dimension[]
  /** ≤ and < when missed: R-linear, R-ratio, R-strict (see scoring methods). */
  readonly reverse: 'linear' | 'ratio' | 'strict'
  /** = when missed: read as ≥ (default) or E-strict (a ≠ t must be confirmed by hand). */
  readonly equal: 'at-least' | 'strict'
  /**
   * Over-achievement: from actual ÷ target = `threshold` on it is flagged and a reason is asked for; no points are taken.
   * `ofZero`: the actual from which a target of 0 counts as over-achieved; null = never.
   */
  readonly over: { readonly threshold: string; readonly reasonRequired: boolean; readonly ofZero: string | null }
  /** Indicators scored by steps instead of their ratio. */
  readonly deductions: readonly Deduction[]
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
  readonly lights: {
    /** 得分与执行一致性: shares. */
    readonly consistency: {
      /** (score rate − execution rate) ÷ score rate above which the light is red: 0.05. */
      readonly gap: string
      /** Share of the budget left unspent above which it is yellow: 0.2. */
      readonly unspent: string
    }
    /** 执行进度 of monitoring: shares of what should have been spent by the month, pro rata. */
    readonly progress: { readonly red: string; readonly yellow: string }
  }
  readonly monitoring: {
    /** Fixed bounds by month; empty = only the pro rata light. */
    readonly steps: readonly ProgressStep[]
    /** |share of targets reached − execution rate| above which a warning is given; null = none. */
    readonly gap: string | null
    /** Working days in which a warning must be dealt with; null = none prescribed. */
    readonly handleWithin: number | null
  }
  /** Thresholds of review rules. */
  readonly limits: {
    readonly indicatorCount: { readonly atLeast: number; readonly atMost: number }
    /** Highest weight of one indicator before it is remarked on. */
    readonly singleWeight: string
    /** Share by which the annual budget may differ from the initial one without explanation: 0.2. */
    readonly budgetAdjustment: string
    /** Mean points of an indicator below which a form is called splintered. */
    readonly averageWeight: string
    /** Indicators from which equal weights are remarked on. */
    readonly equalWeightsFrom: number
    /** Indicators from which full marks for all are remarked on. */
    readonly fullMarksFrom: number
    /** Results that equal their targets: from how many quantitative indicators on, above which share. */
    readonly exactHits: { readonly from: number; readonly above: string }
    /** Share of the budget that cost indicators are expected to explain. */
    readonly costCoverage: string
    /** actual ÷ target from which the target itself is in doubt. */
    readonly targetTooLow: string
    /** Percent of errors or complaints from which an upper bound is called too wide. */
    readonly errorRate: string
    /** Points by which a printed score may differ from the computed one without being a mistake. */
    readonly scoreTolerance: string
    /** Satisfaction targets below (percent) are remarked on. */
    readonly satisfactionAtLeast: string
    readonly goalLength: number
    /** Share of common character pairs from which two texts of a form count as one copied from the other. */
    readonly copiedText: string
    /** Words of speeches in a goal without any number: from how many characters on, above which share of them. */
    readonly slogans: { readonly from: number; readonly above: string }
    /** Effects on a whole society are doubted of projects below `budget` (元), reach above `people` per 元. */
    readonly attribution: { readonly budget: string; readonly people: string }
  }
  /** Thresholds of rules that hold forms against each other. */
  readonly comparison: Comparison
  /** Field lengths (characters) of the target system, by form path pattern: "indicators[].deviation". */
  readonly lengths: Readonly<Record<string, number>>
  /** Shorter limits of single forms, by the id of their layout. */
  readonly layoutLengths: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Severity of a rule in this place, where it differs from the rule's own; 'off' = not applied. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>
}
