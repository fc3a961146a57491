import { monitoringRules } from '../../basis.ts'
import { monitoredRows } from '../../monitored.ts'
import { reviewRule } from '../../review-rule.ts'
import { monitored, monitoringForm, trained } from '../../samples-of-monitoring.ts'

const impossible = monitoringForm('100.00', '10.00', trained('0(期)', { 完全不可能: '√' }, '场地被征用'))

export const impossibleTargetsAreAdjusted = reviewRule({
  id: 'M08',
  title: '判为“完全不可能”完成的，申请调整或调减',
  severity: 'warning',
  basis: monitoringRules,
  fix: '按程序申请调整绩效目标和预算，或停止实施、交回资金。',
  kinds: ['project-monitoring'],
  needs: ['monitoring'],
  messages: { kept: '“{name}”判为“完全不可能”完成，项目没有申请调整或调减。' },
  *check({ form, related: { monitoring } }, { say, unable }) {
    const rows = monitoredRows(form).filter(({ likelihood }) => likelihood === 'impossible')
    if (rows.length === 0) return
    const applied = monitoring.find((round) => round.form === form)?.adjustmentApplied ?? null
    if (applied === null) return yield unable('不知道项目是否申请了调整')
    if (!applied) for (const { path, name } of rows) yield say(`${path}.name`, 'kept', { name })
  },
  examples: () => ({
    passes: [monitored(impossible, { adjustmentApplied: true }), monitored(monitoringForm('100.00', '60.00'))],
    fails: [[monitored(impossible), 'kept', 'indicators[0].name']],
    unable: [monitored(impossible, { adjustmentApplied: null }), { form: impossible }],
  }),
})
