// G08: target and result are measured in the same unit.
import { integratedSystem } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { type ReviewInput, reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'
import { sameUnit } from '../../unit-kind.ts'

/** Quantitative rows with a number on both sides. */
const measuredRows = ({ form }: ReviewInput) =>
  rowsOf(form).flatMap(({ it, path, name }) => {
    if (it.target.kind !== 'quantitative' || it.actual === null || it.actual.value === null) return []
    const column = tight(it.measureUnit) || null
    return [
      {
        path: `${path}.actual`,
        name,
        text: tight(it.actual.text),
        target: it.target.unit ?? column,
        actual: it.actual.unit,
        column,
      },
    ]
  })

export const resultHasTargetsUnit = reviewRule({
  id: 'G08',
  title: '实际完成值与指标值的单位一致',
  severity: 'error',
  basis: integratedSystem,
  fix: '实际完成值改用指标值的单位。',
  kinds: evaluations,
  messages: {
    differs: '“{name}”的指标值以“{target}”计，实际完成值“{text}”以“{actual}”计，单位不一致。',
    none: '“{name}”的指标值以“{target}”计，实际完成值“{text}”没有写单位。',
    noneAnywhere: '{count} 条定量指标的实际完成值都没有写单位（如“{name}”以“{target}”计，完成值“{text}”）。',
  },
  *check(input, { say }) {
    const rows = measuredRows(input)
    const bare = rows.filter(({ target, actual, column }) => target !== null && actual === null && column === null)
    const all = bare.length > 1 && rows.every(({ actual }) => actual === null)
    const [first] = bare
    if (all && first)
      yield say('indicators', 'noneAnywhere', {
        count: bare.length,
        name: first.name,
        target: first.target ?? '',
        text: first.text,
      })
    for (const { path, name, text, target, actual } of rows) {
      if (target === null || actual === null || sameUnit(target, actual)) continue
      yield say({ path, observed: actual, expected: target }, 'differs', { name, target, text, actual })
    }
    for (const { path, name, text, target } of all ? [] : bare)
      yield say({ path, observed: text, expected: target }, 'none', { name, target: target ?? '', text })
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(
          selfEvaluation(),
          { target: '100', measureUnit: '%', actual: '95%' },
          { target: '≥2000册', actual: '2150册' },
          { target: '≥95百分比', actual: '96%' },
          { target: '20', measureUnit: '场', actual: '22' },
        ),
      },
    ],
    fails: [
      [
        { form: withIndicators(selfEvaluation(), { target: '≥50家', actual: '60人次' }) },
        'differs',
        'indicators[0].actual',
      ],
      [
        {
          form: withIndicators(
            selfEvaluation(),
            { name: '差评回复率', target: '=100.00（%）', actual: '0' },
            { target: '≥1.00（次）', actual: '10（次）' },
          ),
          from: '001 政府聘用辅助人员经费',
        },
        'none',
        'indicators[0].actual',
      ],
      [
        { form: withIndicators(selfEvaluation(), { target: '≥50个', actual: '50' }, { target: '≥6条', actual: '6' }) },
        'noneAnywhere',
        'indicators',
      ],
    ],
  }),
})
