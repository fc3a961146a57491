// A number with its unit, made comparable: 19.44万批次 = 194400批次, 13.66万元 = 136600元; and how exactly it was said.
import { type Decimal, decimal, plain } from '../decimal.ts'
import { memo } from '../memo.ts'
import { canonicalUnit, toYuan } from '../value/units.ts'
import { sameUnit } from './unit-kind.ts'

export type Amount = {
  readonly value: Decimal
  /** Without 万 and 亿; 元 for money; null where none is printed. */
  readonly unit: string | null
  /** One in the last printed place: 1.93万 → 100. */
  readonly step: Decimal
}

const SCALES: readonly (readonly [RegExp, string])[] = [
  [/^万(?=.)/, '10000'],
  [/^亿(?=.)/, '100000000'],
  [/^千(?=.)(?!米|瓦|克|元)/, '1000'],
  [/^百(?=.)(?!分)/, '100'],
]

/** null where the text is no plain number. */
export function amountOf(value: string | null | undefined, unit: string | null | undefined): Amount | null {
  const number = decimal(value)
  if (number === null) return null
  const step = number.times(0).plus(`1e-${(value ?? '').split('.')[1]?.length ?? 0}`)
  const written = unit == null || unit.trim() === '' ? null : canonicalUnit(unit)
  if (written === null) return { value: number, unit: null, step }
  const yuan = decimal(toYuan(plain(number), written))
  if (yuan !== null) {
    const factor = decimal(toYuan('1', written)) ?? number
    return { value: yuan, unit: '元', step: step.times(factor) }
  }
  for (const [scale, factor] of SCALES)
    if (scale.test(written))
      return { value: number.times(factor), unit: written.replace(scale, ''), step: step.times(factor) }
  return { value: number, unit: written, step }
}

/** Working days and days are both time, but no number of one is a number of the other. */
export const sameMeasure = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : a === b || measuresAlike(`${a}\n${b}`)

const measuresAlike = memo((both: string): boolean => {
  const [a = '', b = ''] = both.split('\n')
  return sameUnit(a, b) || ALTERNATIVES.some((units) => units.includes(a) && units.includes(b))
})

/** Words people use for the same count of meetings, trainings, visits and papers. */
const ALTERNATIVES: readonly (readonly string[])[] = [
  ['次', '场', '场次', '期', '班次'],
  ['家', '家次', '户', '户次', '企业'],
  ['人', '人次', '名'],
  ['份', '册', '本', '张'],
  ['件', '批次', '批'],
  ['次', '批次', '起'],
]

/** Whether two printed numbers can be the same number, each as exactly as it was printed. */
export const sameValue = (a: Amount, b: Amount): boolean => {
  const step = a.step.gt(b.step) ? a.step : b.step
  const coarse = a.step.gt(1) || b.step.gt(1)
  return coarse ? a.value.minus(b.value).abs().lt(step) : a.value.eq(b.value)
}
