// 工作日历: days as ISO texts (2024-03-01), so that no time zone can move them.
import { holidays, type YearOff } from './holidays.ts'

const oneDay = 86_400_000
const timeOf = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** The day `count` days later; earlier when negative. */
export const addDays = (day: string, count: number): string => dayAt(timeOf(day) + count * oneDay)

/** Days from one to the other; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (timeOf(to) - timeOf(from)) / oneDay

export type Calendar = Readonly<Record<number, YearOff>>

/** Whether offices work that day. A year the calendar does not know has its weekends only. */
export function isWorkingDay(day: string, calendar: Calendar = holidays): boolean {
  const year = calendar[Number(day.slice(0, 4))]
  if (year?.worked.includes(day)) return true
  if (year?.off.some(([first, last]) => first <= day && day <= last)) return false
  const weekday = new Date(timeOf(day)).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** Whether the holidays of the day's year are known. */
export const isKnown = (day: string, calendar: Calendar = holidays): boolean => Number(day.slice(0, 4)) in calendar

/** The day itself when offices work, else the next one that is worked: a term that ends on a day off ends on the next working day (民法典第203条). */
export function nextWorkingDay(day: string, calendar: Calendar = holidays): string {
  let next = day
  while (!isWorkingDay(next, calendar)) next = addDays(next, 1)
  return next
}

/** The `count`-th working day after a day (not counting it). */
export function addWorkingDays(day: string, count: number, calendar: Calendar = holidays): string {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at, calendar)) left--
  }
  return at
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string, calendar: Calendar = holidays): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count++
  return count
}
