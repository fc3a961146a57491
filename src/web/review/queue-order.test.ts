import { expect, it } from 'vitest'
import { placeIn } from './queue-order.ts'

it('stays at the same filing when others come in before it', () => {
  expect(placeIn(['new', 'a', 'b'], { id: 'a', at: 0 })).toBe(1)
})

it('is at the one in its place when the filing has left the queue, and at the last where nothing stands there', () => {
  expect(placeIn(['a', 'c', 'd'], { id: 'b', at: 1 })).toBe(1)
  expect(placeIn(['a'], { id: 'b', at: 3 })).toBe(0)
})

it('begins at the first, in an empty queue too', () => {
  expect([placeIn([], { id: null, at: 0 }), placeIn([], { id: 'a', at: 2 })]).toEqual([0, 0])
})
