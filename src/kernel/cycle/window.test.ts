import { expect, it } from 'vitest'
import { closedBecause, deadline, lastDay, phaseOn, type Window } from './window.ts'

/** 自评: 3月1日 opens, due on Sunday 31 March 2024, nothing after 30 April. */
const window: Window = {
  opensOn: '2024-03-01',
  dueOn: '2024-03-31',
  closesOn: '2024-04-30',
  closed: false,
  extendedTo: null,
}

it('a deadline on a Sunday is the next working day', () => {
  expect(deadline(window)).toBe('2024-04-01')
})

it.each([
  ['2024-02-29', 'ahead'],
  ['2024-03-01', 'open'],
  ['2024-04-01', 'open'],
  ['2024-04-02', 'late'],
  ['2024-04-30', 'late'],
  ['2024-05-01', 'closed'],
])('on %s the task is %s', (day, phase) => {
  expect(phaseOn(window, day)).toBe(phase)
})

it('an extension moves the deadline of one organisation, also past the end of the others', () => {
  const extended = { ...window, extendedTo: '2024-05-10' }
  expect(phaseOn(extended, '2024-05-10')).toBe('open')
  expect(lastDay(extended)).toBe('2024-05-10')
  expect(deadline({ ...window, extendedTo: '2024-03-15' })).toBe('2024-04-01')
})

it('is closed unless opened, and says what to do', () => {
  expect(closedBecause({ ...window, closed: true }, '2024-03-05')).toContain('重新开放')
  expect(closedBecause(window, '2024-02-01')).toContain('2024-03-01起开放')
  expect(closedBecause(window, '2024-05-06')).toContain('已于2024-04-30截止')
  expect(closedBecause(window, '2024-04-02')).toBeNull()
})
