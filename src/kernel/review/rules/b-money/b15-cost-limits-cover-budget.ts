import { coreIndicators } from '../../basis.ts'
import { coverageOf } from '../../cost-coverage.ts'
import { projectForms } from '../../kinds.ts'
import { money } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { type indicator, targetForm, totalFund, withFunds, withIndicators } from '../../sample.ts'

const cost = (name: string, target: string) => ({ aspect: '成本指标', name, target })
const planned = (initialBudget: string, ...rows: readonly Parameters<typeof indicator>[0][]) =>
  withIndicators(withFunds(targetForm(), totalFund({ initialBudget })), ...rows)

export const costLimitsCoverBudget = reviewRule({
  id: 'B15',
  title: '成本指标覆盖预算的大部分',
  severity: 'warning',
  basis: coreIndicators,
  fix: '为其余支出补设成本指标，或说明不设的理由。',
  kinds: projectForms,
  messages: { uncovered: '成本指标合计 {sum}，只占预算 {budget} 的 {percent}%，其余 {rest} 没有成本控制目标。' },
  *check({ form, profile }, { say, unable }) {
    const coverage = coverageOf(form, profile)
    if (coverage === 'unread')
      yield unable('有成本指标的值不是金额上限，或单价没有对应的数量指标，无法计算成本指标覆盖的预算')
    if (typeof coverage === 'string') return
    const { budget, covered, share, arithmetic, index } = coverage
    if (share.gte(profile.limits.costCoverage)) return
    yield say(
      {
        path: `indicators[${index}].target`,
        observed: money(form, covered),
        expected: `≥ ${money(form, budget.times(profile.limits.costCoverage))}`,
        arithmetic,
      },
      'uncovered',
      {
        sum: money(form, covered),
        budget: money(form, budget),
        percent: share.times(100).toFixed(1),
        rest: money(form, budget.minus(covered)),
      },
    )
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      {
        form: planned('300.00', cost('设备购置', '≤110万元'), cost('电费', '≤45万元'), cost('劳务费', '≤120万元')),
        from: '004',
      },
      { form: planned('25.00', cost('经费', '≤25万元')) },
      { form: planned('25.00', cost('场地', '≤12万元'), cost('资料', '≤8万元')) },
      { form: planned('10.00', cost('项目总成本', '≤7万元')) },
    ],
    fails: [
      [{ form: planned('18.75', cost('软件采购成本', '≤3万元')), from: '004' }, 'uncovered', 'indicators[0].target'],
      [
        {
          from: '004',
          form: planned(
            '25.00',
            { name: '检验检测机构数量', target: '≥100家' },
            cost('每家检验检测机构能力验证费用', '≤1500元'),
          ),
        },
        'uncovered',
        'indicators[1].target',
      ],
    ],
    unable: [
      { form: planned('246.00', cost('软件采购成本', '≤3万元'), cost('鉴定评审单家成本', '≤5300家')), from: '004' },
    ],
  }),
})
