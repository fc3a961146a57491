// G05: the score of a qualitative indicator lies in the band of the tier that was chosen.

import type { Score } from '../../../scoring/score.ts'
import { outcomesOf } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

/** [12, 16): 含 12 分、不含 16 分. */
const bandText = ({ from, to, fromInclusive, toInclusive }: NonNullable<Score['range']>): string =>
  `${from}${fromInclusive ? '（含）' : '（不含）'}～${to}${toInclusive ? '（含）' : '（不含）'}`

export const scoreWithinTier = reviewRule({
  id: 'G05',
  title: '定性指标得分在所选档次的区间内',
  severity: 'error',
  basis: evaluation,
  fix: '把得分改到该档区间内，或改选与得分相符的档次。',
  kinds: evaluations,
  messages: { outside: '“{name}”选“{actual}”，得分应在 {band} 分之间，填报 {score} 分。' },
  *check(input, { say }) {
    for (const { it, path, name, scored } of outcomesOf(input)) {
      if (scored?.verdict !== 'outside' || scored.range === null) continue
      const band = bandText(scored.range)
      yield say({ path: `${path}.score`, observed: it.score, expected: band, arithmetic: scored.formula }, 'outside', {
        name,
        actual: tight(it.actual?.text),
        band,
        score: it.score ?? '',
      })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(selfEvaluation(), {
          aspect: '可持续影响指标',
          target: '稳定有效',
          actual: '部分达成指标并具有一定效果',
          weight: '20.00',
          score: '16.00',
        }),
        profile: 'shanghai@2023',
        from: '001 新闻宣传专项经费',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            target: '显著提升',
            actual: '部分达成指标并具有一定效果',
            weight: '10',
            score: '10',
          }),
        },
        'outside',
        'indicators[0].score',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), { target: '稳定有效', actual: '达成指标', weight: '20', score: '12' }),
        },
        'outside',
        'indicators[0].score',
      ],
    ],
  }),
})
