import { coreIndicators } from '../../basis.ts'
import { ceilingsOf, largestBudget } from '../../cost.ts'
import { everyKind } from '../../kinds.ts'
import { money } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { targetForm, totalFund, withFunds, withIndicators } from '../../sample.ts'

const limited = (target: string) =>
  withIndicators(withFunds(targetForm(), totalFund({ initialBudget: '1157.30' })), {
    aspect: '成本指标',
    name: '年度运维成本',
    target,
  })

export const costLimitIncludesBudget = reviewRule({
  id: 'B18',
  title: '等于预算全额的成本上限用“≤”而不用“<”',
  severity: 'advice',
  basis: coreIndicators,
  fix: '把“<”改为“≤”。',
  kinds: everyKind,
  supersedes: ['B19'],
  messages: { strict: '成本指标“{target}”等于预算全额 {budget}，预算花完即为未达标。' },
  *check({ form, profile }, { say }) {
    const budget = largestBudget(form)
    for (const { index, indicator, yuan } of ceilingsOf(form, profile).whole) {
      if (indicator.target.comparator !== '<' || !budget || !yuan.eq(budget)) continue
      const target = indicator.target.text ?? ''
      yield say(
        {
          path: `indicators[${index}].target`,
          observed: target,
          expected: `≤${indicator.target.value}${indicator.target.unit}`,
        },
        'strict',
        { target, budget: money(form, budget) },
      )
    }
  },
  examples: () => ({
    passes: [{ form: targetForm() }, { form: limited('≤1157.3万元') }, { form: limited('<1100万元') }],
    fails: [[{ form: limited('<1157.3万元'), from: '004' }, 'strict', 'indicators[0].target']],
  }),
})
