import { describe, expect, it } from 'vitest'
import { unfolded } from './folded-rows.ts'
import type { Row } from './grid.ts'

const row = (...texts: readonly string[]): Row => texts.map((text) => ({ text, source: { line: 7, text } }))
const texts = (rows: readonly Row[]) => rows.map((cells) => cells.map((cell) => cell.text))

describe('rows typed into the last cell of the row above', () => {
  it('stand below it again, with and without their 一级指标', () => {
    const last = '≥100台\n\n数量指标\n采购数量\n软件采购\n≥18个\n满意度指标\n服务对象满意度指标\n满意度\n用户满意\n≥90%'
    const read = unfolded(row('产出指标', '数量指标', '设备维护', '硬件', last))
    expect(texts(read)).toEqual([
      ['产出指标', '数量指标', '设备维护', '硬件', '≥100台'],
      ['', '数量指标', '采购数量', '软件采购', '≥18个'],
      ['满意度指标', '服务对象满意度指标', '满意度', '用户满意', '≥90%'],
    ])
    expect(read[1]?.[3]?.source).toEqual({ line: 7, text: '软件采购' })
  })

  it.each([
    ['an ordinary value', '≥100台'],
    ['a value of two paragraphs', '完成\n\n全部任务'],
    ['a row that lacks a cell', '≥100台\n\n数量指标\n采购数量'],
    ['prose that speaks of indicators', '完成各项\n数量指标\n等任务，质量良好'],
  ])('%s stays one cell', (_, last) => {
    const own = row('', '数量指标', '设备维护', '硬件', last)
    expect(unfolded(own)).toEqual([own])
  })
})
