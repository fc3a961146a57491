import { expect, it } from 'vitest'
import { searchesIn } from './local-searches.ts'
import { filterOf, isSame, searchIn, searchOf } from './queue-search.ts'

const at = (address: string) => searchIn(new URLSearchParams(address))
const unit = '01890a5d-ac96-774b-bcce-b302099a8057'

it.each(['', 'box=late', 'box=all&state=unit-review', `unit=${unit}&task=${unit}&findings=error&text=消防`])(
  'what the queue asks by “%s” can be kept and asked again',
  (address) => {
    const search = at(address)
    expect({ ...searchOf(filterOf(search)), order: 'risk' }).toEqual(search)
  },
)

it('what the queue has no list for is no search of the queue', () => {
  expect(searchOf({ text: '', projectId: unit, inReview: true })).toBeNull()
  expect(searchOf({ text: '', box: 'sent' })).toBeNull()
  expect(searchOf({ text: '' })).toBeNull() // the queue never asks beyond what is in review
})

it('two ask the same whatever their order, and not where one asks more', () => {
  expect(isSame({ box: 'late', text: '' }, { text: '', box: 'late' })).toBe(true)
  expect(isSame({ box: 'late', text: '' }, { text: '', box: 'late', state: 'draft' })).toBe(false)
})

it('what a browser kept by itself is carried over as the server asks, and what never worked is left', () => {
  const kept = [
    { name: '逾期', address: `box=late&unit=${unit}` },
    { name: '坏的', address: 'unit=everywhere' },
    { name: '', address: 'box=late' },
  ]
  expect(searchesIn(kept)).toEqual([{ name: '逾期', filter: { box: 'late', under: unit, text: '' } }])
  expect(searchesIn('nonsense')).toEqual([])
})
