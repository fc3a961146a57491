// When a date decides a target: 2024年12月底前完成 is one, 符合2024年工作要求 only mentions a year.

import type { DateMark } from './date-scan.ts'
import { type Dated, resolveDates } from './dates.ts'
import { isSignificant } from './parts.ts'
import type { ValueReading } from './reading.ts'

const LEADS =
  /^(?:自|从|至|到|于|在|截至|截止|截止到|截至到|力争|争取|确保|预计|计划|拟|应|须|需|将|必须|不晚于|不迟于)+$|(?:时间|日期|时限|期限|节点|进度)(?:为|是)?[：:]?$/
const DONE =
  /^(?:按时|全部|全面|基本|正式|陆续|已)?(?:完成|完工|完毕|竣工|启动|开工|开展|实施|组织|验收|交付|上线|投入|投用|建成|举办|召开|印发|提交|支付|拨付|进行|到位|开始|结束|[，,；;。、）)])/

const isFine = (marks: readonly DateMark[]): boolean =>
  marks.some((m) => m.of !== 'year' && m.of !== 'before' && m.of !== 'to')
const isDeadline = (marks: readonly DateMark[]): boolean => marks.at(-1)?.of === 'before'

/** Whether the value is decided by its dates. */
export function dateDecides(reading: ValueReading): boolean {
  const first = reading.findIndex((piece) => piece.type === 'date')
  if (first < 0) return false
  const lead = reading.slice(0, first)
  const leads = lead.every(
    (piece) =>
      piece.type === 'comparator' || (piece.type === 'words' && (!isSignificant(piece.text) || LEADS.test(piece.text))),
  )
  if (leads && opens(reading, first)) return true
  return reading.some(
    (piece, at) => piece.type === 'date' && isFine(piece.marks) && (isDeadline(piece.marks) || isDone(reading, at)),
  )
}

/** A date that opens the value decides it, if it is finer than a year or nothing but its completion is said. */
function opens(reading: ValueReading, at: number): boolean {
  const piece = reading[at]
  if (piece?.type !== 'date') return false
  const alone = !reading.slice(at + 1).some((next) => next.type !== 'words' || isSignificant(next.text))
  if (alone) return true
  const wholeYear = piece.marks.some((m) => m.word === '全年')
  if (wholeYear || !isFine(piece.marks)) return isDone(reading, at)
  const named = piece.marks.some(
    (m) => m.of === 'year' || m.of === 'day' || m.of === 'edge' || m.of === 'every' || m.of === 'month',
  )
  return named || isDone(reading, at)
}

function isDone(reading: ValueReading, at: number): boolean {
  const next = reading[at + 1]
  const date = reading[at]
  if (date?.type === 'date' && date.marks.some((m) => m.word === '全年')) return false
  return next?.type === 'words' && DONE.test(next.text)
}

/** 2023年9月起 has no end. */
const OPEN = /^(?:起|开始|以来|以后|之后|后)/

/** The day or span of all dates of the value; none where one of them is open. */
export function datesOf(reading: ValueReading, year: number | null): Dated {
  const isOpen = reading.some((piece, at) => {
    const next = reading[at + 1]
    return piece.type === 'date' && next?.type === 'words' && OPEN.test(next.text)
  })
  if (isOpen) return {}
  const dates = reading.flatMap((piece) => (piece.type === 'date' ? [piece.marks] : []))
  return resolveDates(dates, year)
}
