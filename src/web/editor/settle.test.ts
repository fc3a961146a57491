import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { insertRows, removeRows, typeAll } from '../../kernel/form/type-in.ts'
import { settled } from './settle.ts'

const base: Form = {
  ...blankForm('project-target'),
  indicators: ['甲', '乙', '丙'].map((name) => ({ ...blankIndicator, name, weight: '10', key: name })),
}
const typed = (path: string, text: string): Form => typeAll(base, [{ path, text }]).form
const names = (form: Form) => form.indicators.map(({ name }) => name)

it('keeps the chosen value of a cell both changed, wherever its row stands now', () => {
  const own = insertRows(typed('indicators[1].weight', '15'), 'indicators', 0)
  const theirs = typed('indicators[1].weight', '20')
  const path = 'indicators[1].weight'
  expect(settled(base, own, theirs, new Set([path])).indicators.map(({ weight }) => weight)).toEqual([
    null,
    '10',
    '15',
    '10',
  ])
  expect(settled(base, own, theirs, new Set()).indicators.map(({ weight }) => weight)).toEqual([null, '10', '20', '10'])
})

it('a row one side took out while the other changed it goes or stays as chosen', () => {
  const without = removeRows(base, 'indicators', 1)
  const changed = typed('indicators[1].weight', '20')
  const path = 'indicators[1]'
  expect(names(settled(base, without, changed, new Set([path])))).toEqual(['甲', '丙'])
  expect(names(settled(base, without, changed, new Set()))).toEqual(['甲', '乙', '丙'])
  expect(names(settled(base, changed, without, new Set()))).toEqual(['甲', '丙'])
  expect(names(settled(base, changed, without, new Set([path])))).toEqual(['甲', '乙', '丙'])
})
