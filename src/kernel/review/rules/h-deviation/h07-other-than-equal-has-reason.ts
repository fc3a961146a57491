// H07: a result that differs from a target of exactly so much is explained, also where the points are kept.
// What falls short is said by H01, what is far above by H02.
import { decimal } from '../../../decimal.ts'
import { hasNoReason, hasReasonColumn, type Outcome, outcomesOf } from '../../achievement.ts'
import { practice } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'
import { sameUnit, unitKind } from '../../unit-kind.ts'

/** Numbers that can be held against each other, of a target that says =; a full share is reached or not, no more. */
function differs({ it, short, scored }: Outcome): boolean {
  const { target, actual } = it
  const [wanted, reached] = [decimal(target.value), decimal(actual?.value)]
  if (target.comparator !== '=' || target.kind !== 'quantitative' || wanted === null || reached === null) return false
  if (short === true || scored?.over != null || wanted.isZero() || wanted.eq(reached)) return false
  if (unitKind(target.unit) === 'percent' && wanted.eq(100)) return false
  const [unit, of] = [target.unit, actual?.unit ?? null]
  return unit === null || of === null ? unit === of : sameUnit(unit, of)
}

export const otherThanEqualHasReason = reviewRule({
  id: 'H07',
  title: '“=”指标的完成值与指标值不等时写明原因',
  severity: 'warning',
  basis: practice,
  fix: '写明多完成或少完成的原因；本可多做的，指标值改用“≥”。',
  kinds: evaluations,
  messages: { other: '“{name}”指标值 {target}，完成 {actual}，与定值不等，没有写原因。' },
  *check(input, { say, unable }) {
    const found = outcomesOf(input).filter((row) => differs(row) && hasNoReason(row.it.deviation))
    if (found.length === 0) return
    if (!hasReasonColumn(input.form)) {
      yield unable(`指标表没有偏差原因栏，${found.length} 条“=”指标的原因无法核对`)
      return
    }
    for (const { it, path, name } of found)
      yield say(
        { path: `${path}.deviation`, observed: tight(it.actual?.text), expected: tight(it.target.text) },
        'other',
        {
          name,
          target: tight(it.target.text),
          actual: tight(it.actual?.text),
        },
      )
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(selfEvaluation(), {
          name: '证书印刷数量',
          target: '=7000.00(册)',
          actual: '7000.00(册)',
          weight: '10',
          score: '10',
        }),
        from: '001 业务受理工作经费',
      },
      {
        form: withIndicators(selfEvaluation(), {
          target: '=20(期)',
          actual: '21(期)',
          weight: '10',
          score: '10',
          deviation: '上级要求增办一期。',
        }),
      },
      { form: withIndicators(selfEvaluation(), { target: '≥20(期)', actual: '21(期)', weight: '10', score: '10' }) },
    ],
    fails: [
      [
        { form: withIndicators(selfEvaluation(), { target: '=20(期)', actual: '21(期)', weight: '10', score: '10' }) },
        'other',
        'indicators[0].deviation',
      ],
    ],
    unable: [
      {
        form: {
          ...withIndicators(selfEvaluation(), { target: '=20(期)', actual: '21(期)', weight: '10', score: '10' }),
          layout: 'hubei-self-evaluation',
        },
      },
    ],
  }),
})
