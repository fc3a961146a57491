// 年度指标值 and 实际完成值: from the cell's text to what it says, and back to text.
import type { Actual, Comparator, Target, ValuePart } from '../form/form.ts'
import { COMPARATOR_SIGN, directionComparator } from './comparators.ts'
import { dateDecides, datesOf } from './date-value.ts'
import { bareInside, isSignificant, type NumberPart, numberParts, wordsBeside } from './parts.ts'
import { group, readValue, type ValueReading } from './reading.ts'
import { tierOf } from './tiers.ts'

export { formatValue, readValue, type ValuePiece, type ValueReading } from './reading.ts'

/** What the columns beside a target say, and the year its dates belong to where they print none. */
export type ValueColumns = {
  /** 指标方向 */
  readonly direction?: string | null
  /** 指标性质 */
  readonly nature?: string | null
  /** 计量单位 */
  readonly measureUnit?: string | null
  readonly year?: number | null
}

/** A cell with nothing in it but dashes or slashes says nothing. */
const BLANK = /^[\s\-—–－―/／\\]*$/

const isBlank = (text: string | null): text is null => text === null || BLANK.test(text)

/** Reads a 年度指标值. Nothing is guessed: what is no number and no date is `qualitative`, its text kept. */
export function parseTarget(text: string | null, columns: ValueColumns = {}): Target {
  const empty = { text, comparator: null, value: null, unit: null }
  if (isBlank(text)) return { ...empty, kind: 'blank' }
  const reading = readValue(text)
  const parts = valuesOf(reading, columns)
  const dated = dateDecides(reading) ? datesOf(reading, columns.year ?? null) : null
  if (parts.length === 0)
    return dated ? { ...empty, kind: 'date', ...comparedDate(reading), ...dated } : { ...empty, kind: 'qualitative' }
  const main = decidingPart(reading, parts)
  const beside = parts.length > 1 ? { parts: parts.map(valuePart) } : {}
  if (!main) return { ...empty, kind: 'mixed', unit: commonUnit(parts), ...dated, ...beside }
  const rest = restOf(reading, main, columns.measureUnit ?? null)
  const comparator = main.comparator ?? (main.conflicting ? null : directionComparator(columns.direction))
  return {
    text,
    kind: rest.words === null && parts.length === 1 ? 'quantitative' : 'mixed',
    comparator,
    value: main.value,
    unit: rest.unit,
    ...(rest.words === null ? {} : { rest: rest.words }),
    ...dated,
    ...beside,
  }
}

/** Reads a 实际完成值. `value` only where one number decides; `tier` where the words name one. */
export function parseActual(text: string | null): Actual {
  if (isBlank(text)) return { text, value: null, unit: null, tier: null }
  const reading = readValue(text)
  const parts = valuesOf(reading, {})
  const main = decidingPart(reading, parts)
  const tier = tierOf(text)
  if (!main) return { text, value: null, unit: parts.length > 0 ? commonUnit(parts) : null, tier }
  const rest = restOf(reading, main, null).words
  return { text, value: main.value, unit: main.unit, tier, ...(rest === null ? {} : { rest }) }
}

/** The numbers that are values; a bare number inside a sentence (落实12345热线诉求) is part of its words. */
function valuesOf(reading: ValueReading, columns: ValueColumns): NumberPart[] {
  const parts = numberParts(reading)
  const counted = columns.nature?.includes('定量') ?? false
  const isInside = bareInside(reading)
  const isBare = (part: NumberPart): boolean => part.unit === null && part.comparator === null && !part.conflicting
  return parts.filter((part) => !isBare(part) || counted || !isInside(part))
}

/** The value of the cell: its only number, or the leading one with remarks behind it (100%（26家）, ≥1至少组织一次会议). */
function decidingPart(reading: ValueReading, parts: readonly NumberPart[]): NumberPart | null {
  const [first, ...others] = parts
  if (!first) return null
  if (others.length === 0 || (!first.remark && others.every((part) => part.remark))) return first
  const next = reading[(first.own.at(-1) ?? 0) + 1]
  const leads = first.own[0] === 0 && reading[0]?.type === 'comparator'
  return leads && next?.type === 'words' && isSignificant(next.text.charAt(0)) ? first : null
}

function restOf(
  reading: ValueReading,
  main: NumberPart,
  measureUnit: string | null,
): { words: string | null; unit: string | null } {
  const words = wordsBeside(reading, main.own)
  // 5课题 beside the unit column 课题: the column proves that the word is the unit.
  if (words !== null && main.unit === null && words === measureUnit) return { words: null, unit: words }
  return { words, unit: main.unit }
}

const valuePart = ({ comparator, value, unit, words }: NumberPart): ValuePart => ({
  comparator,
  value,
  unit,
  rest: isSignificant(words) ? words : null,
})

const commonUnit = (parts: readonly NumberPart[]): string | null => {
  const unit = parts[0]?.unit ?? null
  return parts.every((part) => part.unit === unit) ? unit : null
}

function comparedDate(reading: ValueReading): { comparator: Comparator | null } {
  const sign = reading.find((piece) => piece.type === 'comparator')
  return { comparator: sign?.type === 'comparator' ? sign.comparator : null }
}

/** How a place writes its values: ≥30.00(万份) in Shanghai, ≥27台套 in Tianjin. */
export type ValueStyle = {
  readonly brackets: '' | '()' | '（）'
  readonly grouped?: boolean
}

type Writable = Pick<Target, 'comparator' | 'value' | 'unit'> & {
  readonly text?: string | null
  readonly rest?: string | null | undefined
}

/** A value as text in a place's style, for values that were edited. Words, dates and several values keep their text. */
export function formatTarget(target: Writable, style: ValueStyle): string {
  if (target.value === null) return target.text ?? ''
  const sign = target.comparator === null ? '' : COMPARATOR_SIGN[target.comparator]
  const [whole = '', fraction] = target.value.split('.')
  const value = style.grouped ? group(whole) + (fraction === undefined ? '' : `.${fraction}`) : target.value
  const unit = target.unit === null ? '' : style.brackets.charAt(0) + target.unit + style.brackets.charAt(1)
  return sign + value + unit + (target.rest ?? '')
}
