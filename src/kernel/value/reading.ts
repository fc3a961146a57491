// The lossless reading of a value: ordered typed pieces that give the text back when they are formatted.
import type { Comparator } from '../form/form.ts'
import { fold, isDigit, isLatin, isSpace, skipSpace, widen, withoutSpace } from './characters.ts'
import { prefixAt, signAt, suffixAt } from './comparators.ts'
import { type DateMark, formatDate, scanDate } from './date-scan.ts'
import { unitEnd, unitFallback, unitInBrackets } from './unit-scan.ts'

/** '' = no bracket; else the two bracket characters as written. */
export type Brackets = string

export type ValuePiece =
  /** ≥, 不少于, 以上 … with its word as written; `side` = before or after the number. */
  | {
      readonly type: 'comparator'
      readonly comparator: Comparator
      readonly word: string
      readonly side: 'before' | 'after'
    }
  /** `value` without separators and in plain digits; `sign` as written ('' = none). */
  | {
      readonly type: 'number'
      readonly value: string
      readonly sign: string
      readonly grouped: boolean
      readonly wide: boolean
    }
  | { readonly type: 'unit'; readonly unit: string; readonly brackets: Brackets }
  /** Between the two ends of a range of numbers: -, ~, 至. */
  | { readonly type: 'to'; readonly word: string }
  | { readonly type: 'date'; readonly marks: readonly DateMark[] }
  /** Has the shape of a number or date and is none (1212月25日, 1,0000): kept, not read. */
  | { readonly type: 'unread'; readonly text: string }
  | { readonly type: 'words'; readonly text: string }

export type ValueReading = readonly ValuePiece[]

type NumberPiece = Extract<ValuePiece, { type: 'number' }>

/** The text of one piece, white space around it left out. */
export function formatPiece(piece: ValuePiece): string {
  switch (piece.type) {
    case 'comparator':
    case 'to':
      return piece.word
    case 'number':
      return formatNumber(piece)
    case 'unit':
      return piece.brackets.charAt(0) + piece.unit + piece.brackets.charAt(1)
    case 'date':
      return formatDate(piece.marks)
    case 'unread':
    case 'words':
      return piece.text
  }
}

/** The text of a reading. `formatValue(readValue(text))` is `text` up to white space, for every text. */
export const formatValue = (reading: ValueReading): string => reading.map(formatPiece).join('')

function formatNumber({ value, sign, grouped, wide }: NumberPiece): string {
  const digits = value.replace(/^[-+]/, '')
  const [whole = '', fraction] = digits.split('.')
  const text = (grouped ? group(whole) : whole) + (fraction === undefined ? '' : `.${fraction}`)
  return sign + (wide ? widen(text) : text)
}

/** 1234567 → 1,234,567 */
export function group(whole: string): string {
  const groups: string[] = []
  for (let end = whole.length; end > 0; end -= 3) groups.push(whole.slice(Math.max(0, end - 3), end))
  return groups.reverse().join(',')
}

/** What is read so far: `text` as written, `plain` folded, same positions. */
type Reader = {
  readonly text: string
  readonly plain: string
  readonly pieces: ValuePiece[]
  /** Where the last piece ended. */
  wordsFrom: number
  /** Whether anything but white space stands behind it. */
  hasWords: boolean
}

/** No value is longer; such a text is a narrative, kept as words. */
const LONGEST = 5000

/** Reads a value into its pieces. Total: every text has a reading, whatever cannot be understood is words. */
export function readValue(text: string): ValuePiece[] {
  const isValue = text.length <= LONGEST
  const reader: Reader = { text, plain: isValue ? fold(text) : '', pieces: [], wordsFrom: 0, hasWords: false }
  for (let at = 0; at < reader.plain.length; ) {
    const next = step(reader, at)
    if (reader.wordsFrom < next && !isSpace(reader.plain.charCodeAt(at))) reader.hasWords = true
    at = next
  }
  flush(reader, text.length)
  return reader.pieces
}

function flush(reader: Reader, until: number): void {
  const words = reader.text.slice(reader.wordsFrom, until).trim()
  if (words !== '') reader.pieces.push({ type: 'words', text: words })
}

