import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../documents/read-document.ts'
import { blankForm, blankFund, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { draw } from '../../kernel/layout/draw.ts'
import { layouts } from '../../kernel/layout/index.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import type { Block } from './block.ts'
import { paste } from './paste.ts'

const layout = layouts.find(({ id }) => id === 'shanghai-self-evaluation') as Layout // one of ours
const form: Form = {
  ...blankForm('project-self-evaluation'),
  year: 2023,
  funds: ['年度资金总额', '其中：当年财政拨款'].map((label, i) => blankFund(label, i)),
  indicators: [{ ...blankIndicator, dimension: '产出指标', aspect: '数量指标', name: '甲' }],
}
const free = () => null
const pasted = (anchor: string, block: Block, locked: (path: string) => string | null = free) =>
  paste(form, layout, draw(layout, form), anchor, block, locked)

describe('a block pasted into the indicators', () => {
  it('fills column by column from the chosen cell and makes the rows it needs', () => {
    const {
      form: after,
      rowsAdded,
      cells,
    } = pasted('indicators[0].name', [
      ['乙', '≥10次', '12次'],
      ['丙', '≥90%', '95%'],
    ])
    expect(rowsAdded).toBe(1)
    expect(after.indicators.map((row) => [row.name, row.target.comparator, row.actual?.value])).toEqual([
      ['乙', '>=', '12'],
      ['丙', '>=', '95'],
    ])
    expect(cells.filter((cell) => cell.fault !== null)).toEqual([])
  })

  it('knows columns by their headings, whatever their order, and says which it has no place for', () => {
    const block = [
      ['三级指标', '年度指标值', '备注', '二级指标', '一级指标'],
      ['乙', '≥10次', 'x', '质量指标', '产出指标'],
    ]
    const { form: after, left } = pasted('indicators[0].dimension', block)
    expect(after.indicators[0]).toMatchObject({ name: '乙', aspect: '质量指标', target: { text: '≥10次' } })
    expect(left).toEqual(['备注'])
  })

  it('carries merged group cells down, from HTML and from text', () => {
    for (const hole of [null, '']) {
      const { form: after } = pasted('indicators[0].dimension', [
        ['产出指标', '数量指标', '乙'],
        [hole, hole, '丙'],
        [hole, '质量指标', '丁'],
      ])
      expect(after.indicators.map((row) => [row.dimension, row.aspect])).toEqual([
        ['产出指标', '数量指标'],
        ['产出指标', '数量指标'],
        ['产出指标', '质量指标'],
      ])
    }
  })

  it('names what it cannot take over, cell by cell, and takes the rest', () => {
    const { cells, form: after } = pasted('indicators[0].weight', [['十分', '5']])
    expect(cells).toEqual([
      { path: 'indicators[0].weight', before: null, text: '十分', fault: expect.stringContaining('不是数') },
      expect.objectContaining({ path: 'indicators[0].score', fault: null }),
    ])
    expect(after.indicators[0]).toMatchObject({ weight: null, score: '5' })
  })

  it('leaves locked cells alone and says why', () => {
    const { form: after, cells } = pasted('indicators[0].name', [['乙', '≥10次']], (path) =>
      path.endsWith('.name') ? '批复的指标不能改' : null,
    )
    expect(after.indicators[0]).toMatchObject({ name: '甲', target: { value: '10' } })
    expect(cells[0]).toMatchObject({ fault: '批复的指标不能改' })
  })
})

it('a block pasted into the money goes into the fields beside and below, labels in it are passed over', () => {
  const { form: after } = pasted('funds[0].initialBudget', [
    ['1,000', '1,200', '900'],
    ['800', '900', '700'],
  ])
  expect(after.funds).toMatchObject([
    { initialBudget: '1000', annualBudget: '1200', executed: '900' },
    { initialBudget: '800', annualBudget: '900', executed: '700' },
  ])
})

it('the whole official form, copied from a workbook, is laid over by its labels', async () => {
  const [printed] = (await readDocument(readFileSync('demo/001.txt'), '001.txt')).forms
  if (!printed) throw new Error('no form in the document')
  const own = draw(layout, printed)
  const width = own.widths.length
  // as a spreadsheet has it: a cell for every column, nothing where a merged cell covers
  const block = [
    [own.title, ...Array.from({ length: width - 1 }, () => null)],
    ...own.rows.map((row) =>
      Array.from({ length: width }, (_, col) => {
        const cell = row.find((one) => one.col === col)
        return cell ? (cell.text ?? '') : null
      }),
    ),
  ]
  const empty: Form = {
    ...blankForm('project-self-evaluation'),
    year: printed.year,
    amountUnit: printed.amountUnit,
    funds: printed.funds.map(({ label, level, scope }) => blankFund(label, level, scope)),
  }
  const { form: after, cells } = paste(empty, layout, draw(layout, empty), 'project.name', block, free)
  expect(cells.filter(({ fault }) => fault !== null)).toEqual([])
  const texts = (of: Form) => draw(layout, of).rows.map((row) => row.map(({ text }) => text))
  expect(texts(after)).toEqual(texts(printed))
})
