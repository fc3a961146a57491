// This year's indicators beside last year's: what rules on targets, and people who fill in a form, compare with.
import type { Decimal } from '../decimal.ts'
import type { Form, Indicator } from '../form/form.ts'
import { alignIndicators } from './align.ts'
import { type Amount, amountOf, sameMeasure } from './amount.ts'
import { sideOf, wordedSide } from './rows.ts'

export type YearPair = {
  /** "indicators[3]" of this year's form. */
  readonly path: string
  readonly here: Indicator
  readonly there: Indicator
  /** This year's target, last year's target and result; null where it is no number, or counts in another unit. */
  readonly target: Amount | null
  readonly before: Amount | null
  readonly reached: Amount | null
  /** More is better: ≥, >, or a plain number that is no limit. */
  readonly rising: boolean
}

const known = new WeakMap<
  Form,
  { readonly lastYear: Form; readonly from: string; readonly pairs: readonly YearPair[] }
>()

/** Pairs of the same indicator in both years. `from`: likeness of names, from the profile. */
export function yearPairs(form: Form, lastYear: Form, from: string): readonly YearPair[] {
  const found = known.get(form)
  if (found?.lastYear === lastYear && found.from === from) return found.pairs
  const pairs = alignIndicators(form, lastYear, Number(from)).flatMap(({ here: i, there: j }) => {
    const [here, there] = [form.indicators[i], lastYear.indicators[j]]
    return here === undefined || there === undefined ? [] : [pairOf(`indicators[${i}]`, here, there)]
  })
  known.set(form, { lastYear, from, pairs })
  return pairs
}

function pairOf(path: string, here: Indicator, there: Indicator): YearPair {
  const target = targetAmount(here)
  const alike = (amount: Amount | null): Amount | null =>
    amount !== null && target !== null && sameMeasure(amount.unit ?? target.unit, target.unit) ? amount : null
  return {
    path,
    here,
    there,
    target,
    before: alike(targetAmount(there)),
    reached: alike(amountOf(there.actual?.value, there.actual?.unit ?? there.target.unit ?? there.measureUnit)),
    rising: isRising(here) && isRising(there),
  }
}

/** The target as a number; null for words, dates and cells with several values. */
export const targetAmount = ({ target, measureUnit }: Indicator): Amount | null =>
  target.kind === 'date' ? null : amountOf(target.value, target.unit ?? measureUnit)

export function isRising({ target, direction }: Indicator): boolean {
  const side = wordedSide(target.text) ?? wordedSide(direction) ?? sideOf(target.comparator)
  return side !== 'down'
}

/** 600 ÷ 350 in percent, cut after whole percents: 171. */
export const percent = (part: Decimal, whole: Decimal): string => part.div(whole).times(100).toFixed(0, 1)
