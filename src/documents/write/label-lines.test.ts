import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layouts } from '../../kernel/layout/index.ts'
import { displayWidth } from '../wrapped.ts'
import { labelLines } from './label-lines.ts'

const lines = (label: string, room: number): readonly string[] => labelLines(label, room).split('\n')

describe('a label longer than its cell', () => {
  it.each([
    ['主管部门及代码', 12, ['主管部门', '及代码']],
    ['项目资金（万元）', 12, ['项目资金', '（万元）']],
    ['部门（单位）名称', 12, ['部门', '（单位）名称']],
    ['满意度指标', 8, ['满意度', '指标']],
    ['社会效益指标', 10, ['社会效益', '指标']],
    ['服务对象满意度指标', 10, ['服务对象', '满意度指标']],
    ['偏差原因分析及改进措施', 16, ['偏差原因分析', '及改进措施']],
    ['预算执行率', 8, ['预算', '执行率']],
    ['全年预算（万元）(注:调整预算数)', 18, ['全年预算（万元）', '(注:调整预算数)']],
  ])('%s breaks between words', (label, room, expected) => {
    expect(lines(label, room)).toEqual(expected)
  })

  it('stays on one line where it has room, and as the form breaks it where the form does', () => {
    expect(lines('项目名称', 8)).toEqual(['项目名称'])
    expect(labelLines('项目资金\n（万元）', 4)).toBe('项目资金\n（万元）')
  })

  it('is left to the office program where no break fits', () => {
    expect(labelLines('ABCDEFGHIJ', 4)).toBe('ABCDEFGHIJ')
  })

  it('loses no sign, fills no line beyond its cell and begins no line with a closing bracket', () => {
    const labels = layouts.flatMap((layout) =>
      [...JSON.stringify(layout).matchAll(/"label":"([^"\\]+)"/g)].map((m) => m[1] ?? ''),
    )
    const anyLabel = fc.oneof(
      fc.constantFrom(...labels),
      fc.string({ unit: fc.constantFrom(...'项目资金（万元）及、A9%') }),
    )
    fc.assert(
      fc.property(anyLabel, fc.integer({ min: 2, max: 30 }), (label, room) => {
        const set = lines(label, room)
        expect(set.join('')).toBe(label)
        if (set.length === 1) return
        for (const line of set) expect(displayWidth(line)).toBeLessThanOrEqual(room)
        for (const line of set.slice(1)) expect(line).not.toMatch(/^[）)]/)
      }),
    )
  })
})
