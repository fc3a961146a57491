import { expect, it } from 'vitest'
import { blankForm } from '../../kernel/form/blank.ts'
import { headCells, rowCells, tables } from '../../kernel/form/cells.ts'
import { labelOf } from './cell-words.ts'

it('every place of a form has a Chinese name: cells, rows, tables and the whole', () => {
  const rows = tables.flatMap((table) => [
    table,
    `${table}[2]`,
    ...rowCells(table).map((name) => `${table}[2].${name}`),
  ])
  for (const path of ['', 'goals', ...headCells(blankForm('project-target')), ...rows])
    expect(labelOf(path), path).not.toMatch(/[a-z[\]]/i)
})

it('a cell is named by its row and column, a row of money apart from a row of indicators', () => {
  expect(labelOf('indicators[2].target')).toBe('第3行 指标值')
  expect(labelOf('indicators[2]')).toBe('第3行')
  expect(labelOf('funds[0].executed')).toBe('资金第1行 全年执行数')
  expect(labelOf('indicators')).toBe('绩效指标')
})
