import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import { insertRows, typeAll } from '../../kernel/form/type-in.ts'
import { keysOfRows, rowsMoved } from './rows-moved.ts'

const empty = blankForm('project-target')
const formOf = (names: readonly string[]) => ({
  ...empty,
  indicators: names.map((name) => ({ ...blankIndicator, name, key: name })),
})

it('follows every row to where it stands, however rows came, went and moved', () => {
  const names = ['甲', '乙', '丙', '丁', '戊']
  fc.assert(
    fc.property(fc.shuffledSubarray(names), fc.shuffledSubarray(names), (here, there) => {
      const { to } = rowsMoved(formOf(here), formOf(there))
      here.forEach((name, i) => {
        const at = there.indexOf(name)
        if (at >= 0) expect(to(`indicators[${i}].target`)).toBe(`indicators[${at}].target`)
      })
    }),
  )
})

it('says of a row that is gone that it is, and leaves cells outside the tables where they are', () => {
  const { to } = rowsMoved(formOf(['甲', '乙']), formOf(['甲']))
  expect(to('indicators[1].target')).toBeNull()
  expect(to('project.name')).toBe('project.name')
})

it('knows a row that was just put in, and is still empty, by the row above it', () => {
  const named = typeAll(insertRows(empty, 'tasks', 0, 1), [{ path: 'tasks[0].name', text: '甲' }]).form
  const before = insertRows(named, 'tasks', 1, 1)
  const after = insertRows(before, 'tasks', 0, 1)
  expect(['tasks[0].name', 'tasks[1].name'].map(rowsMoved(before, after).to)).toEqual([
    'tasks[1].name',
    'tasks[2].name',
  ])
})

it('answers by which key a row is kept, one just put in too, and none for a row that is gone', () => {
  const here = insertRows(formOf(['甲', '乙', '丙']), 'indicators', 1, 1)
  const [, added] = formOf(['甲', '新']).indicators
  const kept = formOf(['上', '甲', '新', '丙'])
  const keyOf = keysOfRows(here, kept)
  expect(added?.key).toBe('新')
  expect([0, 1, 2, 3].map((i) => keyOf(`indicators[${i}]`))).toEqual(['甲', '新', null, '丙'])
})
