import { Decimal, plain } from '../../../decimal.ts'
import { amountOf, sameMeasure } from '../../amount.ts'
import { monitoringRules } from '../../basis.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { monitored, monitoringForm, trained } from '../../samples-of-monitoring.ts'
import { isRising, targetAmount } from '../../since-last-year.ts'
import { unitKind } from '../../unit-kind.ts'

export const reachedTargetsAreRaised = reviewRule({
  id: 'M10',
  title: '监控时已超过年度指标值的，申请调高目标',
  severity: 'advice',
  basis: monitoringRules,
  fix: '按程序调高年度指标值，免得年底出现大幅超额。',
  kinds: ['project-monitoring'],
  messages: { passed: '监控时已完成 {actual}，是年度指标值 {target} 的 {percent}%。' },
  *check({ form }, { say }) {
    for (const { it, path } of rowsOf(form)) {
      const target = targetAmount(it)
      const reached = amountOf(it.actual?.value, it.actual?.unit ?? it.target.unit ?? it.measureUnit)
      if (target === null || reached === null || !isRising(it) || target.value.lte(0)) continue
      if (!sameMeasure(target.unit, reached.unit) || unitKind(target.unit) === 'percent') continue
      const share = reached.value.div(target.value).times(100)
      if (share.lte(100)) continue
      yield say(
        {
          path: `${path}.target`,
          observed: it.actual?.text ?? null,
          arithmetic: `${plain(reached.value)} ÷ ${plain(target.value)} × 100 = ${cut(share)}`,
        },
        'passed',
        { actual: it.actual?.text ?? '', target: it.target.text ?? '', percent: cut(share) },
      )
    }
  },
  examples: () => ({
    passes: [monitored(monitoringForm('100.00', '60.00', trained('20(期)')))],
    fails: [[monitored(monitoringForm('100.00', '60.00', trained('43(期)'))), 'passed', 'indicators[0].target']],
  }),
})

const cut = (x: Decimal): string => plain(x.toDecimalPlaces(0, Decimal.ROUND_DOWN))
