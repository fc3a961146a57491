import type { Indicator } from '../../../form/form.ts'
import { alignIndicators } from '../../align.ts'
import { sameMeasure } from '../../amount.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { wordsOf } from '../../rows.ts'
import { approved, evaluated } from '../../samples-of-approval.ts'
import { targetAmount } from '../../since-last-year.ts'

const trained = (target: string) => ({ name: '举办培训班期数', target })

export const targetsStayAsApproved = reviewRule({
  id: 'Y10',
  title: '自评的指标值就是批复（调整后）的指标值',
  severity: 'error',
  basis: evaluation,
  fix: '按批复的指标值自评；指标值调整过的，附调整批复。',
  kinds: evaluations,
  needs: ['approvedTarget'],
  messages: { changed: '批复的指标值是 {approved}，自评表写 {target}。' },
  *check({ form, profile, related: { approvedTarget } }, { say }) {
    for (const { here, there } of alignIndicators(form, approvedTarget, Number(profile.comparison.nameLikeness))) {
      const [it, before] = [form.indicators[here], approvedTarget.indicators[there]]
      if (it === undefined || before === undefined || same(it, before)) continue
      yield say({ path: `indicators[${here}].target`, expected: before.target.text }, 'changed', {
        approved: before.target.text ?? '（空）',
        target: it.target.text ?? '（空）',
      })
    }
  },
  examples: () => ({
    passes: [
      { form: evaluated(trained('≥20.00(期)')), ...approved(trained('≥20期')) },
      { form: evaluated(trained('不少于20期')), ...approved(trained('≥20期')) },
    ],
    fails: [[{ form: evaluated(trained('≥15期')), ...approved(trained('≥20期')) }, 'changed', 'indicators[0].target']],
    unable: [{ form: evaluated(trained('≥15期')) }],
  }),
})

/** The same number in the same unit and direction, or the same words. */
function same(a: Indicator, b: Indicator): boolean {
  const [x, y] = [targetAmount(a), targetAmount(b)]
  if (x === null || y === null) return wordsOf(a.target.text) === wordsOf(b.target.text)
  const unitsAgree = x.unit === null || y.unit === null || sameMeasure(x.unit, y.unit)
  const [of, other] = [a.target.comparator, b.target.comparator]
  return x.value.eq(y.value) && unitsAgree && (of === null || other === null || of === other)
}
