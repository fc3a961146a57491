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

/** ≥5%且≤10% are two thresholds of one value. */
const JOINS = /^(?:且|并且|同时|或|和|及|但)/

/** The value of the cell: its only number, or the leading one with remarks behind it (100%（26家）, ≥1至少组织一次会议). */
function decidingPart(reading: ValueReading, parts: readonly NumberPart[]): NumberPart | null {
  const [first, ...others] = parts
  if (!first) return null
  if (others.length === 0 || (!first.remark && others.every((part) => part.remark))) return first
  const next = reading[(first.own.at(-1) ?? 0) + 1]
  const leads = first.own[0] === 0 && reading[0]?.type === 'comparator'
  return leads && next?.type === 'words' && isSignificant(next.text.charAt(0)) && !JOINS.test(next.text) ? first : null
}

function restOf(
  reading: ValueReading,
  main: NumberPart,
  measureUnit: string | null,
): { words: string | null; unit: string | null } {
  const words = wordsBeside(reading, main.own)
  // 3协作体 beside the unit column 协作体: the column proves that the word is the unit.
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

/** Whether something in the cell has the shape of a number or date and is none: 1212月25日前, 2024年13月, 1,0000. */
export const isMalformed = (text: string): boolean => readValue(text).some((piece) => piece.type === 'unread')

/** How a place writes its values. */
export type ValueStyle = {
  readonly brackets: '' | '()' | '（）'
  /** Decimals that are always printed; more are kept. */
  readonly places?: number
  readonly grouped?: boolean
}

/** ≥30.00(万份) */
export const BRACKETED: ValueStyle = { brackets: '()', places: 2 }
/** ≥30万份 */
export const PLAIN: ValueStyle = { brackets: '' }

type Writable = Pick<Target, 'comparator' | 'value' | 'unit'> & Partial<Pick<Target, 'text' | 'rest'>>

/** An edited value as text in a place's style. Words, dates and several values keep their text; nothing is rounded. */
export function formatTarget(target: Writable, style: ValueStyle): string {
  const { comparator, value, unit, text, rest } = target
  if (value === null || rest) return text ?? ''
  const [whole = '', fraction = ''] = value.replace(/^[-+]/, '').split('.')
  const decimals = fraction.padEnd(style.places ?? 0, '0')
  const sign = /^[-+]/.exec(value)?.[0] ?? ''
  const number = sign + (style.grouped ? group(whole) : whole) + (decimals === '' ? '' : `.${decimals}`)
  const bracketed = unit === null ? '' : style.brackets.charAt(0) + unit + style.brackets.charAt(1)
  return (comparator === null ? '' : COMPARATOR_SIGN[comparator]) + number + bracketed
}
