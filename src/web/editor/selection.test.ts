import { describe, expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import { typeAll } from '../../kernel/form/type-in.ts'
import { draw } from '../../kernel/layout/draw.ts'
import { layouts } from '../../kernel/layout/index.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import { blockWithin, fieldsWithin, rectangleOf, rowsPassed, stillThere } from './selection.ts'

const layout = layouts.find(({ id }) => id === 'shanghai-self-evaluation') as Layout // one of ours
const row = (aspect: string, name: string) => ({ ...blankIndicator, dimension: '产出指标', aspect, name })
const blank = {
  ...blankForm('project-self-evaluation'),
  indicators: [row('数量指标', '甲'), row('数量指标', '乙'), row('质量指标', '丙')],
}
const { form } = typeAll(blank, [
  { path: 'indicators[0].target', text: '≥1次' },
  { path: 'indicators[1].target', text: '≥2次' },
])
const sheet = draw(layout, form)
const between = (from: string, to: string) => {
  const box = rectangleOf(sheet, from, to)
  if (!box) throw new Error('both cells are in the form')
  return box
}

describe('a rectangle of cells', () => {
  it('is copied row by row', () => {
    expect(blockWithin(sheet, between('indicators[0].name', 'indicators[1].target'))).toEqual([
      ['甲', '≥1次'],
      ['乙', '≥2次'],
    ])
  })

  it('grows until it holds whole merged cells, which are copied once', () => {
    const block = blockWithin(sheet, between('indicators[1].name', 'indicators[0].aspect'))
    expect(block).toEqual([
      ['数量指标', '甲'],
      [null, '乙'],
    ])
  })

  it('is the same from either corner', () => {
    expect(between('indicators[1].target', 'indicators[0].name')).toEqual(
      between('indicators[0].name', 'indicators[1].target'),
    )
  })

  it('knows its fields', () => {
    expect(fieldsWithin(sheet, between('indicators[1].name', 'indicators[2].target'))).toEqual([
      'indicators[1].name',
      'indicators[1].target',
      'indicators[2].name',
      'indicators[2].target',
    ])
  })

  it('is none where a cell is not in the form', () => {
    expect(rectangleOf(sheet, 'indicators[0].name', 'indicators[9].name')).toBeNull()
  })
})

describe('a chosen cell', () => {
  it('stays where it is, or goes up where its row is gone', () => {
    expect(stillThere(sheet, 'indicators[1].name')).toBe('indicators[1].name')
    expect(stillThere(sheet, 'indicators[7].name')).toBe('indicators[2].name')
    expect(stillThere(sheet, 'unit.name')).toBe('unit.name')
  })

  it('becomes the merged cell that covers it', () => {
    expect(stillThere(sheet, 'indicators[1].aspect')).toBe('indicators[0].aspect')
  })

  it('is none where no row is left', () => {
    expect(stillThere(draw(layout, { ...form, indicators: [] }), 'indicators[0].name')).toBeNull()
    expect(stillThere(sheet, 'no.such')).toBeNull()
  })
})

describe('rows that go one place up or down', () => {
  const indicators = (from: number, count: number) => ({ table: 'indicators', from, count }) as const
  it('pass one row, chosen by a cell of their own', () => {
    expect(rowsPassed(sheet, indicators(2, 1), 'indicators[2].name', -1)).toBe(1)
    expect(rowsPassed(sheet, indicators(0, 1), 'indicators[0].name', 1)).toBe(1)
  })

  it('pass a whole group, chosen by the cell of a group', () => {
    expect(rowsPassed(sheet, indicators(2, 1), 'indicators[2].aspect', -1)).toBe(2)
    expect(rowsPassed(sheet, indicators(0, 2), 'indicators[0].aspect', 1)).toBe(1)
  })

  it('pass nothing at the ends of the table', () => {
    expect(rowsPassed(sheet, indicators(0, 2), 'indicators[0].aspect', -1)).toBe(0)
    expect(rowsPassed(sheet, indicators(2, 1), 'indicators[2].name', 1)).toBe(0)
  })
})
