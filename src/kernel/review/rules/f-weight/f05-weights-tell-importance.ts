// F05: weights that are all the same say nothing about importance.

import { decimal, plain } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const weightsTellImportance = reviewRule({
  id: 'F05',
  title: '分值按重要程度分配，不平均分配',
  severity: 'advice',
  basis: evaluation,
  fix: '按指标的重要程度区分分值。',
  kinds: evaluations,
  messages: { equal: '{count} 条指标的分值都是 {weight} 分，看不出重点。' },
  *check({ form, profile }, { say }) {
    const weights = form.indicators.map(({ weight }) => decimal(weight))
    const [first] = weights
    if (weights.length < profile.limits.equalWeightsFrom || !first || !weights.every((weight) => weight?.eq(first)))
      return
    yield say({ path: 'indicators', observed: plain(first) }, 'equal', { count: weights.length, weight: plain(first) })
  },
  examples: () => ({
    passes: [
      { form: withIndicators(selfEvaluation(), ...Array.from({ length: 4 }, () => ({ weight: '22.5' }))) },
      { form: selfEvaluation() },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), ...Array.from({ length: 5 }, () => ({ weight: '18.00' }))),
          from: '002 局系统培训经费',
        },
        'equal',
        'indicators',
      ],
    ],
  }),
})
