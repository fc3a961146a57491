// Chinese dates, deadlines and periods: 2024年12月底前, 2023年三季度, 7-9月, 每月25日之前. No clock: a missing year is the caller's.
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

/** What a date resolves to; ISO days. `date` = the day that decides, `period` = the span, where the words name one. */
export type Dated = { readonly date?: string; readonly period?: { readonly from: string; readonly to: string } }

export const formatDate = (marks: readonly DateMark[]): string => marks.map((m) => m.number + m.word).join('')

const NUMERALS = '一二三四五六七八九十'
const YEAR = /((?:19|20)\d{2})\s{0,2}(年度|年)/y
const YEAR_OF_RANGE = /((?:19|20)\d{2})(?=\s?[-~至到]{1,2}\s?(?:19|20)\d{2}\s?年)/y
const THIS_YEAR = /(?:本年度|本年|当年|今年)/y
const WHOLE = /全年(?!龄)|上半年|下半年/y
const QUARTER = /第?([一二三四1-4])\s?(季度)/y
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

/** Reads one point (a year, a month of it, a day …) onto `marks`; answers where it ends. */
function scanPoint(folded: string, text: string, position: number, marks: DateMark[], second = false): number {
  const dotted = at(DOTTED_SPAN, folded, position) ?? (second ? at(DOTTED_END, folded, position) : null)
  const iso =
    at(ISO, folded, position) ?? dotted ?? at(ISO_MONTH, folded, position) ?? at(DOTTED_MONTH, folded, position)
  if (iso) return isoPoint(iso, text, position, marks)
  let end = position
  const read = (rule: RegExp, of: DateMark['of']): boolean => {
    const start = skipSpace(folded, end)
    const found = at(rule, folded, start)
    if (!found) return false
    const number = found[1] ?? ''
    const offset = number === '' ? 0 : found[0].indexOf(number)
    const prefix = offset > 0 ? text.slice(start, start + offset) : ''
    if (prefix !== '') marks.push({ of, number: '', word: prefix })
    const word = number === '' ? found[0] : (found[2] ?? '')
    marks.push({ of, number: text.slice(start + offset, start + offset + number.length), word })
    end = start + found[0].length
    return true
  }
  const every = read(EVERY, 'every')
  const year = read(YEAR, 'year') || read(YEAR_OF_RANGE, 'year') || read(THIS_YEAR, 'year')
  const known = every || year
  if (marks.at(-1)?.word === '每周' && read(WEEKDAY, 'day')) return end
  if (read(WHOLE, 'half')) return end
  if (read(QUARTER, 'quarter')) {
    read(/[底末初内]/y, 'edge')
    return end
  }
  if (read(MONTH_OF_RANGE, 'month')) return end
  if (read(MONTH, 'month')) {
    if (folded.charAt(end) === '/') return known ? end : discard(marks, position)
    if (read(DAY, 'day')) read(HOUR, 'hour')
    else read(EDGE, 'edge')
    return end
  }
  if (known || second) {
    if (every || second) read(DAY, 'day')
    if (read(known ? EDGE : BARE_EDGE, 'edge')) return end
    return every && marks.length === 1 ? discard(marks, position) : end
  }
  read(BARE_EDGE, 'edge')
  return end
}

function discard(marks: DateMark[], position: number): number {
  marks.length = 0
  return position
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

const number = (mark: DateMark): number => {
  const digits = mark.number.normalize('NFKC')
  if (/^\d+$/.test(digits)) return Number(digits)
  const [first = '', second = ''] = digits
  return first === '十' && second !== '' ? 10 + NUMERALS.indexOf(second) + 1 : NUMERALS.indexOf(first) + 1
}

const daysIn = (year: number, month: number): number =>
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
    const n = number(mark)
    if (mark.of === 'year') year = n
    if (mark.of === 'month') {
      month = n
      if (n < 1 || n > 12) return false
    }
    if (mark.of === 'day' && (n < 1 || n > daysIn(year, month))) return false
  }
  return true
}

type Day = readonly [year: number, month: number, day: number]
/** `exact`: the words name a day (12月31日, 月底), not only a span. */
type Span = { readonly from: Day; readonly to: Day; readonly exact: boolean }
type Point = { year: number | null; month: number | null }

const iso = ([year, month, day]: Day): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

