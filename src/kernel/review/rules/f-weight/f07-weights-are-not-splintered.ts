// F07: many indicators of a point or two cannot show what matters.

import { decimal, printed, sum } from '../../../decimal.ts'
import { coreIndicators } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const weightsAreNotSplintered = reviewRule({
  id: 'F07',
  title: '指标不过碎',
  severity: 'advice',
  basis: coreIndicators,
  fix: '合并同类指标，只留能反映核心产出和效果的。',
  kinds: evaluations,
  messages: { low: '{count} 条指标平均每条 {mean} 分，过于零碎。' },
  *check({ form, profile }, { say }) {
    const least = profile.limits.averageWeight
    const weights = form.indicators.flatMap(({ weight }) => decimal(weight) ?? [])
    const count = form.indicators.length
    if (count === 0 || weights.length < count) return
    const mean = sum(weights).div(count)
    if (!mean.lt(least)) return
    const shown = printed(mean, { mode: 'half-up', places: 2 })
    const arithmetic = `${sum(weights).toFixed()} ÷ ${count} = ${shown}`
    yield say({ path: 'indicators', observed: shown, expected: `≥${least}`, arithmetic }, 'low', { count, mean: shown })
  },
  examples: () => ({
    passes: [
      { form: withIndicators(selfEvaluation(), ...Array.from({ length: 36 }, () => ({ weight: '2.5' }))) },
      { form: selfEvaluation() },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), ...Array.from({ length: 45 }, () => ({ weight: '2' }))),
          from: '002 综合管理类专项经费',
        },
        'low',
        'indicators',
      ],
    ],
  }),
})
