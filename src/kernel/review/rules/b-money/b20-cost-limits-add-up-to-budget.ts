// B20 (beyond the catalogue): cost limits that explain most of the budget explain all of it. What explains less than the
// profile's share is said by B15, what is more than the budget by B14 and B16.
import { coreIndicators } from '../../basis.ts'
import { coverageOf } from '../../cost-coverage.ts'
import { projectForms } from '../../kinds.ts'
import { money } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { type indicator, targetForm, totalFund, withFunds, withIndicators } from '../../sample.ts'

const cost = (name: string, target: string) => ({ aspect: '成本指标', name, target })
const planned = (initialBudget: string, ...rows: readonly Parameters<typeof indicator>[0][]) =>
  withIndicators(withFunds(targetForm(), totalFund({ initialBudget })), ...rows)

export const costLimitsAddUpToBudget = reviewRule({
  id: 'B20',
  title: '分项成本上限合计等于预算',
  severity: 'advice',
  basis: coreIndicators,
  fix: '补上其余支出的成本指标，或核对各项上限。',
  kinds: projectForms,
  messages: { less: '成本指标合计 {sum}，比预算 {budget} 少 {rest}，这部分支出没有成本控制目标。' },
  *check({ form, profile }, { say }) {
    const coverage = coverageOf(form, profile)
    if (typeof coverage === 'string') return
    const { budget, covered, share, arithmetic, index } = coverage
    if (share.gte(1) || share.lt(profile.limits.costCoverage)) return
    const where = {
      path: `indicators[${index}].target`,
      observed: money(form, covered),
      expected: money(form, budget),
      arithmetic,
    }
    const rest = money(form, budget.minus(covered))
    yield say(where, 'less', { sum: money(form, covered), budget: money(form, budget), rest })
  },
  examples: () => ({
    passes: [
      { form: planned('25.00', cost('经费', '≤25万元')) },
      { form: planned('20.00', cost('场地', '≤12万元'), cost('资料', '≤8万元')) },
      { form: planned('18.75', cost('软件采购成本', '≤3万元')), from: '004' },
    ],
    fails: [
      [
        {
          form: planned(
            '300.00',
            cost('检测设备购置', '≤110万元'),
            cost('专用材料支出', '≤45万元'),
            cost('电费', '≤20万元'),
            cost('劳务费', '≤100万元'),
          ),
          from: '004 特种设备检验2024',
        },
        'less',
        'indicators[0].target',
      ],
    ],
  }),
})
