import { decimal, plain } from '../../../decimal.ts'
import { alignIndicators } from '../../align.ts'
import { coreIndicators } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { approved, evaluated } from '../../samples-of-approval.ts'

const weighing = (weight: string | null) => ({ name: '举办培训班期数', weight })

export const weightsStayAsApproved = reviewRule({
  id: 'F06',
  title: '分值与批复的目标表一致',
  severity: 'error',
  basis: coreIndicators,
  fix: '恢复批复的分值；确需调整的，先按程序报批。',
  kinds: evaluations,
  needs: ['approvedTarget'],
  messages: { changed: '批复的分值是 {approved}，自评表改为 {weight}。' },
  *check({ form, profile, related: { approvedTarget } }, { say, unable }) {
    if (approvedTarget.indicators.every(({ weight }) => decimal(weight) === null))
      return yield unable('批复的目标表没有分值')
    for (const { here, there } of alignIndicators(form, approvedTarget, Number(profile.comparison.nameLikeness))) {
      const [weight, before] = [form.indicators[here]?.weight, approvedTarget.indicators[there]?.weight].map(decimal)
      if (!weight || !before || weight.eq(before)) continue
      yield say({ path: `indicators[${here}].weight`, expected: plain(before) }, 'changed', {
        approved: plain(before),
        weight: plain(weight),
      })
    }
  },
  examples: () => ({
    passes: [{ form: evaluated(weighing('20.00')), ...approved(weighing('20')) }],
    fails: [[{ form: evaluated(weighing('30')), ...approved(weighing('20')) }, 'changed', 'indicators[0].weight']],
    unable: [{ form: evaluated(weighing('30')), ...approved(weighing(null)) }, { form: evaluated(weighing('30')) }],
  }),
})
