// F08: where a first or second level prints its points (产出指标（50分）), its indicators add up to them.

import { type Decimal, decimal, plain, sum } from '../../../decimal.ts'
import type { Indicator } from '../../../form/form.ts'
import { integratedSystem } from '../../basis.ts'
import { evaluations, targetForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

type Group = {
  readonly path: string
  readonly label: string
  readonly set: Decimal
  readonly weights: (Decimal | null)[]
}

const pointsIn = (label: string): Decimal | null => decimal(/[(（](\d+(?:\.\d+)?)分?[)）]/.exec(label)?.[1])

/** Groups that print their points, at the row where each begins; the same label further down continues its group. */
function groupsOf(indicators: readonly Indicator[], level: 'dimension' | 'aspect'): Group[] {
  const groups = new Map<string, Group>()
  indicators.forEach((it, i) => {
    const label = tight(it[level])
    const set = pointsIn(label)
    if (set === null) return
    const key = level === 'aspect' ? `${tight(it.dimension)} ${label}` : label
    const group = groups.get(key) ?? { path: `indicators[${i}].${level}`, label, set, weights: [] }
    group.weights.push(decimal(it.weight))
    groups.set(key, group)
  })
  return [...groups.values()]
}

export const groupWeightsAddUp = reviewRule({
  id: 'F08',
  title: '三级指标分值之和等于所属一、二级指标的分值',
  severity: 'error',
  basis: integratedSystem,
  fix: '调整该组三级指标的分值，或更正上级指标标注的分值。',
  kinds: [...evaluations, ...targetForms],
  messages: { sum: '“{label}”标注 {set} 分，其下指标分值合计 {found} 分。' },
  *check({ form }, { say, unable }) {
    for (const group of [...groupsOf(form.indicators, 'dimension'), ...groupsOf(form.indicators, 'aspect')]) {
      const weights = group.weights.filter((weight) => weight !== null)
      if (weights.length === 0) continue
      if (weights.length < group.weights.length) {
        yield unable(`“${group.label}”下有指标没有分值，无法核对合计`)
        continue
      }
      const found = sum(weights)
      if (found.eq(group.set)) continue
      const arithmetic = `${weights.map(plain).join(' + ')} = ${plain(found)}`
      yield say({ path: group.path, observed: plain(found), expected: plain(group.set), arithmetic }, 'sum', {
        label: group.label,
        set: plain(group.set),
        found: plain(found),
      })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(
          selfEvaluation(),
          { dimension: '产出指标(50分)', weight: '20' },
          { dimension: '产出指标(50分)', weight: '30' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(
            selfEvaluation(),
            { dimension: '产出指标(50分)', weight: '20' },
            { dimension: '产出指标(50分)', weight: '25' },
          ),
        },
        'sum',
        'indicators[0].dimension',
      ],
    ],
    unable: [
      {
        form: withIndicators(
          selfEvaluation(),
          { dimension: '产出指标(50分)', weight: '20' },
          { dimension: '产出指标(50分)' },
        ),
      },
    ],
  }),
})
