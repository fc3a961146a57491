// Tables between commas, semicolons and quoted tabs, and texts that are none.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridSegments } from '../grid-document.ts'
import { readCsv } from './read-csv.ts'
import { csvRecords } from './records.ts'

const form = [
  ['财政项目支出绩效自评表', '', '', '', '', '', '', ''],
  ['（2023年度）', '', '', '', '', '', '', ''],
  ['项目名称', '', '窗口服务', '', '', '', '', ''],
  ['主管部门', '', '云岭市某局', '', '实施单位', '', '云岭市某中心', ''],
  ['项目资金\n（万元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['', '年度资金总额', '1,200.00', '1,200.00', '1,100.50', '10.00', '91.70%', '9.17'],
  ['年度总体目标', '预期目标', '', '', '实际完成情况', '', '', ''],
  ['', '第一段，\n第二段 "重点"', '', '', '完成', '', '', ''],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析'],
  ['产出指标', '数量指标', '窗口数', '≥5个', '6个', '90', '90', ''],
  ['总分', '', '', '', '', '100', '99.17', ''],
]
const written = (separator: string, end = '\r\n'): string =>
  form
    .map((row) =>
      row.map((field) => (/[",;\t\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(separator),
    )
    .join(end)

describe('a table', () => {
  it.each([[','], [';'], ['\t']])('between “%s” gives its form', (separator) => {
    const document = readCsv(`\ufeff${written(separator)}`)
    if (document === null) throw new Error('no table')
    const [segment, ...others] = gridSegments(document.grid)
    const read = segment?.read()
    expect(others).toEqual([])
    expect(read).toMatchObject({ year: 2023, amountUnit: '万元', totals: { weight: '100', score: '99.17' } })
    expect(read?.project?.name).toBe('窗口服务')
    expect(read?.funds[0]).toMatchObject({ annualBudget: '1200.00', executed: '1100.50', rate: '91.70' })
    expect(read?.goals.expected).toBe('第一段，\n第二段 "重点"')
    expect(read?.indicators[0]).toMatchObject({ name: '窗口数', weight: '90' })
    expect(read?.sources?.['indicators[0].name']).toEqual({ line: 10, cell: 'C10', text: '窗口数' })
  })

  it('may end its lines in any way', () => {
    for (const end of ['\n', '\r', '\r\n']) expect(readCsv(written(',', end))?.grid.rows).toHaveLength(form.length)
  })
})

describe('no table of this kind is', () => {
  it.each([
    ['prose with commas', '项目名称,主管部门\n本项目,按要求,完成\n'.repeat(20)],
    ['a table between tabs without quotes', form.map((row) => row.join('\t').replaceAll('\n', '')).join('\n')],
    ['an empty text', ''],
  ])('%s', (_, text) => expect(readCsv(text)).toBeNull())
})

it('records come back as they were written', () => {
  const field = fc.string({ unit: fc.constantFrom(...'ab,";\n 数'), maxLength: 8 })
  const table = fc.array(fc.array(field, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, separator, end) => {
      const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(separator)).join(end)
      expect(csvRecords(text, separator, 100)).toEqual(rows)
    }),
  )
})

it('a quote that is never closed costs no time', () => {
  expect(csvRecords(`"a,${'"b",'.repeat(3)}"`, ',', 10)).toHaveLength(1)
  expect(csvRecords(`x,"${'y,"'.repeat(200_000)}z`, ',', 10)[0]?.length).toBeLessThanOrEqual(300)
})
