import { decimal, plain } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { explains } from '../../explanation.ts'
import { evaluations } from '../../kinds.ts'
import { annualTotal, path } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, totalFund, withFunds } from '../../sample.ts'

const spent = (annualBudget: string, executed: string) =>
  withFunds(selfEvaluation(), totalFund({ annualBudget, executed }))

export const lowExecutionIsExplained = reviewRule({
  id: 'B06',
  title: '预算执行率偏低的须说明原因',
  severity: 'warning',
  basis: evaluation,
  fix: '说明预算未执行完的原因和改进措施。',
  kinds: evaluations,
  messages: { low: '预算执行率 {rate}%，低于 {limit}%，表中未说明原因。' },
  *check({ form, profile, scores }, { say, unable }) {
    const total = annualTotal(form)
    const limit = profile.execution.reasonBelow
    if (!total || limit === null) return
    const cell = path(total, 'rate')
    const rate = decimal(scores.scores.find((s) => s.path === cell)?.computed)
    if (rate === null) {
      yield unable('缺少全年预算数或全年执行数，无法计算执行率')
      return
    }
    if (rate.gte(limit) || explains(form, 'execution')) return
    yield say(
      {
        path: cell,
        observed: plain(rate),
        expected: `≥ ${limit}`,
        arithmetic: `${total.fund.executed} ÷ ${total.fund.annualBudget} × 100 = ${plain(rate)} < ${limit}`,
      },
      'low',
      { rate: rate.toFixed(2), limit },
    )
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: spent('100.00', '90.00') },
      {
        form: {
          ...spent('75.24', '52.70'),
          goals: { overall: null, annual: null, expected: null, actual: '因部分检查改为线上进行，预算执行率偏低。' },
        },
      },
    ],
    fails: [
      [{ form: spent('75.24', '52.70'), from: '002' }, 'low', 'funds[0].rate'],
      [{ form: spent('83.00', '74.33'), from: '002' }, 'low', 'funds[0].rate'],
    ],
    unable: [{ form: withFunds(selfEvaluation(), totalFund({ annualBudget: '75.24' })) }],
  }),
})
