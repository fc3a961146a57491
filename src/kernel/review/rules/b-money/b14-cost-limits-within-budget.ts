import { type Decimal, plain, sum } from '../../../decimal.ts'
import { targetManagement } from '../../basis.ts'
import { type Ceiling, ceilingsOf, isOverall, largestBudget } from '../../cost.ts'
import { everyKind } from '../../kinds.ts'
import { addition, money } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { targetForm, totalFund, withFunds, withIndicators } from '../../sample.ts'

const cost = (name: string, target: string) => ({ aspect: '成本指标', name, target })
const planned = (initialBudget: string, ...limits: readonly [string, string][]) =>
  withIndicators(
    withFunds(targetForm(), totalFund({ initialBudget })),
    ...limits.map(([name, target]) => cost(name, target)),
  )

/** 总成本 50 = 会议 20 + 培训 30: one of the limits is the sum of the others. */
const nested = (limits: readonly Ceiling[], all: Decimal): boolean =>
  limits.some(({ yuan }) => yuan.eq(all.minus(yuan)))

export const costLimitsWithinBudget = reviewRule({
  id: 'B14',
  title: '成本指标的上限合计不超过预算',
  severity: 'error',
  basis: targetManagement,
  fix: '按预算重新分解各项成本上限。',
  kinds: everyKind,
  messages: {
    sum: '各项成本上限合计 {sum}，超过预算 {budget}，多出 {excess}。',
    one: '成本上限 {limit} 超过预算 {budget}，多出 {excess}。',
  },
  *check({ form, profile }, { say, unable }) {
    const { whole } = ceilingsOf(form, profile)
    if (whole.length === 0) return
    const budget = largestBudget(form)
    if (budget === null) {
      yield unable('表中没有预算总额或金额单位，无法与成本上限核对')
      return
    }
    const above = whole.filter(({ yuan }) => yuan.gt(budget))
    for (const { index, indicator, yuan } of above) {
      yield say(
        {
          path: `indicators[${index}].target`,
          expected: `≤ ${money(form, budget)}`,
          arithmetic: `${money(form, yuan)} − ${money(form, budget)} = ${money(form, yuan.minus(budget))}`,
        },
        'one',
        { limit: indicator.target.text ?? '', budget: money(form, budget), excess: money(form, yuan.minus(budget)) },
      )
    }
    const parts = whole.filter((ceiling) => !isOverall(ceiling, budget))
    const added = sum(parts.map(({ yuan }) => yuan))
    const [first] = parts
    if (above.length > 0 || first === undefined || added.lte(budget) || nested(parts, added)) return
    const scale = form.amountUnit === '万元' ? 10000 : 1
    yield say(
      {
        path: `indicators[${first.index}].target`,
        observed: money(form, added),
        expected: `≤ ${money(form, budget)}`,
        arithmetic: `${addition(parts.map(({ yuan }) => yuan.div(scale)))} > ${plain(budget.div(scale))}`,
      },
      'sum',
      { sum: money(form, added), budget: money(form, budget), excess: money(form, added.minus(budget)) },
    )
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      {
        form: planned(
          '300.00',
          ['设备购置', '≤110万元'],
          ['电费', '≤45万元'],
          ['材料', '≤20万元'],
          ['劳务费', '≤100万元'],
        ),
        from: '004',
      },
      { form: planned('60.00', ['场地', '≤20万元'], ['资料', '≤40万元']) },
      { form: planned('60.00', ['项目总成本', '≤60万元'], ['培训成本', '≤40万元']) },
      { form: planned('60.00', ['培训和会议', '≤50万元'], ['培训', '≤30万元'], ['会议', '≤20万元']) },
      { form: planned('2.04', ['抽检单价', '≤2500元/批次']) },
      {
        form: planned('160.00', ['考试人项', '≤450元'], ['考试成本', '≤10万元'], ['培训成本', '≤150万元']),
        from: '004',
      },
    ],
    fails: [
      [
        { form: planned('4.47', ['差旅', '≤0.1万元'], ['印刷', '≤2.31万元'], ['购置', '≤2.08万元']), from: '004' },
        'sum',
        'indicators[0].target',
      ],
      [{ form: planned('10.00', ['第三方评估费用', '≤12万元']) }, 'one', 'indicators[0].target'],
    ],
    unable: [{ form: { ...planned('10.00', ['第三方评估费用', '≤12万元']), amountUnit: null } }],
  }),
})
