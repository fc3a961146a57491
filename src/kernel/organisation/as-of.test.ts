import { describe, expect, it } from 'vitest'
import { asOf, type PastChange } from './as-of.ts'

const rename = (effectiveOn: string, name: string): PastChange => ({ verb: 'rename', effectiveOn, before: { name } })
const now = { name: '市市场监督管理委员会', parentId: 'bureau' }
// the last recorded first
const changes = [
  { verb: 'move', effectiveOn: '2021-07-01', before: { parentId: 'old' } },
  rename('2018-11-01', '市市场和质量监督管理委员会'),
  rename('2014-07-01', '市工商行政管理局'),
]

describe('an organisation on a day', () => {
  it.each([
    ['2024-01-01', '市市场监督管理委员会', 'bureau'],
    ['2021-07-01', '市市场监督管理委员会', 'bureau'],
    ['2021-06-30', '市市场监督管理委员会', 'old'],
    ['2018-11-01', '市市场监督管理委员会', 'old'],
    ['2018-10-31', '市市场和质量监督管理委员会', 'old'],
    ['2014-06-30', '市工商行政管理局', 'old'],
  ])('%s: %s under %s', (day, name, parentId) => expect(asOf(now, changes, day)).toEqual({ name, parentId }))

  it('a renaming recorded later with an earlier day replaces what was recorded before', () => {
    const backdated = [rename('2024-03-01', '乙'), rename('2024-05-01', '甲')]
    expect(asOf({ name: '丙', parentId: null }, backdated, '2024-04-01').name).toBe('丙')
    expect(asOf({ name: '丙', parentId: null }, backdated, '2024-02-01').name).toBe('甲')
  })

  it('changes that say nothing of the name leave it', () =>
    expect(asOf(now, [{ verb: 'rename', effectiveOn: '2030-01-01', before: null }], '2024-01-01')).toEqual(now))
})
