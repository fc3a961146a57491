// A stored number → what its cell shows. Exact: numbers stay decimals from the file to the printed text.
import { Decimal } from '../../kernel/decimal.ts'
import { type Condition, type FormatCode, formatCode, type Section, type Token } from './format-code.ts'
import { printDate } from './print-date.ts'

/** Excel keeps 15 digits; what stands behind them is left over from binary fractions. */
const DIGITS = 15
/** General shows a fraction in at most this many characters. */
const GENERAL_WIDTH = 11
const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/

/** A number that General shows as it is stored. */
const SHORT = /^(?:0|-?[1-9]\d{0,9}|-?(?:0|[1-9]\d{0,9})\.\d{0,4}[1-9])$/

/** `since1904`: dates count from 1904 instead of 1900. Null where the stored text is no number. */
export function printNumber(stored: string, code: string, since1904 = false): string | null {
  const text = stored.trim()
  if (!NUMBER.test(text)) return null
  if (code === 'General' && text.length <= GENERAL_WIDTH && SHORT.test(text)) return text
  const value = new Decimal(text).toSignificantDigits(DIGITS, Decimal.ROUND_HALF_UP)
  const format = formatCode(code)
  const section = sectionFor(value, format)
  if (section === null) return general(value)
  if (section.tokens.some((token) => token.kind === 'date')) return printDate(value, section.tokens, since1904)
  return plainNumber(value, section, format).trim()
}

/** Text under a format with a part of its own for text; else as it is. */
export function printText(text: string, code: string): string {
  const section = formatCode(code).sections[3]
  if (section === undefined) return text
  return section.tokens
    .map((token) => (token.kind === 'text' ? text : token.kind === 'literal' ? token.text : ''))
    .join('')
}

function sectionFor(value: Decimal, { sections }: FormatCode): Section | null {
  const numbers = sections.slice(0, 3)
  const [first, second, third] = numbers
  if (numbers.some(({ condition }) => condition !== null))
    return numbers.find(({ condition }) => condition === null || holds(value, condition)) ?? null
  if (value.isZero() && third) return third
  if (value.isNegative() && !value.isZero() && second) return second
  return first ?? null
}

function holds(value: Decimal, { sign, value: limit }: Condition): boolean {
  switch (sign) {
    case '<':
      return value.lt(limit)
    case '<=':
      return value.lte(limit)
    case '>':
      return value.gt(limit)
    case '>=':
      return value.gte(limit)
    case '=':
      return value.eq(limit)
    default:
      return !value.eq(limit)
  }
}

/** Whole numbers in full, fractions as far as a wide cell shows them. */
function general(value: Decimal): string {
  const text = value.toFixed()
  if (value.isInteger() || text.length <= GENERAL_WIDTH) return text
  const whole = value.abs().trunc().toFixed().length
  return value.toDecimalPlaces(Math.max(2, GENERAL_WIDTH - whole - 1), Decimal.ROUND_HALF_UP).toFixed()
}

function plainNumber(value: Decimal, section: Section, format: FormatCode): string {
  const { tokens } = section
  // A part of its own for negative numbers writes its own minus.
  const signed =
    value.isNegative() && !value.isZero() && !(format.sections.length > 1 && section === format.sections[1])
  const minus = signed ? '-' : ''
  if (tokens.some((token) => token.kind === 'general'))
    return tokens
      .map((token) =>
        token.kind === 'literal' ? token.text : token.kind === 'general' ? minus + general(value.abs()) : '',
      )
      .join('')
  if (isFraction(tokens)) return general(value)
  if (!tokens.some((token) => token.kind === 'digit')) return literals(tokens, minus, value)
  const exponent = tokens.findIndex((token) => token.kind === 'exponent')
  if (exponent >= 0) return minus + scientific(value.abs(), tokens, exponent)
  const scaled = value.abs().times(new Decimal(100).pow(section.percent)).div(new Decimal(1000).pow(section.thousandth))
  return minus + digitsInto(scaled, section)
}

/** # ?/? prints a fraction: read as the number it is. */
const isFraction = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, i) =>
      token.kind === 'literal' && token.text === '/' && tokens[i - 1]?.kind === 'digit' && tokens[i + 1] !== undefined,
  )

/** A format of words alone prints only them; @ prints the number. */
const literals = (tokens: readonly Token[], minus: string, value: Decimal): string =>
  tokens
    .map((token) => (token.kind === 'literal' ? token.text : token.kind === 'text' ? minus + general(value.abs()) : ''))
    .join('')

function digitsInto(value: Decimal, { tokens, grouped }: Section): string {
  const point = tokens.findIndex((token) => token.kind === 'point')
  const before = point < 0 ? tokens : tokens.slice(0, point)
  const behind = point < 0 ? [] : tokens.slice(point + 1)
  const places = behind.filter((token) => token.kind === 'digit').length
  const [whole = '0', fraction = ''] = value.toFixed(places, Decimal.ROUND_HALF_UP).split('.')
  const tail = intoFraction(fraction, behind)
  return intoWhole(whole === '0' ? '' : whole, before, grouped) + (point < 0 ? '' : '.') + tail
}

/** Digits fill their places from the right; those left over stand before the first place. */
function intoWhole(digits: string, tokens: readonly Token[], grouped: boolean): string {
  const places = tokens.filter((token) => token.kind === 'digit').length
  let left = digits
  let seen = 0
  let count = 0
  let text = ''
  const put = (digit: string): void => {
    text = digit + (grouped && count > 0 && count % 3 === 0 ? ',' : '') + text
    count++
  }
  for (const token of tokens.toReversed()) {
    if (token.kind !== 'digit') text = (token.kind === 'literal' ? token.text : '') + text
    else {
      const digit = left.at(-1) ?? (token.pad ? '0' : '')
      left = left.slice(0, -1)
      seen++
      if (digit !== '') put(digit)
      if (seen === places) for (const more of [...left].toReversed()) put(more)
    }
  }
  return places === 0 ? text + digits : text
}

function intoFraction(fraction: string, tokens: readonly Token[]): string {
  const digits = [...fraction]
  const kinds = tokens.filter((token) => token.kind === 'digit')
  // Trailing zeros under # are not printed.
  for (let i = kinds.length - 1; i >= 0 && digits[i] === '0' && kinds[i]?.pad === false; i--) digits.pop()
  let at = 0
  return tokens
    .map((token) => (token.kind === 'digit' ? (digits[at++] ?? '') : token.kind === 'literal' ? token.text : ''))
    .join('')
}

function scientific(value: Decimal, tokens: readonly Token[], exponent: number): string {
  const point = tokens.findIndex((token) => token.kind === 'point')
  const places = point < 0 ? 0 : tokens.slice(point, exponent).filter((token) => token.kind === 'digit').length
  const width = tokens.slice(exponent).filter((token) => token.kind === 'digit').length
  const [mantissa = '0', power = '0'] = value.toExponential(places, Decimal.ROUND_HALF_UP).split('e')
  const token = tokens[exponent]
  const plus = token?.kind === 'exponent' && token.plus ? '+' : ''
  return `${mantissa}E${power.startsWith('-') ? '-' : plus}${power.replace(/^[-+]/, '').padStart(width, '0')}`
}
