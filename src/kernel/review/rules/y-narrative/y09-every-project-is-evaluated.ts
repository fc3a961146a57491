// Y09: said once for an office, at the first of its forms.
import { evaluation } from '../../basis.ts'
import { withoutForm } from '../../coverage.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation } from '../../sample.ts'

const form = selfEvaluation()
const unit = form.unit?.name ?? ''
const trained = { name: '教师业务培训经费', unit }

export const everyProjectIsEvaluated = reviewRule({
  id: 'Y09',
  title: '所有项目都有自评表',
  severity: 'error',
  basis: evaluation,
  fix: '补报没有自评的项目，自评覆盖率应为100%。',
  kinds: evaluations,
  needs: ['projects', 'siblings'],
  messages: { missing: '{count} 个项目没有自评表：{names}。' },
  *check({ form, related: { projects, siblings } }, { say }) {
    const absent = withoutForm(form, siblings, projects)
    if (absent.length > 0)
      yield say({ path: 'title', quote: null }, 'missing', {
        count: absent.length,
        names: absent.map(({ name }) => `“${name}”`).join('、'),
      })
  },
  examples: () => ({
    passes: [{ form, related: { siblings: [form], projects: [trained, { name: '别的项目', unit: '别的单位' }] } }],
    fails: [
      [
        { form, related: { siblings: [form], projects: [trained, { name: '校舍维修经费', unit }] } },
        'missing',
        'title',
      ],
    ],
    unable: [{ form, related: { siblings: [form] } }, { form }],
  }),
})
