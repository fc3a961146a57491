import { type Decimal, decimal, plain, sum } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import { practice } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { annualTotal, path } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { indicator, selfEvaluation, totalFund, withFunds } from '../../sample.ts'

/** Σ of a column; null where a row has no number. */
function column(form: Form, of: 'weight' | 'score'): Decimal | null {
  const numbers = form.indicators.map((row) => decimal(row[of]))
  const read = numbers.filter((x) => x !== null)
  return read.length === 0 || read.length < numbers.length ? null : sum(read)
}

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
  *check({ form, profile, scores: recomputed }, { say }) {
    const total = annualTotal(form)
    if (!total) return
    const [weights, scores] = [column(form, 'weight'), column(form, 'score')]
    const weight = decimal(total.fund.weight)
    // A wrongly printed execution score is said by B04; what counts here is the money that was spent.
    const computed = recomputed.scores.find((s) => s.path === path(total, 'score'))?.computed
    const score = decimal(computed ?? total.fund.score)
    if (!weights?.gt(0) || !scores?.gt(0) || !weight?.gt(0) || score === null) return
    const [quality, execution] = [scores.div(weights), score.div(weight)]
    const gap = quality.minus(execution).div(quality)
    if (gap.lte(profile.lights.consistency.gap)) return
    const percent = (x: Decimal) => x.times(100).toFixed(1)
    const arithmetic = `${plain(scores)} ÷ ${plain(weights)} = ${percent(quality)}%；${plain(score)} ÷ ${plain(weight)} = ${percent(execution)}%；（${percent(quality)} − ${percent(execution)}）÷ ${percent(quality)} = ${percent(gap)}%`
    yield say({ path: 'totals.score', arithmetic }, 'gap', {
      indicators: percent(quality),
      execution: percent(execution),
      gap: percent(gap),
      limit: plain(decimal(profile.lights.consistency.gap)?.times(100) ?? gap),
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
