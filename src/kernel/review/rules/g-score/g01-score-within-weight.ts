// G01: no indicator scores more than its weight.

import { decimal, plain } from '../../../decimal.ts'
import { integratedSystem } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const scoreWithinWeight = reviewRule({
  id: 'G01',
  title: '指标得分在 0 与分值之间',
  severity: 'error',
  basis: integratedSystem,
  fix: '得分最高为分值，最低为 0。',
  kinds: evaluations,
  supersedes: ['G02', 'G05'],
  messages: {
    above: '“{name}”得 {score} 分，超过分值 {weight} 分。',
    negative: '“{name}”得 {score} 分，得分不能为负。',
  },
  *check({ form }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const [score, weight] = [decimal(it.score), decimal(it.weight)]
      if (score === null) continue
      const where = { path: `${path}.score`, observed: plain(score) }
      if (score.isNegative() && !score.isZero())
        yield say({ ...where, expected: '≥0' }, 'negative', { name, score: plain(score) })
      else if (weight !== null && score.gt(weight))
        yield say({ ...where, expected: `≤${plain(weight)}` }, 'above', {
          name,
          score: plain(score),
          weight: plain(weight),
        })
    }
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }],
    fails: [
      [{ form: withIndicators(selfEvaluation(), { weight: '5.00', score: '5.50' }) }, 'above', 'indicators[0].score'],
      [{ form: withIndicators(selfEvaluation(), { weight: '5.00', score: '-1' }) }, 'negative', 'indicators[0].score'],
    ],
  }),
})
