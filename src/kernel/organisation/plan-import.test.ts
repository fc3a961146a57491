import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Organisation } from './organisation.ts'
import { type ImportColumn, type ImportRow, planImport } from './plan-import.ts'

const bureau: Organisation = {
  id: 'b',
  kind: 'finance',
  code: '120000',
  name: '天津市财政局',
  parentId: null,
  path: '/b/',
  region: '天津市',
  validFrom: '2020-01-01',
  validTo: null,
}
const department: Organisation = {
  ...bureau,
  id: 'd',
  kind: 'department',
  code: '355',
  name: '市市场监管委',
  parentId: 'b',
  path: '/b/d/',
}
const unit: Organisation = {
  ...bureau,
  id: 'u',
  kind: 'unit',
  code: '355101',
  name: '市食检院',
  parentId: 'd',
  path: '/b/d/u/',
}
const columns: readonly ImportColumn[] = ['kind', 'code', 'name', 'parent']
const row = (code: string, name: string, parent = '', kind = '', line = 2): ImportRow => ({
  values: { kind, code, name, parent },
  cellOf: (column) => `机构!${'ABCD'[columns.indexOf(column)]}${line}`,
})

describe('a list of organisations', () => {
  it('creates parents before children, whatever the order of the rows', () => {
    const plan = planImport([row('355101', '市食检院', '355'), row('355', '市市场监管委')], bureau, [])
    expect(plan.create.map((c) => [c.kind, c.code])).toEqual([
      ['department', '355'],
      ['unit', '355101'],
    ])
    expect(plan.faults).toEqual([])
  })

  it('renames and moves what is known by its code, and leaves the rest alone', () => {
    const other = { ...department, id: 'd2', code: '356', name: '市药监局', path: '/b/d2/' }
    const plan = planImport([row('355101', '市食品检验院', '356'), row('356', '市药监局')], bureau, [
      department,
      unit,
      other,
    ])
    expect(plan).toMatchObject({ create: [], unchanged: 1, faults: [] })
    expect(plan.rename).toEqual([{ id: 'u', from: '市食检院', to: '市食品检验院' }])
    expect(plan.move).toEqual([{ id: 'u', name: '市食品检验院', parentCode: '356' }])
  })

  it('the same list again changes nothing', () => {
    const plan = planImport([row('355', '市市场监管委'), row('355101', '市食检院', '355')], bureau, [department, unit])
    expect(plan).toEqual({ create: [], rename: [], move: [], unchanged: 2, faults: [] })
  })

  it.each<[string, ImportRow[], string, string]>([
    ['an empty code', [row('', '市食检院')], '机构!B2', '代码为空'],
    ['an empty name', [row('355', '')], '机构!C2', '名称为空'],
    ['a code twice', [row('355', '甲'), row('355', '乙', '', '', 3)], '机构!B3', '与机构!B2重复'],
    ['an unknown parent', [row('355101', '甲', '999')], '机构!D2', '没有代码为“999”的上级机构'],
    ['a circle', [row('355', '甲', '356'), row('356', '乙', '355', '', 3)], '机构!D3', '成了一个圈'],
    ['an unknown kind', [row('355', '甲', '', '公司')], '机构!A2', '没有“公司”这类机构'],
    ['a kind that may not stand there', [row('355', '甲', '', '预算单位')], '机构!A2', '财政部门之下不能设预算单位'],
    ['a code of another shape', [row('三五五', '甲')], '机构!B2', '数字或大写字母'],
    [
      'more levels than a tree has',
      Array.from({ length: 20_000 }, (_, i) => row(String(100_000 + i), '甲', String(100_001 + i), '', i + 2)),
      '机构!D15',
      '层级超过',
    ],
    ['the root itself', [row('120000', '甲')], '机构!B2', '导入所在的机构本身'],
  ])('refuses %s at its cell', (_, rows, cell, words) => {
    expect(planImport(rows, bureau, []).faults).toContainEqual({ cell, message: expect.stringContaining(words) })
  })

  it('moves nothing under itself', () => {
    const below = { ...unit, id: 'u2', code: '355109', parentId: 'u', path: '/b/d/u/u2/' }
    const { faults } = planImport([row('355101', '市食检院', '355109')], bureau, [department, unit, below])
    expect(faults).toEqual([{ cell: '机构!D2', message: expect.stringContaining('不能移到自己的下级之下') }])
  })

  it('never creates a child before its parent, and says something of every row it leaves out', () => {
    const code = fc.constantFrom('10', '11', '12', '13', '14', '120000', '')
    const rows = fc
      .array(fc.tuple(code, code), { maxLength: 8 })
      .map((pairs) => pairs.map(([own, parent], i) => row(own, '某单位', parent, '', i + 2)))
    fc.assert(
      fc.property(rows, (given) => {
        const plan = planImport(given, bureau, [])
        const before = new Set(['120000'])
        for (const { code: own, parentCode } of plan.create) {
          expect(before.has(parentCode)).toBe(true)
          before.add(own)
        }
        if (plan.create.length < given.length) expect(plan.faults.length).toBeGreaterThan(0)
      }),
    )
  })
})
