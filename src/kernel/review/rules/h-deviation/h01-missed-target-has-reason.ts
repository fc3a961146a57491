// H01: a target that was missed is explained.
import { arithmeticOf, hasNoReason, hasReasonColumn, outcomesOf } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const missedTargetHasReason = reviewRule({
  id: 'H01',
  title: '未完成的指标写明偏差原因',
  severity: 'error',
  basis: evaluation,
  fix: '写明未完成的原因和改进措施。',
  kinds: evaluations,
  supersedes: ['H05'],
  messages: {
    blank: '“{name}”指标值 {target}，完成 {actual}，没有完成，也没有写偏差原因。',
    empty: '“{name}”指标值 {target}，完成 {actual}，没有完成，偏差原因却填“{reason}”。',
  },
  *check(input, { say, unable }) {
    const missed = outcomesOf(input).filter(({ short, it }) => short === true && hasNoReason(it.deviation))
    if (missed.length === 0) return
    if (!hasReasonColumn(input.form)) {
      yield unable(`指标表没有偏差原因栏，${missed.length} 条未完成指标的原因无法核对`)
      return
    }
    for (const { it, path, name, scored } of missed) {
      const where = { path: `${path}.deviation`, observed: it.deviation, arithmetic: arithmeticOf(scored) }
      const data = { name, target: tight(it.target.text), actual: tight(it.actual?.text) }
      const reason = tight(it.deviation)
      if (reason === '') yield say(where, 'blank', data)
      else yield say(where, 'empty', { ...data, reason })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(selfEvaluation(), {
          target: '≥200(次)',
          actual: '199(次)',
          weight: '3',
          score: '2.99',
          deviation: '一家企业停产，未能检查。',
        }),
      },
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
        'blank',
        'indicators[0].deviation',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), {
            target: '显著提升',
            actual: '部分达成指标并具有一定效果',
            weight: '10',
            score: '7',
            deviation: '无',
          }),
        },
        'empty',
        'indicators[0].deviation',
      ],
    ],
    unable: [
      {
        form: withIndicators(selfEvaluation({ layout: 'of-another-place' }), {
          target: '≥200(次)',
          actual: '199(次)',
          weight: '3',
          score: '2.99',
        }),
      },
    ],
  }),
})
