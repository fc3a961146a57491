import { expect, it } from 'vitest'
import { newId } from './new-id.ts'

it('is a UUID of version 7 that tells its millisecond', () => {
  const now = new Date('2099-03-01T08:00:00.123Z')
  const id = newId(now)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now.getTime())
})

it('ids sort in the order they were made, though the clock stands still or goes back', () => {
  const noon = new Date('2099-04-01T12:00:00Z').getTime()
  const made = Array.from({ length: 10_000 }, (_, i) => newId(new Date(noon - (i % 7))))
  expect([...made].sort()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
})
