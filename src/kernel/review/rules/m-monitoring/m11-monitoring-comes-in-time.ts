import { daysBetween } from '../../../calendar/calendar.ts'
import { monitoringRules } from '../../basis.ts'
import { reviewRule } from '../../review-rule.ts'
import { monitored, monitoringForm } from '../../samples-of-monitoring.ts'

const form = monitoringForm('100.00', '60.00')

export const monitoringComesInTime = reviewRule({
  id: 'M11',
  title: '监控数据在截止日前报送',
  severity: 'advice',
  basis: monitoringRules,
  fix: '按期报送；补报的，注明补报和原因。',
  kinds: ['project-monitoring'],
  needs: ['monitoring'],
  messages: { late: '应在 {due} 前报送，{submitted} 才报送，晚 {days} 天，疑为事后补填。' },
  *check({ form, related: { monitoring } }, { say, unable }) {
    for (const { form: of, dueOn, submittedOn } of monitoring) {
      if (of !== form) continue
      if (dueOn === null || submittedOn === null) return yield unable('没有报送和截止日期')
      if (submittedOn > dueOn)
        yield say({ path: 'title', quote: null, observed: submittedOn, expected: dueOn }, 'late', {
          due: dueOn,
          submitted: submittedOn,
          days: daysBetween(dueOn, submittedOn),
        })
    }
  },
  examples: () => ({
    passes: [monitored(form)],
    fails: [[monitored(form, { submittedOn: '2023-10-09' }), 'late', 'title']],
    unable: [monitored(form, { submittedOn: null }), { form }],
  }),
})
