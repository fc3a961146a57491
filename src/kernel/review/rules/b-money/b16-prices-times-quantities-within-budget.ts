import { type Decimal, plain, sum } from '../../../decimal.ts'
import { targetManagement } from '../../basis.ts'
import { ceilingsOf, isOverall, largestBudget, type Planned, plannedCosts } from '../../cost.ts'
import { projectForms } from '../../kinds.ts'
import { money } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { type indicator, targetForm, totalFund, withFunds, withIndicators } from '../../sample.ts'

const cost = (name: string, target: string) => ({ aspect: '成本指标', name, target })
const planned = (initialBudget: string, ...rows: readonly Parameters<typeof indicator>[0][]) =>
  withIndicators(withFunds(targetForm(), totalFund({ initialBudget })), ...rows)

/** "（3305 + 1328）批次 × 2500元 = 1158.25万元" */
function product({ price, counts }: Planned, inMoney: string): string {
  const added = counts.map(plain).join(' + ')
  return `${counts.length > 1 ? `（${added}）` : added}${price.per} × ${plain(price.yuan)}元 = ${inMoney}`
}
const byAmount = (a: { yuan: Decimal }, b: { yuan: Decimal }) => b.yuan.cmp(a.yuan)

export const pricesTimesQuantitiesWithinBudget = reviewRule({
  id: 'B16',
  title: '单价上限乘以计划数量不超过预算和总成本上限',
  severity: 'warning',
  basis: targetManagement,
  fix: '按实际测算下调单价上限，或核对计划数量与预算。',
  kinds: projectForms,
  messages: {
    budget: '按单价上限和计划数量测算需 {sum}，超过预算 {limit}，多出 {excess}。',
    total: '按单价上限和计划数量测算需 {sum}，超过自设的总成本上限 {limit}，多出 {excess}。',
  },
  *check({ form, profile }, { say }) {
    const budget = largestBudget(form)
    const { whole, prices } = ceilingsOf(form, profile)
    const costs = plannedCosts(form, profile, prices).toSorted(byAmount)
    const [largest] = costs
    if (!budget || !largest) return
    const needed = sum(costs.map(({ yuan }) => yuan))
    const overall = whole
      .filter((ceiling) => isOverall(ceiling, budget))
      .sort(byAmount)
      .at(-1)
    const limit = overall?.yuan.lt(budget) ? overall.yuan : budget
    if (needed.lte(limit)) return
    const terms = costs.map((one) => product(one, money(form, one.yuan)))
    yield say(
      {
        path: `indicators[${largest.price.index}].target`,
        observed: money(form, needed),
        expected: `≤ ${money(form, limit)}`,
        arithmetic: `${terms.join('；')}；合计 ${money(form, needed)} > ${money(form, limit)}`,
      },
      limit === budget ? 'budget' : 'total',
      { sum: money(form, needed), limit: money(form, limit), excess: money(form, needed.minus(limit)) },
    )
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: planned('2.00', { name: '抽检批次', target: '≥8批次' }, cost('抽检单价', '≤2500元/批次')) },
      {
        form: planned(
          '2.50',
          { name: '抽检批次', target: '≥8批次' },
          cost('抽检单价', '≤2500元/批次'),
          cost('项目总成本', '≤2.5万元'),
        ),
      },
      {
        form: planned('2.04', { name: '食品安全监督抽检批次', target: '≥8批次' }, cost('抽检单价', '≤2500元/批次')),
        from: '004',
      },
    ],
    fails: [
      [
        {
          from: '004',
          form: planned(
            '893.97',
            { name: '国家食品安全监督抽检批次', target: '≥3305批次' },
            { name: '国家食品安全评价性抽检批次', target: '≥1328批次' },
            { name: '国家食品安全风险监测抽检批次', target: '≥832批次' },
            { name: '食品生产企业飞行检查家次数', target: '≥150家次' },
            cost('国家食品安全抽检平均批次单价', '≤2500元/批次'),
            cost('食品生产企业飞行检查成本', '≤6000元/家次'),
          ),
        },
        'budget',
        'indicators[4].target',
      ],
      [
        {
          from: '004',
          form: planned(
            '300.00',
            { name: '检验项目数', target: '≥8200项' },
            cost('平均每项检验成本', '≤270元'),
            cost('项目总成本', '≤150万元'),
          ),
        },
        'total',
        'indicators[1].target',
      ],
    ],
  }),
})
