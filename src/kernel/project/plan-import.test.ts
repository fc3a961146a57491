import { describe, expect, it } from 'vitest'
import { type ImportColumn, type ImportRow, planImport } from './plan-import.ts'
import { nameKey, type Project } from './project.ts'

const columns: readonly ImportColumn[] = [
  'unit',
  'code',
  'name',
  'nature',
  'category',
  'startsOn',
  'endsOn',
  'year',
  'fiscalWan',
  'fiscalYuan',
  'otherWan',
  'otherYuan',
]
const row = (values: Partial<Record<ImportColumn, string>>, line = 2): ImportRow => ({
  values: {
    ...(Object.fromEntries(columns.map((c) => [c, ''])) as Record<ImportColumn, string>),
    unit: '355101',
    name: '食品抽检',
    ...values,
  },
  cellOf: (column) => `项目!${'ABCDEFGHIJKL'[columns.indexOf(column)]}${line}`,
})
const units = new Map([
  ['355101', 'u1'],
  ['355102', 'u2'],
])
const known: Project = {
  id: 'p1',
  organisationId: 'u1',
  code: '12000024T000000000001',
  name: '食品抽检',
  nature: null,
  category: null,
  startsOn: null,
  endsOn: null,
}

describe('a list of projects', () => {
  it('creates what is new, with its money of the year in 元', () => {
    const { create, faults } = planImport([row({ year: '2024', fiscalWan: '12.345', otherYuan: '500' })], units, [])
    expect(faults).toEqual([])
    expect(create[0]?.funds).toEqual([
      { year: 2024, source: '财政拨款', amount: '123450' },
      { year: 2024, source: '其他资金', amount: '500' },
    ])
  })

  it('knows a project by its code under a new name, and without a code by unit and name', () => {
    const renamed = planImport([row({ code: known.code, name: '食品安全抽检' })], units, [known])
    expect(renamed.update).toMatchObject([{ id: 'p1', changed: true }])
    expect(planImport([row({ name: '食品 抽检' })], units, [known]).update).toMatchObject([{ id: 'p1' }])
    expect(planImport([row({ unit: '355102' })], units, [known]).create).toHaveLength(1)
  })

  it('one name with another code is another project', () => {
    expect(planImport([row({ code: '12000025T000000000009' })], units, [known]).create).toHaveLength(1)
  })

  it.each<[string, ImportRow[], string, string]>([
    ['an unknown unit', [row({ unit: '999' })], '项目!A2', '没有代码为“999”的单位'],
    ['a name that is missing', [row({ name: '' })], '项目!C2', '项目名称为空'],
    ['a short code', [row({ code: '123' })], '项目!B2', '3位，应为21位'],
    [
      'a life that ends before it begins',
      [row({ startsOn: '2024-05-01', endsOn: '2024年3月1日' })],
      '项目!G2',
      '早于开始日期',
    ],
    ['a day that is none', [row({ startsOn: '2024-02-30' })], '项目!F2', '没有“2024-02-30”这一天'],
    ['an amount that is none', [row({ year: '2024', fiscalWan: '约十万' })], '项目!I2', '不是金额'],
    ['money without a year', [row({ fiscalWan: '10' })], '项目!H2', '没有年度'],
    ['one project twice', [row({}), row({}, 3)], '项目!C3', '与项目!C2是同一个项目'],
  ])('refuses %s at its cell', (_, rows, cell, words) => {
    expect(planImport(rows, units, []).faults).toEqual([{ cell, message: expect.stringContaining(words) }])
  })
})

it('names with other brackets, widths and blanks are one name', () => {
  expect(nameKey('特种设备检验（2024）')).toBe(nameKey('特种设备 检验(2024)'))
})
