// Which deadlines are past on a day, for queries that compare days only.
import { addDays, type Calendar, isWorkingDay } from '../calendar/calendar.ts'
import { holidays } from '../calendar/holidays.ts'

/** On `day` a deadline is past where it lies before this day: those on days off right before it have moved to it. */
export function overdueBefore(day: string, calendar: Calendar = holidays): string {
  let first = day
  while (!isWorkingDay(addDays(first, -1), calendar)) first = addDays(first, -1)
  return first
}
