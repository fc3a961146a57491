// F02: the first-level weights follow the place's rule, such as 50/30/10.

import { Decimal, decimal, plain, sum } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { type ReviewInput, reviewRule } from '../../review-rule.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'
import { dimensionOf } from '../../taxonomy.ts'

type Part = { readonly name: string; readonly found: Decimal; readonly expected: Decimal }

/** Printed and prescribed weight of each first level; null where the form's are incomplete or use other first levels. */
function partsOf({ form, profile }: ReviewInput): Part[] | null {
  const prescribed = profile.dimensions.filter(({ weight }) => weight !== null)
  const found = new Map(prescribed.map(({ name }) => [name, new Decimal(0)]))
  for (const it of form.indicators) {
    const name = dimensionOf(profile, it.dimension)?.name
    const weight = decimal(it.weight)
    const before = name === undefined ? undefined : found.get(name)
    if (name === undefined || weight === null || before === undefined) return null
    found.set(name, before.plus(weight))
  }
  return prescribed.map(({ name, weight }) => ({
    name,
    found: found.get(name) ?? new Decimal(0),
    expected: new Decimal(weight ?? 0),
  }))
}

export const dimensionsWeighAsPrescribed = reviewRule({
  id: 'F02',
  title: '一级指标分值符合规定比例',
  severity: 'warning',
  basis: evaluation,
  fix: '按规定比例调整一级指标分值；确需调整的，说明理由。',
  kinds: evaluations,
  messages: { other: '一级指标分值为{found}，规定为{expected}。' },
  *check(input, { say }) {
    if (input.form.indicators.length === 0) return
    const parts = partsOf(input)
    // Where the sum itself is wrong, F01 has said so.
    if (parts === null || !sum(parts.map((part) => part.found)).eq(sum(parts.map((part) => part.expected)))) return
    if (parts.every((part) => part.found.eq(part.expected))) return
    const show = (key: 'found' | 'expected') => parts.map((part) => `${part.name} ${plain(part[key])}`).join('、')
    yield say(
      {
        path: 'indicators',
        observed: parts.map((part) => plain(part.found)).join('/'),
        expected: parts.map((part) => plain(part.expected)).join('/'),
      },
      'other',
      { found: show('found'), expected: show('expected') },
    )
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }, { form: selfEvaluation({ indicators: [] }) }],
    fails: [
      [
        {
          form: withIndicators(
            selfEvaluation(),
            { dimension: '产出指标', weight: '55' },
            { dimension: '效益指标', weight: '15' },
            { dimension: '满意度指标', weight: '20' },
          ),
        },
        'other',
        'indicators',
      ],
    ],
  }),
})
