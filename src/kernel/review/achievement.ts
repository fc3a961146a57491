// How an indicator came out, as the rules on scores and reasons ask for it.
import { Decimal, decimal, plain } from '../decimal.ts'
import type { Form, Indicator } from '../form/form.ts'
import { layouts } from '../layout/index.ts'
import type { FormScores, Score } from '../scoring/score.ts'
import { emptyReasons } from './lexicon.ts'
import type { ReviewInput } from './review-rule.ts'
import { type Row, rowsOf, tight } from './rows.ts'
import { unitKind } from './unit-kind.ts'

export type Outcome = Row & {
  readonly scored: Score | undefined
  readonly weight: Decimal | null
  readonly score: Decimal | null
  /** Short of the target: by the formula for a number, by the tier for words. null = cannot be told. */
  readonly short: boolean | null
}

/** Asked for by a dozen rules; forms and scores are never changed in place. */
const known = new WeakMap<FormScores, { readonly form: Form; readonly outcomes: readonly Outcome[] }>()

export function outcomesOf(input: ReviewInput): readonly Outcome[] {
  const found = known.get(input.scores)
  if (found?.form === input.form) return found.outcomes
  const outcomes = judge(input)
  known.set(input.scores, { form: input.form, outcomes })
  return outcomes
}

function judge({ form, scores }: ReviewInput): Outcome[] {
  const byPath = new Map(scores.scores.map((score) => [score.path, score]))
  return rowsOf(form).map((row) => {
    const scored = byPath.get(`${row.path}.score`)
    const weight = decimal(row.it.weight)
    return { ...row, scored, weight, score: decimal(row.it.score), short: isShort(row, scored, weight) }
  })
}

function isShort({ it }: Row, scored: Score | undefined, weight: Decimal | null): boolean | null {
  if (scored === undefined || scored.verdict === 'unable' || isFraction(it)) return null
  if (scored.range !== null) return it.actual?.tier === null ? null : it.actual?.tier !== 'achieved'
  const computed = decimal(scored.computed)
  return computed === null || weight === null ? null : computed.lt(weight)
}

/** =100% beside a bare 1 or 0.95: a share written as a fraction, not a result of one percent. */
function isFraction({ target, actual }: Indicator): boolean {
  const value = decimal(actual?.value)
  if (value === null || actual?.unit != null || unitKind(target.unit) !== 'percent') return false
  return value.gt(0) && value.lte(1) && decimal(target.value)?.gt(1) === true
}

/** Blank, or a word that gives no reason. */
export const hasNoReason = (deviation: string | null): boolean => {
  const text = tight(deviation)
  return text === '' || emptyReasons.test(text)
}

/** Whether the form has the column 实际完成值 at all. */
export const hasActuals = (form: Form): boolean => form.indicators.some(({ actual }) => actual !== null)
/**
 * Whether reasons have a column of their own: some row is filled, or the form's layout has the column. Forms that give
 * their reasons below the table are not blamed for empty rows.
 */
export function hasReasonColumn({ indicators, layout }: Form): boolean {
  if (layout === undefined || indicators.some(({ deviation }) => tight(deviation) !== '')) return true
  const table = layouts.find(({ id }) => id === layout)?.sections.find(({ kind }) => kind === 'indicators')
  return table?.kind === 'indicators' && table.columns.some(({ at }) => at === 'deviation')
}
/** What the engine worked out, for the finding's arithmetic. */
export const arithmeticOf = (scored: Score | undefined): string | null =>
  scored?.formula && scored.computed !== null ? `${scored.formula} = ${scored.computed}` : null

/** How many times the target as percent, cut after two decimals: 1.3333 → 133.33. */
export const percentOf = (times: string): string =>
  plain(new Decimal(times).times(100).toDecimalPlaces(2, Decimal.ROUND_DOWN))
