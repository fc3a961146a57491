import { expect, it } from 'vitest'
import type { Form } from '../form/form.ts'
import { alignIndicators } from './align.ts'
import { targetForm, withIndicators } from './sample.ts'

type Row = Parameters<typeof withIndicators>[1]
const of = (...rows: Row[]): Form => withIndicators(targetForm(), ...rows)
const pairs = (here: Form, there: Form) =>
  alignIndicators(here, there, 0.6).map(({ here: i, there: j }) => [
    here.indicators[i]?.name,
    there.indicators[j]?.name,
  ])

it.each([
  ['完成专项优化营商宣传工作', '≥1.00(次)', '完成专项宣传工作', '≥1.00(次)'],
  ['年发布召回信息', '≥40.00(条)', '发布召回信息', '≥30.00(条)'],
  ['证书邮寄投妥率', '≥95.00(%)', '邮寄投妥率', '≥95.00(%)'],
  ['《简讯》刊发数量', '≥350.00(本)', '《简讯》刊印数量', '≥350(本)'],
  ['年缺陷产品专家研判及其他技术支撑', '≥10.00(次)', '专家研判', '≥20.00(次)'],
  ['2024年抽检批次数', '≥20批次', '抽检批次', '≥10批次'],
])('takes %s (%s) and %s (%s) for one indicator', (name, target, other, before) => {
  expect(pairs(of({ name, target }), of({ name: other, target: before }))).toEqual([[name, other]])
})

it.each([
  ['证书采购数量', '≥1800.00(张)', '证书印刷数量', '=7000.00(册)'],
  ['召回信息发布', '≤3.00(工作日)', '年发布召回信息', '≥40.00(条)'],
  ['培训合格率', '≥90%', '培训合格人数', '≥90人'],
])('keeps %s (%s) and %s (%s) apart', (name, target, other, before) => {
  expect(pairs(of({ name, target }), of({ name: other, target: before }))).toEqual([])
})

it('pairs one to one, the same name first', () => {
  const here = of({ name: '发布召回信息', target: '≥5条' }, { name: '年度发布召回信息', target: '≥6条' })
  const there = of({ name: '全年发布召回信息工作', target: '≥7条' }, { name: '发布召回信息', target: '≥8条' })
  expect(pairs(here, there)).toEqual([
    ['发布召回信息', '发布召回信息'],
    ['年度发布召回信息', '全年发布召回信息工作'],
  ])
})

it('does not pair names that are alike under different second levels', () => {
  const here = of({ name: '缺陷消费品召回宣贯场次', aspect: '数量指标', target: '≥3场' })
  const there = of({ name: '缺陷消费品召回宣贯', aspect: '质量指标', target: '≥3场' })
  expect(pairs(here, there)).toEqual([])
})
