import { decimal, plain } from '../../../decimal.ts'
import { budgetLaw } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, totalFund, withFunds } from '../../sample.ts'

const spent = (executed: string, annualBudget: string | null) =>
  withFunds(selfEvaluation(), totalFund({ annualBudget, executed }))

export const executedWithinBudget = reviewRule({
  id: 'B02',
  title: '全年执行数不超过全年预算数',
  severity: 'error',
  basis: budgetLaw,
  fix: '核对执行数；确有追加或调剂的，全年预算数应填调整后的数。',
  kinds: evaluations,
  messages: { exceeds: '{label}全年执行数 {executed} 超过全年预算数 {budget}，超出 {excess}。' },
  *check({ form }, { say }) {
    for (const [index, { label, annualBudget, executed }] of form.funds.entries()) {
      const budget = decimal(annualBudget)
      const spent = decimal(executed)
      if (budget === null || spent === null || spent.lte(budget)) continue
      const excess = plain(spent.minus(budget))
      yield say(
        {
          path: `funds[${index}].executed`,
          observed: plain(spent),
          expected: `≤ ${plain(budget)}`,
          arithmetic: `${plain(spent)} − ${plain(budget)} = ${excess}`,
        },
        'exceeds',
        { label, executed: plain(spent), budget: plain(budget), excess },
      )
    }
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }, { form: spent('15.42', '15.42'), from: '001' }, { form: spent('5.00', null) }],
    fails: [
      [{ form: spent('128.11', '128.10') }, 'exceeds', 'funds[0].executed'],
      [{ form: spent('3.36', '0.00') }, 'exceeds', 'funds[0].executed'],
    ],
  }),
})
