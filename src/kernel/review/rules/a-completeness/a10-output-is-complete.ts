import { coreIndicators } from '../../basis.ts'
import { unreadRows } from '../../incomplete.ts'
import { projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, targetForm } from '../../sample.ts'
import { aspectsIn, dimensionsIn, OUTPUT } from '../../taxonomy.ts'

const asked = ['数量指标', '质量指标', '时效指标']

const without = (...aspects: string[]) => {
  const form = selfEvaluation()
  return { ...form, indicators: form.indicators.filter(({ aspect }) => !aspects.includes(aspect ?? '')) }
}

export const outputIsComplete = reviewRule({
  id: 'A10',
  title: '产出指标包含数量、质量、时效',
  severity: 'warning',
  basis: coreIndicators,
  fix: '补设所缺的二级指标，或说明不适用的理由。',
  kinds: projectForms,
  messages: { missing: '产出指标缺少：{names}。' },
  *check({ form, profile }, { say, unable }) {
    if (!dimensionsIn(form, profile).has(OUTPUT)) return
    const known = profile.dimensions.find(({ name }) => name === OUTPUT)?.aspects.map(({ name }) => name) ?? []
    const set = aspectsIn(form, profile)
    const missing = asked.filter((name) => known.includes(name) && !set.has(name))
    if (missing.length === 0) return
    const unread = unreadRows(form)
    if (unread !== null) yield unable(unread)
    else yield say({ path: 'indicators', expected: missing.join('、') }, 'missing', { names: missing.join('、') })
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }, { form: targetForm() }],
    fails: [[{ form: without('时效指标'), from: '001' }, 'missing', 'indicators']],
    unable: [{ form: { ...without('时效指标'), doubts: [{ path: 'totals', message: '未见总分' }] } }],
  }),
})
