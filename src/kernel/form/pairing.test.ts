import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formWith, indicator, threeRows } from './forms.test-kit.ts'
import { pairRows, withKeys } from './pairing.ts'

const keyed = (...keys: readonly (string | undefined)[]) =>
  formWith(...keys.map((key, i) => ({ ...indicator('', `指标${i}`, '≥1次'), key })))

it('goes by the keys of rows, whatever they say and wherever they stand', () => {
  const order = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'])
  fc.assert(
    fc.property(order, order, (here, there) => {
      const said = formWith(...here.map((key) => indicator(key, '同名', '≥1次')))
      const pairs = pairRows('indicators', said, keyed(...there))
      expect(pairs).toEqual(here.map((key) => there.indexOf(key)))
    }),
  )
})

it('pairs a row once, though its key stands twice or nowhere', () => {
  expect(pairRows('indicators', keyed('a', 'a'), keyed('a', 'a')).toSorted()).toEqual([0, 1])
  expect(pairRows('indicators', keyed('a', 'a', 'b'), keyed('a', 'b', 'a'))).toEqual([0, 2, 1])
  expect(pairRows('indicators', keyed(undefined, 'b'), keyed(undefined, 'b'))).toEqual([0, 1])
  expect(pairRows('indicators', keyed('a', 'b'), keyed('a'))).toEqual([0, -1])
  expect(pairRows('tasks', threeRows, threeRows)).toEqual([])
})

it('gives a key to every row without one, that of the row it was before where it is known', () => {
  let made = 0
  const newKey = () => `new${++made}`
  const [first, ...rest] = threeRows.indicators
  if (first === undefined) throw new Error('there are three')
  const { key, ...unkeyed } = first
  const again = withKeys({ ...threeRows, indicators: [unkeyed, ...rest] }, threeRows, newKey)
  expect(again.indicators.map((row) => row.key)).toEqual([key, 'b', 'c'])
  const added = { ...threeRows, indicators: [...threeRows.indicators, { ...unkeyed, name: '从未有过的一行' }] }
  expect(withKeys(added, threeRows, newKey).indicators.at(-1)?.key).toBe('new1')
  expect(withKeys(threeRows, null, newKey)).toEqual(threeRows)
})
