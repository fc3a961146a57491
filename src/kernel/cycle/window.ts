// When a task may be worked on: closed unless opened, late after its deadline, closed after its end.
import { type Calendar, nextWorkingDay } from '../calendar/calendar.ts'
import { holidays } from '../calendar/holidays.ts'

/** The days of a task, as set; all days are ISO texts. */
export type Window = {
  readonly opensOn: string
  readonly dueOn: string
  /** Nothing is accepted after it; null = what comes late is accepted and marked. */
  readonly closesOn: string | null
  /** Closed by hand, whatever its days. */
  readonly closed: boolean
  /** A later deadline granted to one organisation. */
  readonly extendedTo: string | null
}

/** The last day on which work is in time: a deadline on a day off moves to the next working day. */
export const deadline = ({ dueOn, extendedTo }: Window, calendar: Calendar = holidays): string =>
  nextWorkingDay(extendedTo !== null && extendedTo > dueOn ? extendedTo : dueOn, calendar)

/** The last day on which anything is accepted; null = none is set. */
export function lastDay(window: Window, calendar: Calendar = holidays): string | null {
  if (window.closesOn === null) return null
  const days = [nextWorkingDay(window.closesOn, calendar), deadline(window, calendar)]
  return days.toSorted().at(-1) ?? null
}

export type Phase = 'ahead' | 'open' | 'late' | 'closed'

export function phaseOn(window: Window, day: string, calendar: Calendar = holidays): Phase {
  if (window.closed) return 'closed'
  if (day < window.opensOn) return 'ahead'
  if (day <= deadline(window, calendar)) return 'open'
  const last = lastDay(window, calendar)
  return last !== null && day > last ? 'closed' : 'late'
}

/** Why nothing may be filed on a day, a Chinese sentence; null where it may. */
export function closedBecause(window: Window, day: string, calendar: Calendar = holidays): string | null {
  const phase = phaseOn(window, day, calendar)
  if (phase === 'ahead') return `本任务${window.opensOn}起开放，现在还不能填报。`
  if (phase !== 'closed') return null
  if (window.closed) return '本任务已关闭。需要补报的，请联系任务的组织单位重新开放。'
  return `本任务已于${lastDay(window, calendar)}截止。需要补报的，请向任务的组织单位申请延期。`
}
