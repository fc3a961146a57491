// G02: the score of a quantitative indicator is what its formula gives.

import { Decimal } from '../../../decimal.ts'
import { arithmeticOf, outcomesOf } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

/** Whether the score is the computed one, rounded as printed or up to the tolerance off by another way of rounding. */
function isRounding(printed: string, computed: string, tolerance: string): boolean {
  const [shown, exact] = [new Decimal(printed), new Decimal(computed)]
  const places = printed.split('.')[1]?.length ?? 0
  const cut = places > 0 && exact.toDecimalPlaces(places, Decimal.ROUND_DOWN).eq(shown)
  return (
    cut || exact.toDecimalPlaces(places, Decimal.ROUND_HALF_UP).eq(shown) || exact.minus(shown).abs().lte(tolerance)
  )
}

export const scoreFollowsFormula = reviewRule({
  id: 'G02',
  title: '定量指标得分等于按公式计算的得分',
  severity: 'warning',
  basis: evaluation,
  fix: '改为公式得分；确需人工扣分的，在偏差原因栏写明扣分理由。',
  kinds: evaluations,
  messages: { differs: '“{name}”完成 {actual}，按公式应得 {computed} 分，填报 {printed} 分。' },
  *check(input, { say }) {
    for (const { it, path, name, scored, score, weight } of outcomesOf(input)) {
      if (scored?.verdict !== 'different' || scored.computed === null || score === null) continue
      if (isRounding(scored.printed ?? '', scored.computed, input.profile.limits.scoreTolerance)) continue
      // Points may be taken for an over-achieved target that was set too low, if the reason is given.
      if (scored.over !== null && weight !== null && score.lt(weight) && tight(it.deviation) !== '') continue
      yield say(
        {
          path: `${path}.score`,
          observed: scored.printed,
          expected: scored.computed,
          arithmetic: arithmeticOf(scored),
        },
        'differs',
        { name, actual: tight(it.actual?.text), computed: scored.computed, printed: scored.printed ?? '' },
      )
    }
  },
  examples: () => ({
    passes: [
      { form: withIndicators(selfEvaluation(), { target: '≥200(次)', actual: '199(次)', weight: '3', score: '2.98' }) },
      { form: selfEvaluation() },
      { form: withIndicators(selfEvaluation(), { target: '≥95%', actual: '90%', weight: '15', score: '14.2' }) },
      {
        form: withIndicators(selfEvaluation(), { target: '≥200(次)', actual: '199(次)', weight: '3', score: '2.99' }),
        from: '002',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), { target: '≥200(次)', actual: '199(次)', weight: '3', score: '2.97' }),
        },
        'differs',
        'indicators[0].score',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), {
            name: '专家研判',
            target: '≥20.00(次)',
            actual: '18.00(次)',
            weight: '5.00',
            score: '4.00',
            deviation: '2023年需要研判的缺陷信息较少，2024年扩大缺陷信息收集范围。',
          }),
          profile: 'shanghai@2023',
          from: '001 质量发展专项经费',
        },
        'differs',
        'indicators[0].score',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), {
            aspect: '质量指标',
            name: '专家投稿满意度',
            target: '=100.00(%)',
            actual: '99.00(%)',
            weight: '5.00',
            score: '4.00',
            deviation: '部分稿件格式需调整，开会讨论统一格式后，通知专家。',
          }),
          profile: 'shanghai@2023',
          from: '001 质量发展专项经费',
        },
        'differs',
        'indicators[0].score',
      ],
    ],
  }),
})
