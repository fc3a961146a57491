// F04: an indicator that carries no points is not judged; a negative weight is a slip.

import { decimal, plain } from '../../../decimal.ts'
import { integratedSystem } from '../../basis.ts'
import { evaluations, targetForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const weightsArePositive = reviewRule({
  id: 'F04',
  title: '指标分值大于 0',
  severity: 'error',
  basis: integratedSystem,
  fix: '给出大于 0 的分值，或删去该指标。',
  kinds: [...evaluations, ...targetForms],
  messages: { none: '“{name}”的分值是 {weight}，应大于 0。' },
  *check({ form }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const weight = decimal(it.weight)
      if (weight?.lte(0))
        yield say({ path: `${path}.weight`, observed: plain(weight), expected: '>0' }, 'none', {
          name,
          weight: plain(weight),
        })
    }
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }],
    fails: [[{ form: withIndicators(selfEvaluation(), { weight: '0.00' }) }, 'none', 'indicators[0].weight']],
  }),
})