/** Takes a piece from `from` to `end`; what stood before it since the last piece is words. */
function take(reader: Reader, piece: ValuePiece, from: number, end: number): number {
  flush(reader, from)
  reader.pieces.push(piece)
  reader.wordsFrom = end
  reader.hasWords = false
  return end
}

const DATE_WORD = /[全上下一二三四五六七八九十第每本当今年]/

/** Reads what stands at `at`, or leaves one character (a run of digits, a Latin word) to the words. Answers where to go on. */
function step(reader: Reader, at: number): number {
  const { plain } = reader
  const code = plain.charCodeAt(at)
  if (isDigit(code)) return readDigits(reader, at)
  if (isLatin(code)) return latinEnd(plain, at)
  const char = plain.charAt(at)
  if ((char === '-' || char === '+') && isDigit(plain.charCodeAt(at + 1)) && mayBeSigned(reader, at)) {
    return readDigits(reader, at)
  }
  const sign = signAt(plain, at)
  if (sign) return comparator(reader, at, sign, 'before')
  const prefix = prefixAt(plain, at)
  if (prefix && startsNumber(plain, at + prefix[0].length)) return comparator(reader, at, prefix, 'before')
  if (DATE_WORD.test(char)) {
    const date = scanDate(plain, reader.text, at)
    if (date) return takeDate(reader, at, date)
  }
  return at + 1
}

const comparator = (
  reader: Reader,
  at: number,
  [word, comparator]: readonly [string, Comparator],
  side: 'before' | 'after',
): number => {
  const end = at + word.length
  return take(reader, { type: 'comparator', comparator, word: reader.text.slice(at, end), side }, at, end)
}

const takeDate = (reader: Reader, at: number, date: { marks: DateMark[]; end: number; invalid: boolean }): number => {
  const { marks, end, invalid } = date
  return take(reader, invalid ? { type: 'unread', text: reader.text.slice(at, end) } : { type: 'date', marks }, at, end)
}

/** Identifiers stay whole: TSG07-2019, DW8-35, ISO9001, PM2.5. */
function latinEnd(plain: string, at: number): number {
  let end = at + 1
  while (
    end < plain.length &&
    (/[\w.]/.test(plain.charAt(end)) || (/[-/]/.test(plain.charAt(end)) && /\w/.test(plain.charAt(end + 1))))
  )
    end++
  return end
}

/** A number may follow at once, with a sign before it. */
function startsNumber(plain: string, at: number): boolean {
  const start = skipSpace(plain, at)
  const first = plain.charCodeAt(start)
  return isDigit(first) || ((first === 45 || first === 43) && isDigit(plain.charCodeAt(start + 1)))
}

/** A minus is a sign at the start, after a comparator and after a colon; elsewhere it joins or lists. */
function mayBeSigned(reader: Reader, at: number): boolean {
  if (!reader.hasWords) {
    const before = reader.pieces.at(-1)
    return before === undefined || before.type === 'comparator' || before.type === 'to'
  }
  return reader.plain.charAt(at - 1) === ':'
}

const NUMBER = /[-+]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y
/** Digits joined by these are one expression and no plain number: 3/5, 7×24, 1:3, 1,0000, 1.2.3. */
const EXPRESSION = /[-+]?\d+(?:[,.:/×*x^]\d+)+/y
/** 2 000 and 2，000 may be one number or two. */
const SPACED = /\d{1,3}(?:(?:[^\S\n]|，)\d{3})+(?![\d，])/y
const BROKEN_DATE = /\d+\s?月\s?\d+\s?[日号](?:之前|以前|前)?/y
/** 1.  2、  3) before words number a list. */
const LISTING = /\d{1,2}(?:[.、)]|．)(?=\s*[^\d\s.,%])/y

const match = (rule: RegExp, text: string, at: number): string | null => {
  rule.lastIndex = at
  return rule.exec(text)?.[0] ?? null
}

