import { coreIndicators } from '../../basis.ts'
import { ceilingsOf, largestBudget } from '../../cost.ts'
import { everyKind } from '../../kinds.ts'
import { money } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { targetForm, totalFund, withFunds, withIndicators } from '../../sample.ts'

/** A limit this near to the budget is meant for all of it. */
const NEAR = '0.99'

const limited = (target: string) =>
  withIndicators(withFunds(targetForm(), totalFund({ initialBudget: '1157.30' })), {
    aspect: '成本指标',
    name: '年度运维成本',
    target,
  })

export const costLimitIncludesBudget = reviewRule({
  id: 'B18',
  title: '与预算相当的成本上限用“≤”，与预算数一致',
  severity: 'advice',
  basis: coreIndicators,
  fix: '把“<”改为“≤”，金额与预算数一致。',
  kinds: everyKind,
  supersedes: ['B19', 'B20'],
  messages: {
    strict: '成本指标“{target}”等于预算全额 {budget}，预算花完即为未达标。',
    near: '成本指标“{target}”比预算 {budget} 只少 {rest}，预算花完即为未达标，疑为录入不一致。',
  },
  *check({ form, profile }, { say }) {
    const budget = largestBudget(form)
    for (const { index, indicator, yuan } of ceilingsOf(form, profile).whole) {
      if (indicator.target.comparator !== '<' || !budget || yuan.gt(budget) || yuan.lt(budget.times(NEAR))) continue
      const target = indicator.target.text ?? ''
      const where = { path: `indicators[${index}].target`, observed: target, expected: `≤${money(form, budget)}` }
      const data = { target, budget: money(form, budget) }
      if (yuan.eq(budget)) yield say(where, 'strict', data)
      else yield say(where, 'near', { ...data, rest: money(form, budget.minus(yuan)) })
    }
  },
  examples: () => ({
    passes: [{ form: targetForm() }, { form: limited('≤1157.3万元') }, { form: limited('<1100万元') }],
    fails: [
      [{ form: limited('<1157.3万元'), from: '004' }, 'strict', 'indicators[0].target'],
      [{ form: limited('<1157.24万元') }, 'near', 'indicators[0].target'],
    ],
  }),
})
