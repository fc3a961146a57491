import { describe, expect, it } from 'vitest'
import { linesOf } from '../lines.ts'
import { atomsOf, cellText } from './atoms.ts'
import { groupsOf } from './groups.ts'

const groups = (text: string) =>
  groupsOf(atomsOf(linesOf(text))).map((group) => [
    group.dimension?.text ?? null,
    group.aspect?.text ?? null,
    cellText(group.atoms),
  ])

describe('labels of groups', () => {
  it('stand on a line of their own or before the first row', () =>
    expect(groups('产出指标\n数量指标\n甲\n质量指标 乙\n效益指标 社会效益指标 丙')).toEqual([
      ['产出指标', '数量指标', '甲'],
      ['产出指标', '质量指标', '乙'],
      ['效益指标', '社会效益指标', '丙'],
    ]))
  it('are wrapped, with and without blank lines', () =>
    expect(groups('满意度指标\n服务对象满\n\n意度指标\n\n甲')).toEqual([['满意度指标', '服务对象满意度指标', '甲']]))
  it('carry the points of the group', () =>
    expect(groups('产出\n指标\n（50分）\n数量指标 甲')).toEqual([['产出指标（50分）', '数量指标', '甲']]))
  it('may leave 指标 out', () =>
    expect(groups('产出指标\n数量\n甲\n质量\n乙')).toEqual([
      ['产出指标', '数量', '甲'],
      ['产出指标', '质量', '乙'],
    ]))
  it('are no labels inside a line or before a value', () =>
    expect(groups('产出指标\n数量指标\n完成 质量指标\n质量指标 ≥3(项)')).toEqual([
      ['产出指标', '数量指标', '完成 质量指标质量指标 ≥3(项)'],
    ]))
  it('are repeated on a new page without beginning a group', () =>
    expect(groups('产出指标\n数量指标\n甲\n\n\n\n绩效\n指标\n产出指标\n乙')).toEqual([
      ['产出指标', '数量指标', '甲乙'],
    ]))
  it('may have no rows, as residue of a page break', () =>
    expect(groups('产出指标\n时效指标\n甲\n\n绩效\n指标\n\n产出指标\n\n时效指标')).toEqual([
      ['产出指标', '时效指标', '甲'],
    ]))
})

describe('names of both levels', () => {
  it('成本指标 is a second level among the outputs', () =>
    expect(groups('产出指标\n时效指标 甲\n成本指标 乙')).toEqual([
      ['产出指标', '时效指标', '甲'],
      ['产出指标', '成本指标', '乙'],
    ]))
  it('成本指标 is a first level before costs of a kind', () =>
    expect(groups('产出指标\n时效指标 甲\n成本指标\n经济成本指标 乙')[1]).toEqual(['成本指标', '经济成本指标', '乙']))
  it('满意度指标 follows itself as a second level', () =>
    expect(groups('效益指标\n社会效益指标 甲\n满意度指标\n满意度指标\n乙')[1]).toEqual([
      '满意度指标',
      '满意度指标',
      '乙',
    ]))
  it('成本指标 behind other second levels is one of them, where the first level was not printed', () =>
    expect(groups('数量指标\n甲\n成本指标\n乙')).toEqual([
      [null, '数量指标', '甲'],
      [null, '成本指标', '乙'],
    ]))
})
