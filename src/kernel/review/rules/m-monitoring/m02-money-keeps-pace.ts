// M02: by the fixed steps of the place where it has some, else by the pro rata light.
import { Decimal, decimal, plain } from '../../../decimal.ts'
import { monitoringRules } from '../../basis.ts'
import { progressLight } from '../../light.ts'
import { annualTotal, path } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { monitored, monitoringForm } from '../../samples-of-monitoring.ts'

export const moneyKeepsPace = reviewRule({
  id: 'M02',
  title: '执行进度不低于监控阈值',
  severity: 'warning',
  basis: monitoringRules,
  fix: '查明原因，加快执行；确实用不完的，申请调减预算和目标。',
  kinds: ['project-monitoring'],
  needs: ['monitoring'],
  messages: {
    step: '1—{month}月执行率 {rate}%，低于 {bound}%。',
    pace: '{because}，执行偏慢。',
  },
  *check({ form, profile, related: { monitoring } }, { say, unable }) {
    const month = monitoring.find((round) => round.form === form)?.throughMonth ?? null
    if (month === null) return yield unable('不知道监控数据截至几月')
    const total = annualTotal(form)
    const budget = total?.fund.annualBudget ?? total?.fund.initialBudget ?? null
    const executed = total?.fund.executed ?? null
    const [whole, spent] = [decimal(budget), decimal(executed)]
    if (total === undefined || !whole?.gt(0) || spent === null) return yield unable('缺少预算数或执行数')
    const rate = spent.div(whole).times(100)
    const where = {
      path: path(total, 'executed'),
      observed: executed,
      arithmetic: `${plain(spent)} ÷ ${plain(whole)} × 100 = ${cut(rate)}`,
    }
    const { steps } = profile.monitoring
    if (steps.length > 0) {
      const step = steps.filter((one) => one.month <= month).at(-1)
      if (step !== undefined && rate.lt(step.atLeast))
        yield say({ ...where, expected: step.atLeast }, 'step', { month, rate: cut(rate), bound: step.atLeast })
      return
    }
    const light = progressLight(budget, executed, month, profile)
    if (light.color === 'red' || light.color === 'yellow') yield say(where, 'pace', { because: light.because })
  },
  examples: () => ({
    passes: [monitored(monitoringForm('100.00', '60.00'))],
    fails: [
      [monitored(monitoringForm('100.00', '20.00')), 'pace', 'funds[0].executed'],
      [
        { ...monitored(monitoringForm('100.00', '30.00'), { throughMonth: 8 }), profile: 'sichuan@2023' },
        'step',
        'funds[0].executed',
      ],
    ],
    unable: [monitored(monitoringForm('100.00', '20.00'), { throughMonth: null }), { form: monitoringForm('1', '1') }],
  }),
})

const cut = (x: Decimal): string => plain(x.toDecimalPlaces(2, Decimal.ROUND_DOWN))
