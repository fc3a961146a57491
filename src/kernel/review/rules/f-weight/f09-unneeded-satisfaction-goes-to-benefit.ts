// F09: where no satisfaction indicator is needed, its points go to the benefit indicators.

import { Decimal, decimal, plain, sum } from '../../../decimal.ts'
import { coreIndicators } from '../../basis.ts'
import { projectEvaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'
import { BENEFIT, dimensionOf, SATISFACTION } from '../../taxonomy.ts'

export const satisfactionPointsGoToBenefit = reviewRule({
  id: 'F09',
  title: '不设满意度指标时，其分值并入效益指标',
  severity: 'advice',
  basis: coreIndicators,
  fix: '补设满意度指标；确不需要的，把满意度的分值加到效益指标。',
  kinds: projectEvaluations,
  supersedes: ['F02'],
  messages: { missing: '没有满意度指标，效益指标只有 {found} 分，应为 {expected} 分（{benefit}＋{satisfaction}）。' },
  *check({ form, profile }, { say }) {
    const weightOf = (name: string) => decimal(profile.dimensions.find((dimension) => dimension.name === name)?.weight)
    const [benefit, satisfaction] = [weightOf(BENEFIT), weightOf(SATISFACTION)]
    if (benefit === null || satisfaction === null || form.indicators.length === 0) return
    const named = form.indicators.map((it) => ({
      name: dimensionOf(profile, it.dimension)?.name,
      weight: decimal(it.weight),
    }))
    if (named.some(({ name, weight }) => name === undefined || weight === null || name === SATISFACTION)) return
    const found = sum(named.flatMap(({ name, weight }) => (name === BENEFIT ? (weight ?? new Decimal(0)) : [])))
    const expected = benefit.plus(satisfaction)
    if (found.gte(expected)) return
    yield say({ path: 'indicators', observed: plain(found), expected: plain(expected) }, 'missing', {
      found: plain(found),
      expected: plain(expected),
      benefit: plain(benefit),
      satisfaction: plain(satisfaction),
    })
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }],
    fails: [
      [
        {
          form: withIndicators(
            selfEvaluation(),
            { dimension: '产出指标', weight: '70.00' },
            { dimension: '效益指标', weight: '20.00' },
          ),
          from: '001 新闻宣传专项经费',
        },
        'missing',
        'indicators',
      ],
    ],
  }),
})
