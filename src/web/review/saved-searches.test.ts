import { expect, it } from 'vitest'
import { type SavedSearch, withSearch } from './saved-searches.ts'

const search = (name: string, address = `text=${name}`): SavedSearch => ({ name, address })

it('puts the newest first and replaces one of the same name', () => {
  const kept = withSearch([search('逾期', 'box=late'), search('有错误')], search('逾期', 'box=late&task=1'))
  expect(kept).toEqual([search('逾期', 'box=late&task=1'), search('有错误')])
})

it('forgets the oldest after twenty', () => {
  const names = Array.from({ length: 25 }, (_, i) => `条件${i}`)
  const kept = names.reduce<readonly SavedSearch[]>((all, name) => withSearch(all, search(name)), [])
  expect(kept.map(({ name }) => name)).toEqual(names.slice(5).reverse())
})
