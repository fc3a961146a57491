import { describe, expect, it } from 'vitest'
import { shanghaiSelfEvaluation } from '../../kernel/layout/shanghai-self-evaluation.layout.ts'
import { linesOf } from '../lines.ts'
import { readFlow } from './read-flow.ts'

const heading = '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析\n\n产出指标 数量指标\n\n'
const rows = (text: string) =>
  readFlow({ lines: linesOf(heading + text) }, shanghaiSelfEvaluation).indicators.map((one) => [
    one.name,
    one.target.text,
    one.actual?.text,
    one.deviation,
  ])
const one = (name: string): string => `${name} ≥3(场) 3.00(场) 5.00 5.00\n\n`
const others = ['图书馆全年举办读者活动场数', '新增图书', '免费开放', '讲座', '展览', '流动服务', '培训']
  .map(one)
  .join('')

describe('text between two rows', () => {
  it('belongs to the row above where it follows without a blank line', () =>
    expect(
      rows(
        `${others}志愿者 ≥3(人) 4.00(人) 5.00 5.00\n志愿者报名参加活动人数增加\n\n读者满意度 ≥3(%) 3.00(%) 5.00 5.00`,
      ).slice(7),
    ).toEqual([
      ['志愿者', '≥3(人)', '4.00(人)', '志愿者报名参加活动人数增加'],
      ['读者满意度', '≥3(%)', '3.00(%)', null],
    ]))
  it('belongs to the row below where it is parted from the one above', () =>
    expect(
      rows(
        `${others}志愿者 ≥3(人) 4.00(人) 5.00 5.00\n\n志愿者报名参加活动人数增加\n情况 ≥3(%) 3.00(%) 5.00 5.00`,
      ).slice(7),
    ).toEqual([
      ['志愿者', '≥3(人)', '4.00(人)', null],
      ['志愿者报名参加活动人数增加情况', '≥3(%)', '3.00(%)', null],
    ]))
})

describe('the width of the name column', () => {
  it('tells a wrapped name from a wrapped target', () => {
    expect(rows(`${others}窗口服务\n按照合同约定\n履行\n达成指标 5.00 5.00`)[7]).toEqual([
      '窗口服务',
      '按照合同约定履行',
      '达成指标',
      null,
    ])
    expect(rows(`${others}云岭市图书馆全年举办读者培\n训\n按照合同约定\n履行\n达成指标 5.00 5.00`)[7]).toEqual([
      '云岭市图书馆全年举办读者培训',
      '按照合同约定履行',
      '达成指标',
      null,
    ])
  })
})

describe('a line that ends like a name', () => {
  it('ends the name, even where it fills the target column', () => {
    const wrapped = '窗口服务\n按照合同约定\n履行\n达成指标 5.00 5.00\n\n'
    const text = `${one('云岭市图书馆全年举办读者培训活动')}${wrapped}${wrapped}农产品、公共自行车、医疗、信息系\n统验收完成率\n及时 达成指标 5.00 5.00`
    expect(rows(text)[3]).toEqual(['农产品、公共自行车、医疗、信息系统验收完成率', '及时', '达成指标', null])
  })
})

describe('values', () => {
  it('may be torn anywhere between number and unit', () =>
    expect(rows('档案扫描件数 ≥120000(件)\n35801.00\n(件)\n\n2.00 0.60\n\n')[0]).toEqual([
      '档案扫描件数',
      '≥120000(件)',
      '35801.00(件)',
      null,
    ]))
  it('may stand without unit or sign', () =>
    expect(rows('开放天数 300 312 10 10')[0]).toEqual(['开放天数', '300', '312', null]))
  it('may have blanks around the sign', () =>
    expect(rows('合格率 ≥ 95 % 96 % 10 10')[0]).toEqual(['合格率', '≥ 95 %', '96 %', null]))
  it('of a tier are kept whole', () =>
    expect(rows('采购到货及时性\n按照合同约\n定条款\n部分达成指\n标并具有一\n定效果\n2.00 1.20')[0]).toEqual([
      '采购到货及时性',
      '按照合同约定条款',
      '部分达成指标并具有一定效果',
      null,
    ]))
})
