// G18: a form whose qualitative indicators all reach the top tier is a clue for spot checks.
import { practice } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

/** Qualitative indicators from which a share says anything. */
const fromCount = 5

export const tiersDiffer = reviewRule({
  id: 'G18',
  title: '定性指标不全选最高档',
  severity: 'advice',
  basis: practice,
  fix: '抽查定性指标的佐证材料。',
  kinds: evaluations,
  messages: { allTop: '{count} 条按档次评定的指标全部选最高档，可作抽查线索。' },
  *check({ form }, { say }) {
    const tiers = rowsOf(form).flatMap(({ it }) => it.actual?.tier ?? [])
    if (tiers.length >= fromCount && tiers.every((tier) => tier === 'achieved'))
      yield say('indicators', 'allTop', { count: tiers.length })
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }],
    fails: [
      [
        {
          form: withIndicators(
            selfEvaluation(),
            ...Array.from({ length: 5 }, () => ({ target: '及时', actual: '达成指标' })),
          ),
          from: '002',
        },
        'allTop',
        'indicators',
      ],
    ],
  }),
})
