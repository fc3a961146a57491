import { describe, expect, it } from 'vitest'
import { layouts } from '../kernel/layout/index.ts'
import type { Layout } from '../kernel/layout/layout.ts'
import { cellGrid } from './cell-grid.ts'
import type { Grid } from './grid.ts'
import { linesOf } from './lines.ts'
import { rowGrid } from './text-grid.ts'

const texts = (grid: Grid): readonly (readonly string[])[] => grid.rows.map((row) => row.map((cell) => cell.text))

describe('tab-separated rows', () => {
  const rows = (...lines: readonly string[]) => texts(rowGrid({ lines: linesOf(lines.join('\n')) }))
  const whole = ['a\tb\tc\td', 'e\tf\tg\th', 'i\tj\tk\tl']

  it('keep empty cells at both ends', () => {
    expect(rows('\ta\t\t')).toEqual([['', 'a', '', '']])
  })

  it('torn by a line break within a cell are put together again', () => {
    expect(rows(...whole, '1\t一、办好窗口。\n二、做好宣传。\t3\t4').at(-1)).toEqual([
      '1',
      '一、办好窗口。\n二、做好宣传。',
      '3',
      '4',
    ])
  })

  it('of another width stay as they are', () => {
    expect(rows(...whole, '1\t2', '3\t4').slice(3)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('go on in the next line where the last cell is a long text', () => {
    expect(rows(...whole, '1\t2\t3\t办好窗口服务，提升服务水平和能力', '做好宣传。').at(-1)?.[3]).toContain(
      '\n做好宣传。',
    )
  })

  it('do not swallow the text below the table', () => {
    expect(rows(...whole, '评分等级\t优', '三、其他说明').at(-1)).toEqual(['三、其他说明'])
  })

  it('know the lines of a torn cell', () => {
    const { rows: read } = rowGrid({ lines: linesOf([...whole, '1\t一\n二\t3\t4'].join('\n')) })
    expect(read.at(-1)?.[1]?.source).toEqual({ line: 4, lineEnd: 5, text: '一\n二' })
    expect(read.at(-1)?.[2]?.source.line).toBe(5)
  })
})

describe('one cell a line', () => {
  const tianjin = layouts.find((layout) => layout.id === 'tianjin-target') as Layout // the layout is part of the product
  const cells = (text: string, begins = true) => texts(cellGrid({ lines: linesOf(text), begins }, tianjin))
  const headings = '\t一级指标\n\t二级指标\n\t三级指标\n\t绩效指标描述\n\t指标值\n\n'
  const five = ['一级指标', '二级指标', '三级指标', '绩效指标描述', '指标值']

  it('an empty line ends a row', () => {
    expect(cells('\t项目名称\n\t窗口服务\n\n\t绩效目标\n\t办好窗口\n')).toEqual([
      ['项目名称', '窗口服务'],
      ['绩效目标', '办好窗口'],
    ])
  })

  it('a line without a tab is one more paragraph of the cell', () => {
    expect(cells('\t绩效目标\n\t1.办好窗口\n2.做好宣传\n')).toEqual([['绩效目标', '1.办好窗口\n2.做好宣传']])
  })

  it('empty paragraphs within the cells of the indicator table end no row', () => {
    const row = '\t产出指标\n\t数量指标\n\t服务人次\n\n\n\t全年服务人次\n\n\n\t≥100人次\n\n'
    expect(cells(headings + row + row)).toEqual([
      five,
      ['产出指标', '数量指标', '服务人次', '全年服务人次', '≥100人次'],
      ['产出指标', '数量指标', '服务人次', '全年服务人次', '≥100人次'],
    ])
  })

  it('a row with a cell missing does not shift the rows below it', () => {
    const short = '\t产出指标\n\t数量指标\n\t服务人次\n\t≥100人次\n\n'
    const row = '\t\n\t质量指标\n\t准确率\n\t办理准确率\n\t100%\n\n'
    expect(cells(headings + short + row)).toEqual([
      five,
      ['产出指标', '数量指标', '服务人次', '≥100人次'],
      ['', '质量指标', '准确率', '办理准确率', '100%'],
    ])
  })

  it('a paragraph behind an empty one stays in the last cell while the table goes on', () => {
    const row = '\t产出指标\n\t数量指标\n\t服务人次\n\t全年服务人次\n\t≥100人次\n\n其中窗口≥50人次\n\n'
    expect(cells(`${headings}${row}\t\n\t质量指标\n\t准确率\n\t办理准确率\n\t100%\n\n`)[1]?.[4]).toBe(
      '≥100人次\n其中窗口≥50人次',
    )
  })

  it('text behind the last row stands outside of the table', () => {
    const row = '\t产出指标\n\t数量指标\n\t服务人次\n\t全年服务人次\n\t≥100人次\n\n'
    expect(cells(`${headings}${row}三、名词解释\n`).at(-1)).toEqual(['三、名词解释'])
  })

  it('a piece that begins within the table is aligned at its right', () => {
    expect(cells('\t全年服务人次\n\t≥100人次\n\n\t\n\t质量指标\n\t准确率\n\t办理准确率\n\t100%\n', false)).toEqual([
      ['', '', '', '全年服务人次', '≥100人次'],
      ['', '质量指标', '准确率', '办理准确率', '100%'],
    ])
  })
})
