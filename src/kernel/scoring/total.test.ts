import { expect, it } from 'vitest'
import { national2020 } from '../profile/national-2020.profile.ts'
import { shanghai2023 } from '../profile/shanghai-2023.profile.ts'
import { scoreForm } from './engine.ts'
import { type Cells, rowOf, selfEvaluation, totalRow } from './example-row.ts'

const scored = (rows: readonly Cells[], { total = null as string | null, funds = [totalRow('10', '10')] } = {}) =>
  scoreForm(selfEvaluation(rows.map(rowOf), { funds, totals: { weight: '100', score: total } }), shanghai2023)

const met: Cells = { target: '≥2(次)', actual: '2(次)', weight: '60', score: '60' }

it('counts a computed score, not the wrong printed one', () => {
  const half: Cells = { name: '培训', target: '≥2(次)', actual: '1(次)', weight: '30', score: '30' }
  const { total, grade } = scored([met, half], { total: '100' })
  expect(total.computed).toBe('85')
  expect(grade.computed).toBe('良')
  const texts = Object.fromEntries(total.derivation.map(({ label, text }) => [label, text]))
  expect(texts).toMatchObject({
    计算: '10 + 75 = 85',
    比较: '表上为 100，复算为 85，表上多 15',
  })
})

it('counts the printed score where it lies inside its band, and says so', () => {
  const tier: Cells = { name: '环境', target: '提升', actual: '部分达成指标并具有一定效果', weight: '30', score: '20' }
  const { total } = scored([met, tier])
  expect(total.computed).toBe('90')
  expect(total.derivation).toContainEqual({ label: '说明', text: '1 项在定性档内，按表上得分计入：环境' })
})

it('replaces a printed score outside the band of 达成 by full marks, for other bands it has nothing better', () => {
  const achieved: Cells = { target: '提升', actual: '达成指标', weight: '30', score: '10' }
  expect(scored([met, achieved]).total.computed).toBe('100')
  const partial: Cells = { target: '提升', actual: '部分达成指标', weight: '30', score: '30' }
  expect(scored([met, partial]).total.computed).toBe('100')
})

it('is not computed where one of its parts is missing', () => {
  const { total, grade } = scored([met, { name: '环境', target: '提升', actual: null, weight: '30' }])
  expect([total.computed, grade.computed]).toEqual([null, null])
  expect(total.derivation.at(-1)).toEqual({ label: '未能计算', text: '缺少 1 项得分：环境' })
})

it('is not computed from the execution score alone, nor without rows that carry points and no score', () => {
  expect(scored([]).total.computed).toBeNull()
  expect(scored([]).total.derivation.at(-1)?.text).toBe('没有三级指标得分，分值合计 10，不足 100 分')
  const { total } = scored([met, { target: '≥2(次)', weight: '30' }])
  expect(total.derivation.at(-1)?.text).toBe('缺少 1 项三级指标的得分')
})

it('is not computed from indicators alone where their points are not the whole', () => {
  expect(scored([met], { funds: [] }).total.computed).toBeNull()
  expect(scored([{ ...met, weight: '100', score: '100' }], { funds: [] }).total.computed).toBe('100')
})

it('is computed for a draft that prints no score yet', () => {
  const { total } = scored([{ ...met, weight: '90', score: null }])
  expect(total).toMatchObject({ printed: null, computed: '100' })
})

it.each([
  ['90', '优'],
  ['89.99', '良'],
  ['80', '良'],
  ['79.99', '中'],
  ['60', '中'],
  ['59.99', '差'],
  ['0', '差'],
])('%s points are %s', (score, grade) => {
  const row = rowOf({ target: '全部', weight: '100', score })
  expect(scoreForm(selfEvaluation([row]), national2020).grade.computed).toBe(grade)
})
