// Thresholds of the rules that hold two forms, or a form and its own narrative, against each other. All shares of 1.

export type Comparison = {
  /** New target ÷ last year's result below which the target is called lax: 0.9. */
  readonly laxBelow: string
  /** Two names mean the same indicator from this likeness on (1 = the same characters). */
  readonly nameLikeness: string
  /** Two project names of one unit mean the same project from this likeness on. */
  readonly projectLikeness: string
  /** Share of an indicator's name that a clause must hold before its number is taken as the indicator's. */
  readonly narrativeCover: string
  /** actual ÷ target of last year from which an unchanged target is remarked on: 1.5. */
  readonly surpassed: string
  /** Growth of the budget from which targets are expected to grow: 0.2. */
  readonly budgetGrowth: string
  /** Fall of a target from which a new name is taken for a renamed indicator: 0.3. */
  readonly renamedFall: string
  /** Share of a goal's task that no indicator may leave unmentioned: below it the task has none. */
  readonly taskCover: string
  /** Indicators two forms must share, with their descriptions, before one is called a copy. */
  readonly copiedIndicators: number
  /** Forms of an office from which their scores are looked at, and the points they must at least differ by. */
  readonly scores: { readonly from: number; readonly spread: string }
  /** Total score (of 100) below which next year's budget is expected to shrink or to be explained. */
  readonly lowScore: string
  /** Days after approval in which forms must be published. */
  readonly publishWithin: number
}

export const usualComparison: Comparison = {
  laxBelow: '0.9',
  nameLikeness: '0.6',
  projectLikeness: '0.8',
  narrativeCover: '0.6',
  surpassed: '1.5',
  budgetGrowth: '0.2',
  renamedFall: '0.3',
  taskCover: '0.15',
  copiedIndicators: 5,
  scores: { from: 8, spread: '1' },
  lowScore: '80',
  publishWithin: 20,
}
