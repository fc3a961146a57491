import { expect, it } from 'vitest'
import { amount, moment, wan } from './show.ts'

it('a moment is told by the clock of China, whatever the zone of the reader', () => {
  expect(moment('2024-03-01T16:30:00.000Z')).toBe('2024-03-02 00:30')
  expect(moment('2024-12-31T15:59:59.000Z')).toBe('2024-12-31 23:59')
  const zone = process.env.TZ
  process.env.TZ = 'America/New_York'
  expect(moment('2024-03-01T16:30:00.000Z')).toBe('2024-03-02 00:30')
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

it('amounts are grouped, and 元 become 万元', () => {
  expect(amount('1234567.5')).toBe('1,234,567.5')
  expect(amount('不详')).toBe('不详')
  expect(wan('12345000')).toBe('1,234.50 万元')
})
