import { Decimal, plain } from '../../decimal.ts'
import type { Deduction } from '../../profile/profile.ts'
import { deductionOf, full, isBandedSatisfaction, isQuantity, ofQuantity, type Quantity } from '../quantity.ts'
import { scoringMethod } from '../scoring-method.ts'

/** Steps below the line, whole or begun as the place counts them. */
const stepsBelow = ({ actual }: Quantity, { fullFrom, step, begun }: Deduction): Decimal => {
  const steps = new Decimal(fullFrom).minus(actual).div(step)
  return begun ? steps.ceil() : steps.floor()
}

/** For examples: what 广西 prescribes. */
const example = { target: '≥90(%)', profile: 'guangxi@2021' } as const

/** 分段扣分: full from a line on, a fixed number of points off for every step below it, whatever the target says. */
export const steppedDeduction = scoringMethod({
  id: 'stepped-deduction',
  title: '分段扣分法',
  basis: '按差距分段扣分为地方口径',
  special: true,
  appliesTo: (m) => isQuantity(m) && !isBandedSatisfaction(m) && deductionOf(m) !== undefined,
  score: ofQuantity((q) => {
    const rule = deductionOf(q)
    if (rule === undefined) return { unable: '本口径没有规定这一指标的扣分办法' }
    const actual = plain(q.actual)
    if (q.actual.gte(rule.fullFrom)) return full(q, `完成 ${actual}%，不低于 ${rule.fullFrom}%`)
    const steps = stepsBelow(q, rule)
    const off = steps.times(rule.points)
    const counted = rule.begun ? `不足 ${rule.step} 个百分点按 ${rule.step} 个计` : `不足 ${rule.step} 个百分点不扣`
    return {
      score: Decimal.max(q.weight.minus(off), 0),
      formula: `${plain(q.weight)} − ${plain(steps)} × ${rule.points}`,
      because: `完成 ${actual}%，低于 ${rule.fullFrom}%，每少 ${rule.step} 个百分点扣 ${rule.points} 分（${counted}）`,
    }
  }),
  examples: [
    { ...example, name: '预算支出进度', actual: '92(%)', weight: '15', gives: '15.00' },
    { ...example, name: '预算支出进度', actual: '87.5(%)', weight: '15', gives: '13.00' },
    { ...example, name: '预算支出进度', actual: '60(%)', weight: '15', gives: '0.00' },
    { ...example, name: '资金到位率', target: '=100(%)', actual: '85(%)', weight: '5', gives: '3.00' },
    { ...example, name: '资金到位率', target: '=100(%)', actual: '99.5(%)', weight: '5', gives: '4.00' },
  ],
})
