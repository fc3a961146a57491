import { decimal, plain, sum } from '../../../decimal.ts'
import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { addition, amountColumns, columnNames, partsOf, path, totals } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { fund, selfEvaluation, totalFund, withFunds } from '../../sample.ts'

export const totalIsNotZeroWithParts = reviewRule({
  id: 'B10',
  title: '分项有金额时合计不为零',
  severity: 'error',
  basis: targetManagement,
  fix: '把各分项之和填入合计，并重新计算执行率、执行得分和总分。',
  kinds: everyKind,
  supersedes: ['B01'],
  messages: { zero: '{label}的{column}为 0，而各分项之和为 {sum}。' },
  *check({ form }, { say }) {
    for (const total of totals(form)) {
      for (const column of amountColumns) {
        if (!decimal(total.fund[column])?.isZero()) continue
        const amounts = partsOf(form, total)
          .map(({ fund }) => decimal(fund[column]))
          .filter((x) => x?.gt(0) ?? false)
          .filter((x) => x !== null)
        if (amounts.length === 0) continue
        const added = plain(sum(amounts))
        yield say(
          { path: path(total, column), observed: '0', expected: added, arithmetic: addition(amounts) },
          'zero',
          { label: total.fund.label, column: columnNames[column], sum: added },
        )
      }
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withFunds(
          selfEvaluation(),
          totalFund({ initialBudget: '0.00' }),
          fund('财政拨款', { initialBudget: '0.00' }),
        ),
      },
    ],
    fails: [
      [
        {
          from: '安徽公开表',
          form: withFunds(
            selfEvaluation(),
            totalFund({ annualBudget: '0', executed: '0', rate: '0', score: '0' }),
            fund('财政拨款', { annualBudget: '90', executed: '89.974' }),
          ),
        },
        'zero',
        'funds[0].executed',
      ],
    ],
  }),
})
