import { decimal } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { fund, selfEvaluation, totalFund, withFunds } from '../../sample.ts'

export const noRateWithoutBudget = reviewRule({
  id: 'B11',
  title: '全年预算数为零时执行率不适用',
  severity: 'warning',
  basis: evaluation,
  fix: '执行率填“不适用”，并说明预算为零的原因及执行得分如何处理。',
  kinds: evaluations,
  messages: {
    rate: '{label}全年预算数为 0，执行率不适用，却填报 {rate}%。',
    total: '{label}全年预算数为 0，执行率不适用，执行得分须另作说明。',
  },
  *check({ form }, { say }) {
    for (const [index, row] of form.funds.entries()) {
      if (!decimal(row.annualBudget)?.isZero()) continue
      const where = { path: `funds[${index}].rate`, arithmetic: `${row.executed ?? '—'} ÷ 0 无意义` }
      // The usual systems print 0.00 beside a part without money; that claims nothing.
      if (row.rate !== null && !decimal(row.rate)?.isZero()) {
        yield say({ ...where, observed: row.rate, expected: '不适用' }, 'rate', { label: row.label, rate: row.rate })
      } else if (row.level === 0 && row.score !== null) {
        yield say({ ...where, observed: row.rate, expected: '不适用' }, 'total', { label: row.label })
      }
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        from: '001',
        form: withFunds(
          selfEvaluation(),
          fund('上年结转资金', { annualBudget: '0.00', executed: '0.00', rate: '0.00' }),
        ),
      },
    ],
    fails: [
      [
        {
          form: withFunds(
            selfEvaluation(),
            fund('其他资金', { annualBudget: '0.00', executed: '0.00', rate: '100.00' }),
          ),
        },
        'rate',
        'funds[0].rate',
      ],
      [
        { form: withFunds(selfEvaluation(), totalFund({ annualBudget: '0', executed: '0', rate: '0', score: '10' })) },
        'total',
        'funds[0].rate',
      ],
    ],
  }),
})
