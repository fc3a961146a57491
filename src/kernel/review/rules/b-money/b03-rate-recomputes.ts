import { plain } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { differenceAt, rateUncertainty } from '../../recomputed.ts'
import { reviewRule } from '../../review-rule.ts'
import { fund, selfEvaluation, totalFund, withFunds } from '../../sample.ts'

const row = (annualBudget: string, executed: string, rate: string) =>
  withFunds(selfEvaluation(), totalFund({ annualBudget, executed, rate }))

export const rateRecomputes = reviewRule({
  id: 'B03',
  title: '填报的执行率等于全年执行数除以全年预算数',
  severity: 'error',
  basis: evaluation,
  fix: '按全年执行数 ÷ 全年预算数重新计算执行率。',
  kinds: evaluations,
  messages: { differs: '{label}执行率填报 {printed}%，按 {executed} ÷ {budget} 复算为 {computed}%。' },
  *check(input, { say, unable }) {
    const { form } = input
    if (!form.funds.some(({ executed, annualBudget }) => executed !== null && annualBudget !== null)) {
      yield unable('缺少全年预算数或全年执行数，无法复算执行率')
    }
    for (const [index, { label, executed, annualBudget }] of form.funds.entries()) {
      const difference = differenceAt(input, `funds[${index}].rate`)
      if (difference === null || executed === null || annualBudget === null) continue
      const { score, printed, computed, explained } = difference
      const uncertain = rateUncertainty(form, index)
      if (explained || uncertain?.plus(input.profile.limits.scoreTolerance).gte(printed.minus(computed).abs())) {
        yield unable(
          `${label}执行率填报 ${plain(printed)}%、复算 ${plain(computed)}%，差异在金额和执行率的舍入范围内，不判错`,
        )
        continue
      }
      yield say(
        {
          path: `funds[${index}].rate`,
          observed: score.printed,
          expected: score.computed,
          arithmetic: `${executed} ÷ ${annualBudget} × 100 = ${score.computed}`,
        },
        'differs',
        { label, printed: score.printed ?? '', executed, budget: annualBudget, computed: score.computed ?? '' },
      )
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: row('108.17', '94.51', '87.37'), from: '002', profile: 'shanghai@2023' },
      { form: row('10.21', '10.17', '99.60'), from: '001', profile: 'shanghai@2023' },
    ],
    fails: [
      [
        {
          form: withFunds(
            selfEvaluation(),
            fund('财政拨款', { annualBudget: '11789.83', executed: '11789.83', rate: '0.00' }),
          ),
          from: '003',
        },
        'differs',
        'funds[0].rate',
      ],
      [
        {
          form: withFunds(
            selfEvaluation(),
            fund('其他资金', { annualBudget: '91.71', executed: '74.52', rate: '0.00' }),
          ),
          from: '003',
        },
        'differs',
        'funds[0].rate',
      ],
      [{ form: row('170.34', '128.11', '75.30') }, 'differs', 'funds[0].rate'],
    ],
    unable: [
      { form: row('170.34', '128.11', '75.20') },
      { form: row('170.34', '128.11', '75') },
      { form: row('0.50', '0.45', '91.50') },
      { form: withFunds(selfEvaluation()) },
    ],
  }),
})
