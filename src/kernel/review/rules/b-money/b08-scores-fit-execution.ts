import { Decimal, plain } from '../../../decimal.ts'
import { practice } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { consistencyOf, percentText } from '../../light.ts'
import { reviewRule } from '../../review-rule.ts'
import { indicator, selfEvaluation, totalFund, withFunds } from '../../sample.ts'

const evaluated = (score: string, executionScore: string) => ({
  ...withFunds(selfEvaluation(), totalFund({ weight: '10.00', score: executionScore })),
  indicators: [indicator({ weight: '90.00', score })],
})

export const scoresFitExecution = reviewRule({
  id: 'B08',
  title: '指标得分率与预算执行得分率大体一致',
  severity: 'warning',
  basis: practice,
  fix: '核实指标完成值是否真实、预算是否编制偏大，并作出说明。',
  kinds: evaluations,
  messages: { gap: '指标得分率 {indicators}%，预算执行得分率只有 {execution}%，相差 {gap}%，超过 {limit}%。' },
  *check(input, { say }) {
    const found = consistencyOf(input)
    const limit = input.profile.lights.consistency.gap
    if (found === null || found.gap.lte(limit)) return
    yield say({ path: 'totals.score', arithmetic: found.arithmetic }, 'gap', {
      indicators: percentText(found.indicators),
      execution: percentText(found.execution),
      gap: percentText(found.gap),
      limit: plain(new Decimal(limit).times(100)),
    })
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: evaluated('86.00', '9.96'), from: '001' },
      { form: evaluated('45.00', '5.00') },
      { form: evaluated('90.00', '9.50') },
      { form: evaluated('0.00', '0.00') },
      { form: { ...evaluated('90.00', '5.00'), indicators: [indicator({ weight: null, score: '90.00' })] } },
    ],
    fails: [
      [{ form: evaluated('88.62', '4.80'), from: '002' }, 'gap', 'totals.score'],
      [{ form: evaluated('90.00', '9.17'), from: '002' }, 'gap', 'totals.score'],
    ],
  }),
})
