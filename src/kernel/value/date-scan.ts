// Chinese dates as written: 2024年12月底前, 2023年三季度, 7-9月, 每月25日之前 → their marks, and back.
import { skipSpace } from './characters.ts'

/**
 * One step of a date as written. `number` holds its digits or numerals ('' where it has none), `word` what follows them:
 * 2024年三季度 = year 2024 年 + quarter 三 季度. The text is the numbers and words in a row.
 */
export type DateMark = {
  readonly of: 'every' | 'year' | 'half' | 'quarter' | 'month' | 'day' | 'hour' | 'edge' | 'to' | 'before'
  readonly number: string
  readonly word: string
}

export const formatDate = (marks: readonly DateMark[]): string => marks.map((m) => m.number + m.word).join('')

const NUMERALS = '一二三四五六七八九十'
const YEAR = /((?:19|20)\d{2})\s{0,2}(年度|年)/y
const YEAR_OF_RANGE = /((?:19|20)\d{2})(?=\s?[-~至到]{1,2}\s?(?:19|20)\d{2}\s?年)/y
const THIS_YEAR = /(?:本年度|本年|当年|今年)/y
const WHOLE = /全年(?!龄)|上半年|下半年/y
const QUARTER = /第?([一二三四1-4])\s?(季度)/y
const QUARTER_EDGE = /[底末初内]/y
const EDGE =
  /年底|年末|年内|年中|年初|底(?!层)|末(?!端)|内(?![容部])|中旬|上旬|下旬|中(?![央小学国级心期])|初(?![步级中])/y
const BARE_EDGE = /年底|年末|年内/y
const MONTH = /(\d{1,2}|十[一二]?|[一二三四五六七八九])\s{0,2}(月份|月)/y
const MONTH_OF_RANGE = /(\d{1,2})(?=\s?[-~至到]{1,2}\s?\d{1,2}\s?月)/y
const HOUR = /(\d{1,2})\s?([时点])(?!间)/y
const DAY = /(\d{1,2})\s{0,2}([日号])/y
const ISO = /((?:19|20)\d{2})([-./])(\d{1,2})(?:\2(\d{1,2}))(?!\d)/y
/** 2023.12 is a date only where the words say so; else it is a number. */
const DOTTED_SPAN =
  /((?:19|20)\d{2})(\.)(0?[1-9]|1[0-2])(?=\s?[-~至到]{1,2}\s?(?:19|20)\d{2}\.(?:0?[1-9]|1[0-2])(?![\d.]))/y
const DOTTED_END = /((?:19|20)\d{2})(\.)(0?[1-9]|1[0-2])(?![\d.])/y
const DOTTED_MONTH = /((?:19|20)\d{2})(\.)(0?[1-9]|1[0-2])(?=之?前|以前|底|完成)/y
const ISO_MONTH = /((?:19|20)\d{2})(-)(0[1-9]|1[0-2])(?![\d-])/y
const RANGE = /(?:-{1,2}|~|至|到)/y
const BEFORE = /(?:之前|以前|前(?![往期提述置沿景列后三十百\d])|之内)/y
const EVERY = /每(?:半年|季度|季|年|月|周|日|天)/y
const WEEKDAY = /[一二三四五六日](?![次个天])/y

const at = (rule: RegExp, text: string, position: number): RegExpExecArray | null => {
  rule.lastIndex = position
  return rule.exec(text)
}

/**
 * The date that starts at a position of a folded text, cut from the text as written.
 * `invalid` = it has the shape of a date and names no day (1212月25日, 2024年13月): not read, not guessed.
 */
export function scanDate(
  folded: string,
  text: string,
  position: number,
): { marks: DateMark[]; end: number; invalid: boolean } | null {
  const marks: DateMark[] = []
  let end = scanPoint(folded, text, position, marks)
  if (end === position) return null
  for (let spans = 0; spans < 3; spans++) {
    const joint = skipSpace(folded, end)
    const to = at(RANGE, folded, joint)
    if (!to) break
    const after = skipSpace(folded, joint + to[0].length)
    const rest: DateMark[] = []
    const next = scanPoint(folded, text, after, rest, true)
    if (next === after) break
    marks.push({ of: 'to', number: '', word: text.slice(joint, joint + to[0].length) }, ...rest)
    end = next
  }
  const deadline = at(BEFORE, folded, skipSpace(folded, end))
  if (deadline) {
    marks.push({ of: 'before', number: '', word: deadline[0] })
    end = deadline.index + deadline[0].length
  }
  return { marks, end, invalid: !valid(marks) }
}

