import { amountOf, sameMeasure } from '../../amount.ts'
import { monitoringRules } from '../../basis.ts'
import { monitoredRows } from '../../monitored.ts'
import { reviewRule } from '../../review-rule.ts'
import { monitored, monitoringForm, trained } from '../../samples-of-monitoring.ts'
import { isRising, targetAmount } from '../../since-last-year.ts'

export const certainMeansTheEstimateReaches = reviewRule({
  id: 'M04',
  title: '判为“确定能”完成的，全年预计达到年度指标值',
  severity: 'error',
  basis: monitoringRules,
  fix: '改正全年预计完成情况，或把可能性改为“有可能”“完全不可能”并说明原因。',
  kinds: ['project-monitoring'],
  messages: { short: '年度指标值 {target}，全年预计 {estimate}，达不到，却判为“确定能”完成。' },
  *check({ form }, { say }) {
    for (const { it, path, estimate, likelihood } of monitoredRows(form)) {
      const target = targetAmount(it)
      const expected = amountOf(estimate.value, estimate.unit ?? it.target.unit ?? it.measureUnit)
      if (likelihood !== 'certain' || target === null || expected === null) continue
      if (!sameMeasure(target.unit, expected.unit)) continue
      const short = isRising(it) ? expected.value.lt(target.value) : expected.value.gt(target.value)
      if (short)
        yield say({ path: `${path}.target`, observed: estimate.text, expected: it.target.text }, 'short', {
          target: it.target.text ?? '',
          estimate: estimate.text ?? '',
        })
    }
  },
  examples: () => ({
    passes: [
      monitored(monitoringForm('100.00', '60.00', trained('12(期)', { 全年预计完成情况: '20(期)', 确定能: '√' }))),
      monitored(monitoringForm('100.00', '60.00', trained('12(期)', { 全年预计完成情况: '18(期)', 有可能: '√' }))),
    ],
    fails: [
      [
        monitored(monitoringForm('100.00', '60.00', trained('12(期)', { 全年预计完成情况: '18(期)', 确定能: '√' }))),
        'short',
        'indicators[0].target',
      ],
    ],
  }),
})
