import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addWorkingDays,
  daysBetween,
  isKnown,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
} from './calendar.ts'
import { holidays } from './holidays.ts'

const day = fc.integer({ min: 0, max: 1460 }).map((n) => addDays('2023-01-01', n))

describe('国务院办公厅节假日安排', () => {
  it.each([
    ['2024-02-12', false, '春节'],
    ['2024-02-18', true, '春节调休上班的星期日'],
    ['2024-05-11', true, '劳动节调休上班的星期六'],
    ['2024-06-10', false, '端午节'],
    ['2025-10-08', false, '国庆节、中秋节'],
    ['2026-02-23', false, '春节'],
    ['2026-10-10', true, '国庆节调休上班的星期六'],
    ['2024-07-31', true, '星期三'],
    ['2024-08-31', false, '星期六'],
  ])('%s is worked: %s (%s)', (date, worked) => {
    expect(isWorkingDay(date)).toBe(worked)
  })

  it('names days off that fall in their year, and working days that are weekends', () => {
    for (const [year, { off, worked }] of Object.entries(holidays)) {
      for (const [first, last] of off)
        expect([first.slice(0, 4), last.slice(0, 4), first <= last]).toEqual([year, year, true])
      for (const date of worked) expect([0, 6]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay())
      expect(off.some(([first, last]) => worked.some((date) => first <= date && date <= last))).toBe(false)
    }
  })

  it('says when the holidays of a year are not known', () => {
    expect([isKnown('2024-01-01'), isKnown('2031-01-01')]).toEqual([true, false])
    expect(isWorkingDay('2031-01-01')).toBe(true)
  })
})

it('a term that ends on a day off ends on the next working day', () => {
  expect(nextWorkingDay('2024-08-31')).toBe('2024-09-02')
  expect(nextWorkingDay('2024-10-01')).toBe('2024-10-08')
  expect(nextWorkingDay('2024-09-02')).toBe('2024-09-02')
})

it('counts ten working days over the spring festival', () => {
  expect(addWorkingDays('2024-02-05', 10)).toBe('2024-02-23')
})

it('adding and counting working days agree, as do days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), (from, count) => {
      const to = addWorkingDays(from, count)
      expect(workingDaysBetween(from, to)).toBe(count)
      if (count > 0) expect(isWorkingDay(to)).toBe(true)
      expect(daysBetween(from, addDays(from, count))).toBe(count)
    }),
  )
})
