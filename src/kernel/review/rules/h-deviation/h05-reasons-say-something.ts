// H05: 无 is no reason where points were lost, and 无 in every row of a form without results proves nothing.
import { hasActuals, hasNoReason, outcomesOf } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { departmentForm, selfEvaluation, withIndicators } from '../../sample.ts'

/** Rows from which a column of 无 is remarked on. */
const fromCount = 5

export const reasonsSaySomething = reviewRule({
  id: 'H05',
  title: '偏差原因不以“无”代替',
  severity: 'warning',
  basis: evaluation,
  fix: '有偏差的写明原因和改进措施；没有偏差的留空或写明实际完成值。',
  kinds: evaluations,
  messages: {
    lost: '“{name}”分值 {weight} 分得 {score} 分，偏差原因却填“{reason}”。',
    all: '全表没有实际完成值，{count} 条指标的偏差原因一律填“{reason}”，看不出有无偏差。',
  },
  *check(input, { say }) {
    const rows = outcomesOf(input)
    const empty = rows.filter(({ it }) => tight(it.deviation) !== '' && hasNoReason(it.deviation))
    for (const { it, path, name, weight, score } of empty) {
      if (weight === null || score === null || !score.lt(weight)) continue
      yield say(`${path}.deviation`, 'lost', {
        name,
        weight: it.weight ?? '',
        score: it.score ?? '',
        reason: tight(it.deviation),
      })
    }
    const [first] = empty
    if (first && empty.length >= fromCount && empty.length === rows.length && !hasActuals(input.form))
      yield say('indicators', 'all', { count: empty.length, reason: tight(first.it.deviation) })
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: withIndicators(selfEvaluation(), { actual: '21(期)', weight: '5', score: '5', deviation: '无' }) },
    ],
    fails: [
      [
        { form: withIndicators(selfEvaluation(), { actual: '18(期)', weight: '5', score: '4.5', deviation: '无' }) },
        'lost',
        'indicators[0].deviation',
      ],
      [
        {
          form: withIndicators(
            departmentForm(),
            ...Array.from({ length: 44 }, () => ({ weight: '2', score: '2', deviation: '无' })),
          ),
          from: '003',
        },
        'all',
        'indicators',
      ],
    ],
  }),
})
