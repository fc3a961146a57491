import { amountOf, sameMeasure } from '../../amount.ts'
import { monitoringRules } from '../../basis.ts'
import { type MonitoredRow, monitoredRows } from '../../monitored.ts'
import { reviewRule } from '../../review-rule.ts'
import { monitored, monitoringForm, trained } from '../../samples-of-monitoring.ts'
import { isRising, targetAmount } from '../../since-last-year.ts'

const late = { 全年预计完成情况: '18(期)', 有可能: '√' }

export const deviationHasACause = reviewRule({
  id: 'M05',
  title: '有偏差的指标写明原因',
  severity: 'error',
  basis: monitoringRules,
  fix: '勾选偏差原因（经费、制度、人员、硬件条件保障或其他）并写明具体情况；没有偏差的，改正预计完成情况。',
  kinds: ['project-monitoring'],
  messages: { none: '{deviation}，五类偏差原因和原因说明都是空的。' },
  *check({ form }, { say }) {
    for (const row of monitoredRows(form)) {
      const deviation = deviationOf(row)
      if (deviation !== null && row.causes.length === 0 && row.reason === '')
        yield say(`${row.path}.deviation`, 'none', { deviation })
    }
  },
  examples: () => ({
    passes: [
      monitored(monitoringForm('100.00', '60.00', trained('12(期)', { 全年预计完成情况: '20(期)', 确定能: '√' }))),
      monitored(monitoringForm('100.00', '60.00', trained('12(期)', { ...late, 人员保障: '√' }))),
      monitored(monitoringForm('100.00', '60.00', trained('12(期)', late, '师资不足，两期改到下年举办'))),
    ],
    fails: [
      [monitored(monitoringForm('100.00', '60.00', trained('12(期)', late, '无'))), 'none', 'indicators[0].deviation'],
    ],
  }),
})

/** What deviates, in words; null where nothing does. */
function deviationOf({ it, estimate, likelihood }: MonitoredRow): string | null {
  if (likelihood === 'impossible') return '完成目标可能性为“完全不可能”'
  const target = targetAmount(it)
  const expected = amountOf(estimate.value, estimate.unit ?? it.target.unit ?? it.measureUnit)
  if (target === null || expected === null || !sameMeasure(target.unit, expected.unit)) return null
  const short = isRising(it) ? expected.value.lt(target.value) : expected.value.gt(target.value)
  return short ? `全年预计 ${estimate.text}，达不到年度指标值 ${it.target.text}` : null
}
