import { evaluation } from '../../basis.ts'
import { unreadDimensions } from '../../incomplete.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { indicator, selfEvaluation, targetForm } from '../../sample.ts'
import { BENEFIT, dimensionsIn } from '../../taxonomy.ts'

const without = () => {
  const form = targetForm()
  return { ...form, indicators: form.indicators.filter(({ dimension }) => dimension !== BENEFIT) }
}

export const benefitIsSet = reviewRule({
  id: 'A12',
  title: '至少设置一条效益指标',
  severity: 'error',
  basis: evaluation,
  fix: '补设经济效益、社会效益、生态效益或可持续影响指标。',
  kinds: everyKind,
  messages: { missing: '{count} 条绩效指标中没有效益指标。' },
  *check({ form, profile }, { say, unable }) {
    if (form.indicators.length === 0 || dimensionsIn(form, profile).has(BENEFIT)) return
    const unread = unreadDimensions(form, profile)
    if (unread !== null) yield unable(unread)
    else yield say({ path: 'indicators', expected: BENEFIT }, 'missing', { count: form.indicators.length })
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: targetForm({ indicators: [] }) },
      { form: selfEvaluation({ indicators: [indicator({ dimension: '效果指标', aspect: '社会效益' })] }), from: '003' },
    ],
    fails: [[{ form: without() }, 'missing', 'indicators']],
    unable: [{ form: { ...without(), doubts: [{ path: 'totals', message: '未见总分' }] } }],
  }),
})