const months = (year: number, first: number, last: number, exact = false): Span => ({
  from: [year, first, 1],
  to: [year, last, daysIn(year, last)],
  exact,
})

const TENDAYS: Readonly<Record<string, readonly [number, number]>> = { 上旬: [1, 10], 中旬: [11, 20], 下旬: [21, 31] }

/** One point with what it takes over from the point before (the year, the month). null = it names no span. */
function spanOf(marks: readonly DateMark[], known: Point): Span | null {
  const find = (of: DateMark['of']): DateMark | undefined => marks.findLast((m) => m.of === of)
  const [yearMark, monthMark, dayMark, edge, quarter, half] = (
    ['year', 'month', 'day', 'edge', 'quarter', 'half'] as const
  ).map(find)
  if (yearMark?.number) known.year = number(yearMark)
  if (monthMark) known.month = number(monthMark)
  const year = known.year
  if (year === null) return null
  if (dayMark) {
    if (known.month === null || dayMark.number === '') return null
    const day: Day = [year, known.month, number(dayMark)]
    return { from: day, to: day, exact: true }
  }
  const vague = edge !== undefined && /[中初]$/.test(edge.word)
  if (vague) return null
  const end = edge !== undefined && /[底末]$/.test(edge.word)
  if (monthMark) return monthSpan(year, number(monthMark), edge?.word ?? '', end)
  if (quarter?.number) return ends(months(year, number(quarter) * 3 - 2, number(quarter) * 3), end)
  if (half?.word === '上半年') return months(year, 1, 6)
  if (half?.word === '下半年') return months(year, 7, 12)
  return ends(months(year, 1, 12), end)
}

const ends = (span: Span, end: boolean): Span => (end ? { from: span.to, to: span.to, exact: true } : span)

function monthSpan(year: number, month: number, edge: string, end: boolean): Span {
  const tenDays = TENDAYS[edge]
  if (!tenDays) return ends(months(year, month, month), end)
  const last = Math.min(tenDays[1], daysIn(year, month))
  return { from: [year, month, tenDays[0]], to: [year, month, last], exact: false }
}

/**
 * The days that dates written in one value name. `defaultYear` is used where no year is printed; null leaves such dates open.
 * 2024年12月底前 → date; 2023年三季度, 7-9月 → period; 2024年3月启动，2024年年底完成 → both; 每月25日之前 → neither.
 */
export function resolveDates(dates: readonly (readonly DateMark[])[], defaultYear: number | null = null): Dated {
  const known: Point = { year: defaultYear, month: null }
  const years = new Set(dates.flatMap((marks) => marks.filter((m) => m.of === 'year' && m.number).map(number)))
  const spans: Span[] = []
  let date: Day | null = null
  for (const marks of dates) {
    const isYearless = !marks.some((m) => m.of === 'year' && m.number)
    // 2024年1-6月…；2023年7-9月…；1-12月…: no one can tell which year the last one means.
    if (marks.some((m) => m.of === 'every') || (isYearless && years.size > 1)) return {}
    const points = split(marks)
    const read = points.map((point) => spanOf(point, known))
    const [first, last] = [read[0], read.at(-1)]
    if (!first || !last) return {}
    if (last.exact) date = last.to
    // 6月前, 2024年前: the words do not say whether the month itself still counts.
    else if (marks.at(-1)?.of === 'before' && marks.at(-1)?.word !== '之内' && points.length === 1) return {}
    spans.push({ from: first.from, to: last.to, exact: first.exact && points.length === 1 })
  }
  const [first] = spans
  if (!first) return {}
  const single = spans.length === 1 && first.exact
  return {
    ...(date ? { date: iso(date) } : {}),
    ...(single ? {} : { period: { from: earliest(spans), to: latest(spans) } }),
  }
}

/** ISO days sort as text. */
const earliest = (spans: readonly Span[]): string => spans.map((span) => iso(span.from)).sort()[0] ?? ''
const latest = (spans: readonly Span[]): string =>
  spans
    .map((span) => iso(span.to))
    .sort()
    .at(-1) ?? ''

function split(marks: readonly DateMark[]): DateMark[][] {
  const points: DateMark[][] = [[]]
  for (const mark of marks) {
    if (mark.of === 'to') points.push([])
    else points.at(-1)?.push(mark)
  }
  return points
}
