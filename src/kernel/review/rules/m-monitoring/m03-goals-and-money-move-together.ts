// M03: mean share of the yearly targets reached (each at most 100 %) against the execution rate. Only numbers where more
// is better count; places without a threshold are not judged.
import { Decimal, decimal, plain, sum } from '../../../decimal.ts'
import type { Indicator } from '../../../form/form.ts'
import { amountOf, sameMeasure } from '../../amount.ts'
import { monitoringRules } from '../../basis.ts'
import { annualTotal, path } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { monitored, monitoringForm, trained } from '../../samples-of-monitoring.ts'
import { isRising, targetAmount } from '../../since-last-year.ts'

export const goalsAndMoneyMoveTogether = reviewRule({
  id: 'M03',
  title: '目标进度与执行进度相差不大',
  severity: 'warning',
  basis: monitoringRules,
  fix: '说明目标与资金进度不一致的原因，必要时调整预算或目标。',
  kinds: ['project-monitoring'],
  messages: { apart: '{count} 条指标平均完成年度指标值的 {goals}%，资金执行率 {money}%，相差 {gap} 个百分点。' },
  *check({ form, profile }, { say, unable }) {
    const bound = profile.monitoring.gap
    if (bound === null) return
    const total = annualTotal(form)
    const [budget, spent] = [
      decimal(total?.fund.annualBudget ?? total?.fund.initialBudget),
      decimal(total?.fund.executed),
    ]
    const shares = rowsOf(form).flatMap(({ it }) => shareReached(it) ?? [])
    if (total === undefined || !budget?.gt(0) || spent === null) return yield unable('缺少预算数或执行数')
    if (shares.length === 0) return yield unable('没有可以计算进度的定量指标')
    const goals = sum(shares).div(shares.length).times(100)
    const money = spent.div(budget).times(100)
    const gap = goals.minus(money).abs()
    if (gap.lte(decimal(bound)?.times(100) ?? gap)) return
    yield say(
      {
        path: path(total, 'executed'),
        arithmetic: `（${shares.map((share) => `${cut(share.times(100))}%`).join(' + ')}） ÷ ${shares.length} = ${cut(goals)}%；${plain(spent)} ÷ ${plain(budget)} = ${cut(money)}%`,
      },
      'apart',
      { count: shares.length, goals: cut(goals), money: cut(money), gap: cut(gap) },
    )
  },
  examples: () => ({
    passes: [
      { ...monitored(monitoringForm('100.00', '60.00', trained('12(期)'))), profile: 'sichuan@2023' },
      { ...monitored(monitoringForm('100.00', '10.00', trained('20(期)'))) },
    ],
    fails: [
      [
        { ...monitored(monitoringForm('100.00', '10.00', trained('20(期)'))), profile: 'sichuan@2023' },
        'apart',
        'funds[0].executed',
      ],
    ],
    unable: [{ form: { ...monitoringForm('100.00', '10.00'), funds: [] }, profile: 'sichuan@2023' }],
  }),
})

/** Share of the yearly target reached, at most 1; null where it cannot be told. */
function shareReached(it: Indicator): Decimal | null {
  const target = targetAmount(it)
  const reached = amountOf(it.actual?.value, it.actual?.unit ?? it.target.unit ?? it.measureUnit)
  if (target === null || reached === null || !isRising(it) || target.value.lte(0)) return null
  return sameMeasure(target.unit, reached.unit) ? Decimal.min(1, reached.value.div(target.value)) : null
}

const cut = (x: Decimal): string => plain(x.toDecimalPlaces(2, Decimal.ROUND_DOWN))
