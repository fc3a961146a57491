import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays } from '../calendar/calendar.ts'
import { phaseOn } from '../cycle/window.ts'
import { overdueBefore } from './overdue.ts'

it('calls late what the window of a task calls late, on every day and for every deadline', () => {
  const day = fc.nat(1400).map((n) => addDays('2023-01-02', n))
  fc.assert(
    fc.property(day, fc.nat(40), (today, before) => {
      const dueOn = addDays(today, 10 - before)
      const window = { opensOn: '2000-01-01', dueOn, closesOn: null, closed: false, extendedTo: null }
      expect(dueOn < overdueBefore(today)).toBe(phaseOn(window, today) === 'late')
    }),
  )
})
