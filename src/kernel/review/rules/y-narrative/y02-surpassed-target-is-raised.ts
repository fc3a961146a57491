// Y02. Precision on the five documents: 2 of 2 findings true (000 against 001).
import { plain } from '../../../decimal.ts'
import { targetManagement } from '../../basis.ts'
import { targetForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { after, evaluation2023, target2024 } from '../../samples-of-two-years.ts'
import { percent, yearPairs } from '../../since-last-year.ts'

const lastYear = evaluation2023('质量发展专项经费', '55.50', {
  name: '《简讯》刊印数量',
  target: '≥350(本)',
  actual: '600.00(本)',
})
const thisYear = (target: string) => target2024('质量发展专项经费', '55.72', { name: '《简讯》刊发数量', target })

export const surpassedTargetIsRaised = reviewRule({
  id: 'Y02',
  title: '上年远超指标值的，今年提高指标值',
  severity: 'warning',
  basis: targetManagement,
  fix: '按上年实际完成水平重新设定指标值，或说明上年超额的一次性原因。',
  kinds: targetForms,
  needs: ['lastYear'],
  // the same number is also below last year's result: one cause
  supersedes: ['Y01'],
  messages: {
    unchanged: '上年“{name}”指标值 {before}、实际 {reached}，完成 {percent}%；今年指标值仍为 {target}。',
  },
  *check({ form, profile, related: { lastYear } }, { say }) {
    const { nameLikeness, surpassed } = profile.comparison
    for (const { path, here, there, target, before, reached, rising } of yearPairs(form, lastYear, nameLikeness)) {
      if (!rising || target === null || before === null || reached === null || before.value.lte(0)) continue
      if (!target.value.eq(before.value) || reached.value.div(before.value).lt(surpassed)) continue
      const times = percent(reached.value, before.value)
      yield say(
        {
          path: `${path}.target`,
          observed: here.target.text,
          arithmetic: `${plain(reached.value)} ÷ ${plain(before.value)} × 100 = ${times}`,
        },
        'unchanged',
        {
          name: there.name ?? '',
          before: there.target.text ?? '',
          reached: there.actual?.text ?? '',
          percent: times,
          target: here.target.text ?? '',
        },
      )
    }
  },
  examples: () => ({
    passes: [{ form: thisYear('≥600(本)'), ...after(lastYear) }],
    fails: [
      [
        { form: thisYear('≥350.00(本)'), ...after(lastYear), from: '000、001 质量发展专项经费' },
        'unchanged',
        'indicators[0].target',
      ],
    ],
    unable: [{ form: thisYear('≥350.00(本)') }],
  }),
})
