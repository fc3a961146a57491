// The results of scoring, as the contract publishes them. Every number carries its derivation in Chinese.

/** One step of a derivation: 口径, 输入, 公式, 计算, 舍入, 依据; where they apply 说明, 超额, 比较, 表上得分之和, 未能计算. */
export type DerivationStep = { readonly label: string; readonly text: string }

export type Score = {
  /** The printed cell it judges: "indicators[0].score", "funds[0].rate", "funds[0].score". */
  readonly path: string
  readonly indicator: string | null
  readonly printed: string | null
  /** Rounded by the profile; null where it cannot be computed or the rule leaves a band. */
  readonly computed: string | null
  /** The band the rule leaves to judgement, with its bounds as text. */
  readonly range: {
    readonly from: string
    readonly to: string
    readonly fromInclusive: boolean
    readonly toInclusive: boolean
  } | null
  /** equal · different · inside / outside the band · unable (reason in `because`) · absent (nothing printed). */
  readonly verdict: 'equal' | 'different' | 'inside' | 'outside' | 'unable' | 'absent'
  readonly formula: string | null
  readonly because: string
  /** Scoring method id. */
  readonly method: string
  /** "half-up, 2" or "truncate, 2". */
  readonly rounding: string
  readonly basis: string
  readonly derivation: readonly DerivationStep[]
  /** actual ÷ target where it reaches the profile's threshold: over-achievement, a flag, no deduction. */
  readonly over: string | null
}

export type FormScores = {
  readonly scores: readonly Score[]
  readonly total: {
    readonly printed: string | null
    readonly computed: string | null
    readonly derivation: readonly DerivationStep[]
  }
  readonly grade: {
    readonly printed: string | null
    readonly computed: string | null
    readonly derivation: readonly DerivationStep[]
  }
}
