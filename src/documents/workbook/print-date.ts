// Excel's day numbers → dates and times as their format shows them. Whole-number arithmetic, no time zones.
import { Decimal } from '../../kernel/decimal.ts'
import type { Token } from './format-code.ts'

const DAY = 86_400
/** Days from 1899-12-30 and from 1904-01-01 to 1970-01-01. */
const EPOCH_1900 = 25_569
const EPOCH_1904 = 24_107
/** 9999-12-31: nothing later is a date. */
const LAST_DAY = 2_958_465

type Moment = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  /** Seconds since midnight, and since the beginning of the count for elapsed times. */
  readonly seconds: number
  readonly elapsed: number
  /** Parts of a second behind `seconds`, as digits. */
  readonly fraction: Decimal
}

/** What is no date (negative, beyond year 9999) prints as the number it is. */
export function printDate(value: Decimal, tokens: readonly Token[], since1904: boolean): string {
  if (value.isNegative() || value.gt(LAST_DAY)) return value.toFixed()
  const shown = secondPlaces(tokens)
  const total = value.times(DAY).toDecimalPlaces(shown, Decimal.ROUND_HALF_UP)
  const moment = momentOf(total, since1904)
  const noon = tokens.some((token) => token.kind === 'date' && /^(?:a\/p|am\/pm|上午)/.test(token.letters))
  return tokens
    .map((token, i) => printToken(token, i, tokens, moment, noon))
    .join('')
    .trim()
}

/** ss.00 prints parts of seconds. */
function secondPlaces(tokens: readonly Token[]): number {
  const point = tokens.findIndex((token) => token.kind === 'point')
  return point < 0 ? 0 : tokens.slice(point).filter((token) => token.kind === 'digit').length
}

function momentOf(total: Decimal, since1904: boolean): Moment {
  const whole = total.floor().toNumber()
  const serial = Math.floor(whole / DAY)
  // Excel counts a 29 February 1900 that never was: days before it stand one later than the count says.
  const days = since1904 ? serial - EPOCH_1904 : serial - EPOCH_1900 + (serial < 60 ? 1 : 0)
  const date = new Date(days * DAY * 1000)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    seconds: whole % DAY,
    elapsed: whole,
    fraction: total.minus(whole),
  }
}

function printToken(token: Token, at: number, tokens: readonly Token[], moment: Moment, noon: boolean): string {
  switch (token.kind) {
    case 'literal':
      return token.text
    case 'point':
      return '.'
    case 'digit': {
      const before = tokens.slice(tokens.findIndex((other) => other.kind === 'point') + 1, at)
      const place = before.filter((other) => other.kind === 'digit').length
      return moment.fraction.toFixed(place + 1, Decimal.ROUND_DOWN).slice(-1)
    }
    case 'date':
      return token.elapsed ? elapsed(token.letters, moment) : printLetters(token.letters, at, tokens, moment, noon)
    default:
      return ''
  }
}

const padded = (value: number, letters: string): string => String(value).padStart(letters.length > 1 ? 2 : 1, '0')

function elapsed(letters: string, { elapsed }: Moment): string {
  const unit = letters.startsWith('h') ? 3600 : letters.startsWith('m') ? 60 : 1
  return String(Math.floor(elapsed / unit)).padStart(letters.length, '0')
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const CHINESE_WEEKDAYS = '日一二三四五六'

function printLetters(letters: string, at: number, tokens: readonly Token[], moment: Moment, noon: boolean): string {
  const { year, month, day, weekday, seconds } = moment
  const hours = Math.floor(seconds / 3600)
  switch (letters.charAt(0)) {
    case 'y':
      return letters.length <= 2 ? String(year % 100).padStart(2, '0') : String(year)
    case 'e':
      return String(year)
    case 'm':
      if (isMinute(at, tokens)) return padded(Math.floor(seconds / 60) % 60, letters)
      return letters.length > 2 ? name(MONTHS[month - 1], letters) : padded(month, letters)
    case 'd':
      return letters.length > 2 ? name(WEEKDAYS[weekday], letters) : padded(day, letters)
    case 'h':
      return padded(noon ? hours % 12 || 12 : hours, letters)
    case 's':
      return padded(seconds % 60, letters)
    case '上':
      return hours < 12 ? '上午' : '下午'
    default:
      if (letters.startsWith('aaa')) return `${letters.length > 3 ? '星期' : ''}${CHINESE_WEEKDAYS.charAt(weekday)}`
      return hours < 12 ? (letters === 'a/p' ? 'A' : 'AM') : letters === 'a/p' ? 'P' : 'PM'
  }
}

const name = (full = '', letters: string): string =>
  letters.length === 3 ? full.slice(0, 3) : letters.length === 5 ? full.slice(0, 1) : full

/** m means minutes right behind hours or right before seconds. */
function isMinute(at: number, tokens: readonly Token[]): boolean {
  const before = tokens.slice(0, at).findLast((token) => token.kind === 'date')
  const behind = tokens.slice(at + 1).find((token) => token.kind === 'date')
  const letter = (token: Token | undefined): string => (token?.kind === 'date' ? token.letters.charAt(0) : '')
  return letter(before) === 'h' || letter(behind) === 's'
}
