import { decimal } from '../../../decimal.ts'
import { toYuan } from '../../../value/units.ts'
import { targetManagement } from '../../basis.ts'
import { ceilingsOf, largestBudget } from '../../cost.ts'
import { everyKind } from '../../kinds.ts'
import { money } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { targetForm, totalFund, withFunds, withIndicators } from '../../sample.ts'

const amount = /(\d[\d,]*(?:\.\d+)?)\s*(亿元|万元|元)(?!\s*[/每])/g

const described = (description: string, target: string, initialBudget = '10.00') =>
  withIndicators(withFunds(targetForm(), totalFund({ initialBudget })), {
    aspect: '成本指标',
    name: '第三方评估费用',
    description,
    target,
  })

export const describedCostEqualsTarget = reviewRule({
  id: 'B17',
  title: '成本指标描述中的金额与指标值一致',
  severity: 'warning',
  basis: targetManagement,
  fix: '统一描述、指标值和预算三处的金额。',
  kinds: everyKind,
  messages: { differs: '描述写“{described}”，指标值为“{target}”，预算 {budget}，金额不一致。' },
  *check({ form, profile }, { say }) {
    const budget = largestBudget(form)
    for (const { index, indicator, yuan } of ceilingsOf(form, profile).whole) {
      const stated = [...(indicator.description ?? '').matchAll(amount)]
      const [only] = stated
      // Several amounts are parts of a calculation; only a single one must be the limit itself.
      if (only === undefined || stated.length > 1) continue
      const described = decimal(toYuan(only[1]?.replaceAll(',', '') ?? null, only[2] ?? null))
      if (described === null || described.eq(yuan)) continue
      yield say(
        {
          path: `indicators[${index}].description`,
          observed: only[0],
          expected: indicator.target.text,
          arithmetic: `${money(form, described)} ≠ ${money(form, yuan)}`,
        },
        'differs',
        {
          described: only[0],
          target: indicator.target.text ?? '',
          budget: budget === null ? '未填' : money(form, budget),
        },
      )
    }
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: described('每年一次性支付7万元网站监测服务费', '≤7万元', '7.00'), from: '004' },
      { form: described('专家费2万元、差旅费1万元', '≤3万元') },
    ],
    fails: [
      [
        { form: described('按照协议约定执行，计划预算20万元', '≤9万元'), from: '004' },
        'differs',
        'indicators[0].description',
      ],
    ],
  }),
})
