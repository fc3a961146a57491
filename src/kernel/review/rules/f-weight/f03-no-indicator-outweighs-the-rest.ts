// F03: no single indicator decides the score.

import { decimal, plain } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { evaluations, targetForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const noIndicatorOutweighs = reviewRule({
  id: 'F03',
  title: '单个指标分值不过高',
  severity: 'warning',
  basis: evaluation,
  fix: '把该指标拆成几条，或按重要程度重新分配分值。',
  kinds: [...evaluations, ...targetForms],
  messages: { heavy: '“{name}”一条指标占 {weight} 分，超过 {limit} 分。' },
  *check({ form, profile }, { say }) {
    const limit = profile.limits.singleWeight
    for (const { it, path, name } of rowsOf(form)) {
      const weight = decimal(it.weight)
      if (weight?.gt(limit))
        yield say({ path: `${path}.weight`, observed: plain(weight), expected: `≤${limit}` }, 'heavy', {
          name,
          weight: plain(weight),
          limit,
        })
    }
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), { name: '建立公众号', target: '=1.00(个)', weight: '50.00' }),
          from: '001 新闻宣传专项经费',
        },
        'heavy',
        'indicators[0].weight',
      ],
    ],
  }),
})