/** Reads one point (a year, a month of it, a day …) onto `marks`; answers where it ends. `second` = behind a 至. */
function scanPoint(folded: string, text: string, position: number, marks: DateMark[], second = false): number {
  const printed = isoAt(folded, position, second)
  if (printed) return isoPoint(printed, text, position, marks)
  const point = { folded, text, marks, end: position }
  const every = read(point, EVERY, 'every')
  const year = read(point, YEAR, 'year') || read(point, YEAR_OF_RANGE, 'year') || read(point, THIS_YEAR, 'year')
  if (readWithin(point, every || year)) return point.end
  if (every || second) read(point, DAY, 'day')
  if (read(point, every || year ? EDGE : BARE_EDGE, 'edge')) return point.end
  // 每年2次 is no date: it only says how often.
  if (every && marks.length === 1) return position
  return point.end
}

/** The week day, half, quarter or month of a point with what belongs to it. */
function readWithin(point: Point, known: boolean): boolean {
  if (point.marks.at(-1)?.word === '每周' && read(point, WEEKDAY, 'day')) return true
  if (read(point, WHOLE, 'half') || read(point, MONTH_OF_RANGE, 'month')) return true
  if (read(point, QUARTER, 'quarter')) {
    read(point, QUARTER_EDGE, 'edge')
    return true
  }
  const rate = at(MONTH, point.folded, skipSpace(point.folded, point.end))
  // 3月/次 counts months.
  if (!rate || (!known && point.folded.charAt(rate.index + rate[0].length) === '/')) return false
  read(point, MONTH, 'month')
  if (read(point, DAY, 'day')) read(point, HOUR, 'hour')
  else read(point, EDGE, 'edge')
  return true
}

type Point = { readonly folded: string; readonly text: string; readonly marks: DateMark[]; end: number }

/** Reads one mark where the rule fits; its number is the rule's first group, the word behind it the second. */
function read(point: Point, rule: RegExp, of: DateMark['of']): boolean {
  const { folded, text, marks } = point
  const start = skipSpace(folded, point.end)
  const found = at(rule, folded, start)
  if (!found) return false
  const [whole, number = '', word = ''] = found
  const offset = number === '' ? 0 : whole.indexOf(number)
  if (offset > 0) marks.push({ of, number: '', word: text.slice(start, start + offset) })
  const digits = text.slice(start + offset, start + offset + number.length)
  marks.push({ of, number: digits, word: number === '' ? whole : word })
  point.end = start + whole.length
  return true
}

const isoAt = (folded: string, position: number, second: boolean): RegExpExecArray | null => {
  const rules = second
    ? [ISO, DOTTED_SPAN, DOTTED_END, ISO_MONTH, DOTTED_MONTH]
    : [ISO, DOTTED_SPAN, ISO_MONTH, DOTTED_MONTH]
  for (const rule of rules) {
    const found = at(rule, folded, position)
    if (found) return found
  }
  return null
}

function isoPoint(found: RegExpExecArray, text: string, position: number, marks: DateMark[]): number {
  const [whole, year = '', sign = '', month = '', day] = found
  const cut = (from: number, length: number): string => text.slice(position + from, position + from + length)
  marks.push({ of: 'year', number: cut(0, year.length), word: cut(year.length, 1) })
  const afterMonth = year.length + sign.length + month.length
  marks.push({ of: 'month', number: cut(year.length + 1, month.length), word: day ? cut(afterMonth, 1) : '' })
  if (day) marks.push({ of: 'day', number: cut(afterMonth + 1, day.length), word: '' })
  return position + whole.length
}

/** The number of a mark: 12, １２, 十二 → 12. */
export const markNumber = (mark: DateMark): number => {
  const digits = mark.number.normalize('NFKC')
  if (/^\d+$/.test(digits)) return Number(digits)
  const [first = '', second = ''] = digits
  return first === '十' && second !== '' ? 10 + NUMERALS.indexOf(second) + 1 : NUMERALS.indexOf(first) + 1
}

export const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31

function valid(marks: readonly DateMark[]): boolean {
  let year = 2000
  let month = 1
  for (const mark of marks) {
    if (mark.number === '') continue
    const n = markNumber(mark)
    if (mark.of === 'year') year = n
    if (mark.of === 'month') {
      month = n
      if (n < 1 || n > 12) return false
    }
    if (mark.of === 'day' && (n < 1 || n > daysIn(year, month))) return false
  }
  return true
}