function readDigits(reader: Reader, at: number): number {
  const { plain, text } = reader
  const before = reader.pieces.at(-1)
  const compared = before?.type === 'comparator' && !reader.hasWords
  const date = scanDate(plain, text, at)
  // ≤12月 and ≥2000年 are amounts; ≤2024年12月31日 is a date.
  if (date && (!compared || date.marks.length > 1)) return takeDate(reader, at, date)
  const broken = compared ? null : match(BROKEN_DATE, plain, at)
  if (broken) return take(reader, { type: 'unread', text: text.slice(at, at + broken.length) }, at, at + broken.length)
  if (!compared && isListing(reader, at)) return at + (match(LISTING, plain, at)?.length ?? 1)
  const spaced = match(SPACED, plain, at)
  if (spaced) return unread(reader, at, at + spaced.length, true)
  const number = match(NUMBER, plain, at) ?? plain.charAt(at)
  const expression = match(EXPRESSION, plain, at)
  const end = at + number.length
  if (expression && expression.length > number.length)
    return unread(reader, at, at + expression.length, /[,.]/.test(expression))
  const piece = numberPiece(text.slice(at, end), number)
  if (!piece) return unread(reader, at, end, true)
  if (isOrdinal(plain, at)) return end
  if (isLatin(plain.charCodeAt(end)) && unitEnd(plain, end) === end) return latinEnd(plain, end)
  take(reader, piece, at, end)
  return readAfterNumber(reader, end)
}

/** Expressions are words (3/5, 7×24); a broken number is marked, so that it can be reported. */
const unread = (reader: Reader, at: number, end: number, marked: boolean): number =>
  marked ? take(reader, { type: 'unread', text: reader.text.slice(at, end) }, at, end) : end

/** 第3期 counts nothing, ×100% is the end of a formula. */
const isOrdinal = (plain: string, at: number): boolean => /[第×*]/.test(plain.charAt(at - 1))

const isListing = (reader: Reader, at: number): boolean =>
  match(LISTING, reader.plain, at) !== null && (at === 0 || /[\s;。,，(]/.test(reader.plain.charAt(at - 1)))

/** null where sign, digits and separators are mixed so that they could not be written back from their meaning. */
function numberPiece(written: string, plain: string): NumberPiece | null {
  const sign = /^[-+]/.test(plain) ? written.charAt(0) : ''
  const body = written.slice(sign.length)
  const value = (sign === '' ? '' : plain.charAt(0)) + plain.slice(sign.length).replaceAll(',', '')
  const piece: NumberPiece = { type: 'number', value, sign, grouped: plain.includes(','), wide: /[０-９]/.test(body) }
  return formatNumber(piece) === written ? piece : null
}

/** The unit, 以上 and the like, and the other end of a range, where they follow a number. */
function readAfterNumber(reader: Reader, after: number): number {
  const { plain } = reader
  let end = readUnit(reader, after)
  const start = skipSpace(plain, end)
  const suffix = suffixAt(plain, start)
  if (suffix) end = comparator(reader, start, suffix, 'after')
  else if (plain.charAt(start) === '内' && end > after && !/[容部]/.test(plain.charAt(start + 1))) {
    end = comparator(reader, start, ['内', '<='], 'after')
  }
  if (end === after || reader.pieces.at(-1)?.type === 'number') end = readUnit(reader, end)
  const joint = skipSpace(plain, end)
  const to = match(TO, plain, joint)
  if (to === null || !startsNumber(plain, joint + to.length)) return end
  return take(reader, { type: 'to', word: reader.text.slice(joint, joint + to.length) }, joint, joint + to.length)
}

const TO = /-{1,2}|~{1,2}|至|到/y

function readUnit(reader: Reader, after: number): number {
  const { plain, text } = reader
  const start = skipSpace(plain, after)
  if (plain.charAt(start) === '(') {
    const close = unitInBrackets(plain, start)
    if (close === start) return after
    const unit = withoutSpace(text.slice(start + 1, close - 1))
    return take(reader, { type: 'unit', unit, brackets: text.charAt(start) + text.charAt(close - 1) }, start, close)
  }
  const about = ABOUT.test(plain.charAt(start)) ? unitEnd(plain, start + 1) : 0
  if (about > start + 1) return take(reader, unitPiece(text.slice(start + 1, about)), start + 1, about)
  const known = unitEnd(plain, start)
  const end = known > start ? known : unitFallback(plain, start)
  if (end === start) return after
  return take(reader, unitPiece(text.slice(start, end)), start, end)
}

/** 5000余份, 30多个: the word stays beside the unit. */
const ABOUT = /[余多来]/

const unitPiece = (written: string): ValuePiece => ({ type: 'unit', unit: withoutSpace(written), brackets: '' })
