// G17: scores are written with at most two decimals.
import { practice } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const scoresHaveTwoDecimals = reviewRule({
  id: 'G17',
  title: '得分最多保留两位小数',
  severity: 'advice',
  basis: practice,
  fix: '得分四舍五入到两位小数。',
  kinds: evaluations,
  messages: { long: '得分“{score}”超过两位小数。' },
  *check({ form }, { say }) {
    const cells = [
      ...form.funds.map(({ score }, i) => [`funds[${i}].score`, score] as const),
      ...form.indicators.map(({ score }, i) => [`indicators[${i}].score`, score] as const),
      ['totals.score', form.totals.score] as const,
    ]
    for (const [path, score] of cells)
      if (score !== null && (score.split('.')[1]?.length ?? 0) > 2)
        yield say({ path, observed: score }, 'long', { score })
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }],
    fails: [
      [{ form: withIndicators(selfEvaluation(), { weight: '3', score: '2.985' }) }, 'long', 'indicators[0].score'],
    ],
  }),
})
