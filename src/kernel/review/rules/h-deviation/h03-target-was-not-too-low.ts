// H03: a result of twice the target says that the target was set too low.

import { decimal } from '../../../decimal.ts'
import { outcomesOf, percentOf } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const targetWasNotTooLow = reviewRule({
  id: 'H03',
  title: '年初指标值不明显偏低',
  severity: 'warning',
  basis: evaluation,
  fix: '说明年初指标值的测算依据；下年度参照实际完成情况提高指标值。',
  kinds: evaluations,
  supersedes: ['H02'],
  messages: {
    low: '“{name}”指标值 {target}，完成 {actual}，是指标值的 {percent}%，年初指标值可能偏低，须有测算依据。',
  },
  *check(input, { say }) {
    for (const { it, path, name, scored } of outcomesOf(input)) {
      const over = decimal(scored?.over)
      if (over === null || over.lt(input.profile.limits.targetTooLow)) continue
      const percent = percentOf(over.toFixed())
      const arithmetic = `${decimal(it.actual?.value)?.toFixed() ?? ''} ÷ ${decimal(it.target.value)?.toFixed() ?? ''} = ${percent}%`
      yield say({ path: `${path}.actual`, observed: `${percent}%`, arithmetic }, 'low', {
        name,
        target: tight(it.target.text),
        actual: tight(it.actual?.text),
        percent,
      })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(selfEvaluation(), {
          target: '≥80(家次)',
          actual: '159.00(家次)',
          weight: '5',
          score: '5',
        }),
        from: '002',
      },
    ],
    fails: [
      [
        { form: withIndicators(selfEvaluation(), { target: '≥10次', actual: '20次', weight: '5', score: '5' }) },
        'low',
        'indicators[0].actual',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), {
            name: '发布召回信息',
            target: '≥30.00(条)',
            actual: '70.00(条)',
            weight: '5.00',
            score: '5.00',
          }),
          profile: 'shanghai@2023',
          from: '001 质量发展专项经费',
        },
        'low',
        'indicators[0].actual',
      ],
    ],
  }),
})
