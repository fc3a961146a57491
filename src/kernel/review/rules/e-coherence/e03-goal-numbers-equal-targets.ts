// E03: a number in the goal against the target it is about. As in Y05 a number is taken as the indicator's only where the
// words around it hold most of the indicator's name. Precision: no finding on the five documents, whose goals agree.

import { type Amount, sameValue } from '../../amount.ts'
import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { goalMentions, type Mention, mentionsAbout, namesNumber } from '../../narrative.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { targetAmount } from '../../since-last-year.ts'

const aiming = (overall: string, ...rows: Parameters<typeof withIndicators>[1][]) =>
  withIndicators(targetForm({ goals: { overall, annual: null, expected: null, actual: null } }), ...rows)
const companies = (target: string) => ({ name: '鉴定评审企业数量', target })

export const goalNumbersEqualTargets = reviewRule({
  id: 'E03',
  title: '目标中的数字与指标值一致',
  severity: 'warning',
  basis: targetManagement,
  fix: '统一目标与指标中的数字。',
  kinds: everyKind,
  messages: { differs: '目标写“{clause}”（{told}），指标值为 {target}，两处不一致。' },
  *check({ form, profile }, { say }) {
    const mentions = goalMentions(form)
    if (mentions.length === 0) return
    for (const { it, path } of rowsOf(form)) {
      const target = targetAmount(it)
      if (target === null) continue
      const about = mentionsAbout(it, target.unit, mentions, Number(profile.comparison.narrativeCover))
      const [best] = about
      if (best === undefined || best.mention.longer || namesNumber(mentions, target)) continue
      if (about.some(({ mention }) => agrees(mention, target)) || /其中/.test(best.mention.sentence)) continue
      yield say({ path: `${path}.target`, observed: it.target.text, expected: best.mention.printed }, 'differs', {
        clause: best.mention.clause,
        told: best.mention.printed,
        target: it.target.text ?? '',
      })
    }
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: aiming('完成不少于200家企业鉴定评审工作,保证企业正常生产经营', companies('≥200家')), from: '004#27' },
      {
        form: aiming('食品安全群众满意度≥80分', { name: '食品安全群众满意度', target: '≥80分' }),
        from: '004#26',
      },
    ],
    fails: [
      [
        { form: aiming('完成不少于200家企业鉴定评审工作,保证企业正常生产经营', companies('≥150家')) },
        'differs',
        'indicators[0].target',
      ],
    ],
  }),
})

/** About or exactly the same number; a goal's bound is the target's own. */
const agrees = ({ amount, about }: Mention, target: Amount): boolean =>
  sameValue(amount, target) || (about && amount.value.minus(target.value).abs().lte(target.value.times('0.1')))
