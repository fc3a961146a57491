// G04: points taken although the target was reached need a reason.
import { hasNoReason, outcomesOf } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const lostPointsAreExplained = reviewRule({
  id: 'G04',
  title: '完成指标值却扣分的说明理由',
  severity: 'warning',
  basis: evaluation,
  fix: '补写扣分理由，或改为满分。',
  kinds: evaluations,
  supersedes: ['G02'],
  messages: { unexplained: '“{name}”已完成（{actual}），分值 {weight} 分只得 {score} 分，没有说明扣分理由。' },
  *check(input, { say }) {
    for (const { it, path, name, score, weight, short } of outcomesOf(input)) {
      if (short !== false || score === null || weight === null || !score.lt(weight) || !hasNoReason(it.deviation))
        continue
      yield say({ path: `${path}.score`, observed: it.score, expected: it.weight }, 'unexplained', {
        name,
        actual: tight(it.actual?.text),
        weight: it.weight ?? '',
        score: it.score ?? '',
      })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(selfEvaluation(), {
          target: '=100%',
          actual: '100%',
          weight: '20',
          score: '19',
          deviation: '个别项目验收资料归档不及时，扣1分。',
        }),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            name: '项目验收合格率',
            target: '=100%',
            actual: '100%',
            weight: '20',
            score: '19',
          }),
        },
        'unexplained',
        'indicators[0].score',
      ],
    ],
  }),
})
