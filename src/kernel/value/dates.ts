// What Chinese dates, deadlines and periods mean. No clock: a year that is not printed is the caller's.
import { fold } from './characters.ts'
import { type DateMark, daysIn, markNumber, scanDate } from './date-scan.ts'

/** What a date resolves to; ISO days. `date` = the day that decides, `period` = the span, where the words name one. */
export type Dated = { readonly date?: string; readonly period?: { readonly from: string; readonly to: string } }

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
  if (yearMark?.number) known.year = markNumber(yearMark)
  if (monthMark) known.month = markNumber(monthMark)
  const year = known.year
  if (year === null) return null
  if (dayMark) {
    if (known.month === null || dayMark.number === '') return null
    const day: Day = [year, known.month, markNumber(dayMark)]
    return { from: day, to: day, exact: true }
  }
  const vague = edge !== undefined && /[中初]$/.test(edge.word)
  if (vague) return null
  const end = edge !== undefined && /[底末]$/.test(edge.word)
  if (monthMark) return monthSpan(year, markNumber(monthMark), edge?.word ?? '', end)
  if (quarter?.number) return ends(months(year, markNumber(quarter) * 3 - 2, markNumber(quarter) * 3), end)
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
  const years = new Set(dates.flatMap((marks) => marks.filter((m) => m.of === 'year' && m.number).map(markNumber)))
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

/** The days that a text names which is a date and nothing else; {} for any other text. */
export function parseDate(text: string, defaultYear: number | null = null): Dated {
  const trimmed = text.trim()
  const scanned = scanDate(fold(trimmed), trimmed, 0)
  const isWhole = scanned !== null && !scanned.invalid && scanned.end === trimmed.length
  return isWhole ? resolveDates([scanned.marks], defaultYear) : {}
}
