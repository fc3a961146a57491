import { expect, it } from 'vitest'
import { carried, refused } from '../scripts/licences.mjs'

it('carries nothing along whose licence forbids it or is not known', () => {
  expect(carried().length).toBeGreaterThan(100)
  expect(refused(carried())).toEqual([])
})

it.each(['GPL-3.0-only', 'AGPL-3.0', 'LGPL-2.1 OR GPL-2.0', 'UNLICENSED', undefined])('would refuse %s', (licence) => {
  expect(refused([{ name: 'x', version: '1', licence }])).toHaveLength(1)
})
