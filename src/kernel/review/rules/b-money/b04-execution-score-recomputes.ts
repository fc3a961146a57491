import { plain } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { differenceAt } from '../../recomputed.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, totalFund, withFunds } from '../../sample.ts'

const scored = (annualBudget: string, executed: string, rate: string, score: string) =>
  withFunds(selfEvaluation(), totalFund({ annualBudget, executed, rate, weight: '10.00', score }))

export const executionScoreRecomputes = reviewRule({
  id: 'B04',
  title: '预算执行得分按执行率和分值计算',
  severity: 'error',
  basis: evaluation,
  fix: '按分值 × 执行率重新计算预算执行得分，并更正总分。',
  kinds: evaluations,
  messages: { differs: '{label}执行得分填报 {printed} 分，分值 {weight} 分按执行率应得 {computed} 分。' },
  *check(input, { say, unable }) {
    for (const [index, { label, weight }] of input.form.funds.entries()) {
      const difference = differenceAt(input, `funds[${index}].score`)
      if (difference === null || weight === null) continue
      const { score, printed, computed, explained } = difference
      if (explained) {
        yield unable(`${label}执行得分填报 ${plain(printed)}、复算 ${plain(computed)}，差异在舍入范围内，不判错`)
        continue
      }
      yield say(
        {
          path: `funds[${index}].score`,
          observed: score.printed,
          expected: score.computed,
          arithmetic: score.formula === null ? null : `${score.formula} = ${score.computed}`,
        },
        'differs',
        { label, printed: score.printed ?? '', weight, computed: score.computed ?? '' },
      )
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: scored('6765.00', '6674.00', '98.65', '9.86'), from: '002', profile: 'shanghai@2023' },
    ],
    fails: [
      [{ form: scored('11881.54', '11881.54', '100.00', '9'), from: '003' }, 'differs', 'funds[0].score'],
      [{ form: scored('170.34', '128.11', '75.20', '10.00') }, 'differs', 'funds[0].score'],
    ],
    unable: [{ form: scored('6765.00', '6674.00', '98.65', '9.86'), from: '002' }],
  }),
})
