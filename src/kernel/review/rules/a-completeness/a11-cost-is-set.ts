import { coreIndicators } from '../../basis.ts'
import { unreadRows } from '../../incomplete.ts'
import { projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { indicator, selfEvaluation, targetForm } from '../../sample.ts'
import { COST, isCost } from '../../taxonomy.ts'

const without = () => {
  const form = targetForm()
  return { ...form, indicators: form.indicators.filter(({ aspect }) => aspect !== COST) }
}

export const costIsSet = reviewRule({
  id: 'A11',
  title: '设置了成本指标',
  severity: 'warning',
  basis: coreIndicators,
  fix: '补设成本指标，如单位成本上限或分项成本上限；确实不适用的说明理由。',
  kinds: projectForms,
  messages: { missing: '{count} 条绩效指标中没有成本指标。' },
  *check({ form, profile }, { say, unable }) {
    if (form.indicators.length === 0 || form.indicators.some((row) => isCost(profile, row))) return
    const unread = unreadRows(form)
    if (unread !== null) yield unable(unread)
    else yield say({ path: 'indicators', expected: COST }, 'missing', { count: form.indicators.length })
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: targetForm({ indicators: [] }) },
      { form: targetForm({ indicators: [indicator({ dimension: '成本指标', aspect: '经济成本指标' })] }) },
    ],
    fails: [[{ form: without(), from: '000' }, 'missing', 'indicators']],
    unable: [
      { form: { ...without(), doubts: [{ path: 'indicators[4].target', message: '未见最后一项指标的指标值' }] } },
      { form: { ...without(), doubts: [{ path: 'totals', message: '未见总分' }] } },
    ],
  }),
})
