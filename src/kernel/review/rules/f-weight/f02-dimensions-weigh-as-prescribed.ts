// F02: the first-level weights follow the place's rule, such as 50/30/10, or 40/20/20/10 where the first level has 成本指标.

import { Decimal, decimal, plain, sum } from '../../../decimal.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { type ReviewInput, reviewRule } from '../../review-rule.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'
import { COST, dimensionOf, dimensionsIn } from '../../taxonomy.ts'

type Part = { readonly name: string; readonly found: Decimal; readonly expected: Decimal }

/** Printed and prescribed weight of each first level; null where the form's are incomplete or use other first levels. */
function partsOf({ form, profile }: ReviewInput): Part[] | null {
  const withCost = dimensionsIn(form, profile).has(COST)
  const weights = profile.dimensions.map(({ name, ...usual }) => ({
    name,
    weight: withCost ? usual.weightWithCost : usual.weight,
  }))
  const prescribed = weights.filter(({ weight }) => weight !== null)
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

const weighing = (...weights: readonly (readonly [dimension: string, weight: string])[]) =>
  withIndicators(selfEvaluation(), ...weights.map(([dimension, weight]) => ({ dimension, weight })))

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
    passes: [
      { form: selfEvaluation() },
      { form: selfEvaluation({ indicators: [] }) },
      { form: weighing(['产出指标', '40'], ['成本指标', '20'], ['效益指标', '20'], ['满意度指标', '10']) },
      { form: weighing(['产出指标', '60'], ['效益指标', '20'], ['满意度指标', '0']), profile: 'hubei@2020' },
    ],
    fails: [
      [
        {
          form: weighing(['产出指标', '55'], ['效益指标', '15'], ['满意度指标', '20']),
        },
        'other',
        'indicators',
      ],
      [
        { form: weighing(['产出指标', '50'], ['成本指标', '10'], ['效益指标', '20'], ['满意度指标', '10']) },
        'other',
        'indicators',
      ],
    ],
  }),
})
