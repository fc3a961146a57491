import { coreIndicators } from '../../basis.ts'
import { ceilingsOf, largestBudget } from '../../cost.ts'
import { projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { targetForm, totalFund, withFunds, withIndicators } from '../../sample.ts'

const limited = (...limits: readonly [string, string][]) =>
  withIndicators(
    withFunds(targetForm(), totalFund({ initialBudget: '67.00' })),
    ...limits.map(([name, target]) => ({ aspect: '成本指标', name, target })),
  )

const onlyBudget = /不超(过|出)?.{0,4}预算|预算(范围|额度|金额)?(以|之)?内|控制在预算/

export const costIsBrokenDown = reviewRule({
  id: 'B19',
  title: '成本指标有单价或分项，不只写不超预算',
  severity: 'advice',
  basis: coreIndicators,
  fix: '改设单位成本或分项成本指标，如每期、每人、每批次的支出上限。',
  kinds: projectForms,
  messages: { total: '成本指标只有“{target}”一项总额，等于预算，没有单价或分项，难以衡量成本控制。' },
  *check({ form, profile }, { say }) {
    const { whole, prices, unread } = ceilingsOf(form, profile)
    const budget = largestBudget(form)
    if (prices.length > 0 || whole.length + unread.length !== 1) return
    const index = whole[0]?.index ?? unread[0] ?? 0
    const target = form.indicators[index]?.target.text ?? ''
    const isTotal = whole[0] ? budget !== null && whole[0].yuan.eq(budget) : onlyBudget.test(target)
    if (isTotal) yield say(`indicators[${index}].target`, 'total', { target })
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: limited(['项目总成本', '≤67万元'], ['单期成本', '≤3万元/期']) },
      { form: limited(['场地费', '≤40万元']) },
      { form: limited(['场地费', '≤40万元'], ['资料费', '≤27万元']) },
    ],
    fails: [
      [{ form: limited(['不超过预算金额', '≤67万元']), from: '004' }, 'total', 'indicators[0].target'],
      [{ form: limited(['经费', '不超预算']), from: '004' }, 'total', 'indicators[0].target'],
    ],
  }),
})
