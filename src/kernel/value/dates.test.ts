import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDate, scanDate } from './date-scan.ts'
import { parseDate, resolveDates } from './dates.ts'

test.each([
  ['2024-12-31', { date: '2024-12-31' }],
  ['2024.06.30', { date: '2024-06-30' }],
  ['2024/6/30前', { date: '2024-06-30' }],
  ['2023年12月15日之前', { date: '2023-12-15' }],
  ['2023年二月底前', { date: '2023-02-28' }],
  ['2024年二月末', { date: '2024-02-29' }],
  ['2024年第一季度末', { date: '2024-03-31' }],
  ['2024年6月中旬', { period: { from: '2024-06-11', to: '2024-06-20' } }],
  ['2024年2月下旬', { period: { from: '2024-02-21', to: '2024-02-29' } }],
  ['2024年下半年', { period: { from: '2024-07-01', to: '2024-12-31' } }],
  ['2024年内', { period: { from: '2024-01-01', to: '2024-12-31' } }],
  ['2023-2025年', { period: { from: '2023-01-01', to: '2025-12-31' } }],
  ['2024年3月15日至25日', { date: '2024-03-25', period: { from: '2024-03-15', to: '2024-03-25' } }],
])('%s', (text, expected) => expect(parseDate(text)).toEqual(expected))

test('words that do not settle a day settle none', () => {
  for (const text of ['2024年6月前', '2024年年中', '2024年初', '每月25日前', '每季度末', '每周五前']) {
    expect(parseDate(text, 2024), text).toEqual({})
  }
})

test('a year that is not printed is the given one, or open', () => {
  expect(parseDate('12月底前', 2022)).toEqual({ date: '2022-12-31' })
  expect(parseDate('年底前', 2022)).toEqual({ date: '2022-12-31' })
  expect(parseDate('三季度', 2022)).toEqual({ period: { from: '2022-07-01', to: '2022-09-30' } })
  expect(parseDate('12月底前')).toEqual({})
})

test('two printed years leave a date without one open', () => {
  const marks = ['2024年1-6月', '2023年10月', '12月'].map((text) => scanDate(text, text, 0)?.marks ?? [])
  expect(resolveDates(marks.slice(0, 2))).toEqual({ period: { from: '2023-10-01', to: '2024-06-30' } })
  expect(resolveDates(marks)).toEqual({})
})

test('days that do not exist are invalid', () => {
  for (const text of ['2024年13月', '2023年2月29日', '4月31日前', '2024-02-30']) {
    expect(scanDate(text, text, 0)?.invalid, text).toBe(true)
  }
})

test('every day written in Chinese is read as itself and written back', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [year, month, dayOfMonth] = iso.split('-').map(Number)
      const text = `${year}年${month}月${dayOfMonth}日前`
      expect(parseDate(text)).toEqual({ date: iso })
      expect(formatDate(scanDate(text, text, 0)?.marks ?? [])).toBe(text)
    }),
  )
})
