import { decimal, plain } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { annualTotal, path } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, totalFund, withFunds } from '../../sample.ts'

const graded = (annualBudget: string, executed: string, grade: string) => ({
  ...withFunds(selfEvaluation(), totalFund({ annualBudget, executed })),
  grade,
})

export const topGradeNeedsExecution = reviewRule({
  id: 'B07',
  title: '预算执行率很低时不应评为最高等级',
  severity: 'warning',
  basis: evaluation,
  fix: '核实产出和效益的完成值；目标确已全部完成的，说明预算偏大的原因并据此核减以后年度预算。',
  kinds: evaluations,
  messages: { low: '预算执行率只有 {rate}%（低于 {limit}%），等级却为“{grade}”。' },
  *check({ form, profile, scores }, { say }) {
    const total = annualTotal(form)
    const top = profile.grades[0]?.grade
    const limit = profile.execution.topGradeBelow
    if (!total || form.grade === null || form.grade.trim() !== top) return
    const rate = decimal(scores.scores.find((s) => s.path === path(total, 'rate'))?.computed)
    if (rate === null || rate.gte(limit)) return
    yield say(
      {
        path: 'grade',
        observed: form.grade,
        arithmetic: `${total.fund.executed} ÷ ${total.fund.annualBudget} × 100 = ${plain(rate)} < ${limit}`,
      },
      'low',
      { rate: rate.toFixed(2), limit, grade: form.grade },
    )
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: graded('666.92', '320.18', '良') },
      { form: graded('75.24', '52.70', '优') },
      { form: graded('100.00', '60.00', '优') },
      { form: selfEvaluation({ grade: null }) },
      { form: graded('0.00', '0.00', '优') },
    ],
    fails: [[{ form: graded('666.92', '320.18', '优'), from: '002' }, 'low', 'grade']],
  }),
})
