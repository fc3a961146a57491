import { workingDaysBetween } from '../../../calendar/calendar.ts'
import { monitoringRules } from '../../basis.ts'
import { reviewRule } from '../../review-rule.ts'
import { monitored, monitoringForm } from '../../samples-of-monitoring.ts'

const form = monitoringForm('100.00', '20.00')
const warned = { warnedOn: '2024-08-01' }
const local = { profile: 'sichuan@2023' }

export const warningsAreSettledInTime = reviewRule({
  id: 'M07',
  title: '预警在规定工作日内处置',
  severity: 'warning',
  basis: monitoringRules,
  fix: '立即作出继续执行、调剂或取消的决定，并记录处置结果。',
  kinds: ['project-monitoring'],
  needs: ['monitoring'],
  messages: {
    open: '{warned} 预警，到 {today} 已过 {days} 个工作日，仍未处置（应在 {limit} 个工作日内）。',
    late: '{warned} 预警，{settled} 才处置，用了 {days} 个工作日（应在 {limit} 个工作日内）。',
  },
  *check({ form, profile, related: { monitoring, today } }, { say, unable }) {
    const limit = profile.monitoring.handleWithin
    if (limit === null) return
    for (const { form: of, warnedOn, settledOn } of monitoring) {
      if (of !== form || warnedOn === null) continue
      const until = settledOn ?? today
      if (until === undefined) return yield unable('没有给出检查日期，不判断未处置的预警')
      const days = workingDaysBetween(warnedOn, until)
      if (days <= limit) continue
      const where = { path: 'title', quote: null, observed: settledOn }
      if (settledOn === null) yield say(where, 'open', { warned: warnedOn, today: until, days, limit })
      else yield say(where, 'late', { warned: warnedOn, settled: settledOn, days, limit })
    }
  },
  examples: () => ({
    passes: [
      { ...monitored(form, { ...warned, settledOn: '2024-08-12' }), ...local },
      { ...monitored(form, warned, { today: '2024-12-01' }) },
    ],
    fails: [
      [{ ...monitored(form, warned, { today: '2024-09-02' }), ...local }, 'open', 'title'],
      [{ ...monitored(form, { ...warned, settledOn: '2024-09-02' }), ...local }, 'late', 'title'],
    ],
    unable: [{ ...monitored(form, warned), ...local }, { form }],
  }),
})
