// H02: a result far above its target is explained.

import { decimal } from '../../../decimal.ts'
import type { Indicator } from '../../../form/form.ts'
import { hasNoReason, hasReasonColumn, outcomesOf, percentOf } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

/** A target of zero has no ratio: places that remark on it name a number. */
function isOverZero({ target, actual }: Indicator, limit: string | null): boolean {
  const reached = decimal(actual?.value)
  if (limit === null || reached === null || !decimal(target.value)?.isZero()) return false
  return target.comparator !== '<=' && target.comparator !== '<' && reached.gte(limit)
}

export const overAchievementHasReason = reviewRule({
  id: 'H02',
  title: '超额较多的指标写明原因',
  severity: 'warning',
  basis: evaluation,
  fix: '说明超额的原因；因年初目标偏低的，提高下年度指标值。',
  kinds: evaluations,
  messages: {
    unexplained:
      '“{name}”指标值 {target}，完成 {actual}，是指标值的 {percent}%（达到 {threshold}% 的提示线），没有说明原因。',
    zero: '“{name}”指标值为 0，完成 {actual}（达到 {limit} 的提示线），没有说明原因。',
  },
  *check(input, { say, unable }) {
    const { threshold, reasonRequired, ofZero } = input.profile.over
    if (!reasonRequired) return
    const unexplained = outcomesOf(input).filter(({ it }) => hasNoReason(it.deviation))
    const over = unexplained.filter(({ scored, it }) => scored?.over != null || isOverZero(it, ofZero))
    if (over.length === 0) return
    if (!hasReasonColumn(input.form)) {
      yield unable(`指标表没有偏差原因栏，${over.length} 条超额指标的原因无法核对`)
      return
    }
    for (const { it, path, name, scored } of over) {
      if (scored?.over == null) {
        const actual = tight(it.actual?.text)
        yield say(`${path}.actual`, 'zero', { name, actual, limit: ofZero ?? '' })
        continue
      }
      const percent = percentOf(scored.over)
      const arithmetic = `${decimal(it.actual?.value)?.toFixed() ?? ''} ÷ ${decimal(it.target.value)?.toFixed() ?? ''} = ${percent}%`
      yield say({ path: `${path}.actual`, observed: `${percent}%`, arithmetic }, 'unexplained', {
        name,
        target: tight(it.target.text),
        actual: tight(it.actual?.text),
        percent,
        threshold: percentOf(threshold),
      })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(selfEvaluation(), {
          target: '≥3(次)',
          actual: '4.00(次)',
          weight: '10',
          score: '10',
          deviation: '年中新增一次全市统一部署的活动。',
        }),
      },
      {
        form: withIndicators(selfEvaluation(), { target: '≥100(家)', actual: '125(家)', weight: '10', score: '10' }),
        profile: 'guangxi@2021',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            name: '宣传公益次数',
            target: '≥3(次)',
            actual: '4.00(次)',
            weight: '10.00',
            score: '10.00',
          }),
          profile: 'shanghai@2023',
          from: '002 宣传业务经费',
        },
        'unexplained',
        'indicators[0].actual',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), { target: '≥0(家)', actual: '31(家)', weight: '10', score: '10' }),
          profile: 'guangxi@2021',
        },
        'zero',
        'indicators[0].actual',
      ],
    ],
  }),
})
