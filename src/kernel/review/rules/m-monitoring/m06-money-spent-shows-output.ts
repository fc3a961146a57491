import { decimal, plain } from '../../../decimal.ts'
import { monitoringRules } from '../../basis.ts'
import { annualTotal, path } from '../../money.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect, rowsOf } from '../../rows.ts'
import { monitored, monitoringForm, trained } from '../../samples-of-monitoring.ts'

export const moneySpentShowsOutput = reviewRule({
  id: 'M06',
  title: '资金执行完的，产出不是零',
  severity: 'warning',
  basis: monitoringRules,
  fix: '核对执行数和产出；已付款未产出的，说明资金去向和完成时间。',
  kinds: ['project-monitoring'],
  messages: { nothing: '资金已全部执行（{executed} ÷ {budget}），{count} 条数量指标的完成数都是 0。' },
  *check({ form }, { say }) {
    const total = annualTotal(form)
    const budget = decimal(total?.fund.annualBudget ?? total?.fund.initialBudget)
    const executed = decimal(total?.fund.executed)
    if (total === undefined || !budget?.gt(0) || executed === null || executed.lt(budget)) return
    const reached = rowsOf(form)
      .filter((row) => isAspect(row, 'quantity'))
      .map(({ it }) => decimal(it.actual?.value))
    if (reached.length > 0 && reached.every((value) => value?.isZero() === true))
      yield say(path(total, 'executed'), 'nothing', {
        executed: plain(executed),
        budget: plain(budget),
        count: reached.length,
      })
  },
  examples: () => ({
    passes: [monitored(monitoringForm('100.00', '100.00', trained('12(期)')))],
    fails: [[monitored(monitoringForm('100.00', '100.00', trained('0(期)'))), 'nothing', 'funds[0].executed']],
  }),
})
