// M01: said once for an office, at the first of its forms.
import { monitoringRules } from '../../basis.ts'
import { withoutForm } from '../../coverage.ts'
import { reviewRule } from '../../review-rule.ts'
import { monitoringForm } from '../../samples-of-monitoring.ts'

const form = monitoringForm('100.00', '60.00')
const unit = form.unit?.name ?? ''
const trained = { name: '教师业务培训经费', unit }
const repaired = { name: '校舍维修经费', unit }

export const everyProjectIsMonitored = reviewRule({
  id: 'M01',
  title: '应当监控的项目全部有监控表',
  severity: 'error',
  basis: monitoringRules,
  fix: '补报没有监控表的项目。',
  kinds: ['project-monitoring'],
  needs: ['projects', 'siblings'],
  messages: { missing: '{count} 个应当监控的项目没有监控表：{names}。' },
  *check({ form, related: { projects, siblings } }, { say }) {
    const absent = withoutForm(form, siblings, projects)
    if (absent.length > 0)
      yield say({ path: 'title', quote: null }, 'missing', {
        count: absent.length,
        names: absent.map(({ name }) => `“${name}”`).join('、'),
      })
  },
  examples: () => ({
    passes: [{ form, related: { siblings: [form], projects: [trained] } }],
    fails: [[{ form, related: { siblings: [form], projects: [trained, repaired] } }, 'missing', 'title']],
    unable: [{ form }],
  }),
})
