// G03: a target that was not reached does not get full marks.

import { decimal } from '../../../decimal.ts'
import { arithmeticOf, outcomesOf } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { dealtWith } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const missedTargetLosesPoints = reviewRule({
  id: 'G03',
  title: '未完成指标值的不得满分',
  severity: 'error',
  basis: evaluation,
  fix: '按公式扣分，并写明未完成原因和改进措施。',
  kinds: evaluations,
  supersedes: ['G02'],
  messages: {
    full: '“{name}”指标值 {target}，完成 {actual}，没有完成却得满分 {weight} 分；按公式应得 {computed} 分。',
    nothing:
      '“{name}”指标值 {target}，完成 {actual}，却得满分 {weight} 分；如全年没有发生此类事项，应填“不适用”并说明。',
  },
  *check(input, { say }) {
    for (const { it, path, name, scored, score, weight, short } of outcomesOf(input)) {
      if (short !== true || scored?.computed == null || weight === null || !score?.eq(weight)) continue
      const where = {
        path: `${path}.score`,
        observed: it.score,
        expected: scored.computed,
        arithmetic: arithmeticOf(scored),
      }
      const data = { name, target: tight(it.target.text), actual: tight(it.actual?.text), weight: it.weight ?? '' }
      if (decimal(it.actual?.value)?.isZero() && dealtWith.test(coreName(name))) yield say(where, 'nothing', data)
      else yield say(where, 'full', { ...data, computed: scored.computed })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: withIndicators(selfEvaluation(), { target: '≥20(次)', actual: '18(次)', weight: '5', score: '4.5' }) },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            aspect: '质量指标',
            name: '差评回复率',
            target: '=100.00（%）',
            actual: '0',
            weight: '10',
            score: '10',
          }),
          profile: 'shanghai@2023',
          from: '001 政府聘用辅助人员经费',
        },
        'nothing',
        'indicators[0].score',
      ],
      [
        { form: withIndicators(selfEvaluation(), { target: '≥20(次)', actual: '18(次)', weight: '5', score: '5' }) },
        'full',
        'indicators[0].score',
      ],
    ],
  }),
})
