// D09: the unit stands once: in the value or in the column 计量单位, and the same in both.
import { integratedSystem } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { departmentForm, withIndicators } from '../../sample.ts'
import { sameUnit } from '../../unit-kind.ts'

export const unitStandsOnce = reviewRule({
  id: 'D09',
  title: '指标值内的单位不与计量单位栏重复或矛盾',
  severity: 'warning',
  basis: integratedSystem,
  fix: '指标值只填数值，单位写在计量单位栏；量级（万）与单位写在一处。',
  kinds: everyKind,
  messages: {
    different: '指标值“{text}”的单位是“{unit}”，计量单位栏是“{column}”，两处不一致。',
    repeated: '{count} 条指标的指标值已带单位，计量单位栏又写一遍（如“{text}”｜“{column}”）。',
  },
  *check({ form }, { say }) {
    const repeated: { text: string; column: string }[] = []
    for (const { it, path } of rowsOf(form)) {
      const column = tight(it.measureUnit)
      const { unit, kind } = it.target
      if (column === '' || unit === null || kind !== 'quantitative') continue
      const text = tight(it.target.text)
      if (sameUnit(unit, column)) repeated.push({ text, column })
      else
        yield say({ path: `${path}.measureUnit`, observed: column, expected: unit }, 'different', {
          text,
          unit,
          column,
        })
    }
    const [first] = repeated
    if (first) yield say('indicators', 'repeated', { count: repeated.length, ...first })
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          departmentForm(),
          { target: '31', direction: '大于等于', measureUnit: '家（次）' },
          { target: '不低于3%', measureUnit: null },
        ),
        from: '003',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(departmentForm(), { target: '不少于19.44万批次', measureUnit: '批次' }),
          from: '003 食用农产品快检任务',
        },
        'different',
        'indicators[0].measureUnit',
      ],
      [
        {
          form: withIndicators(departmentForm(), { target: '4500批次', direction: '大于', measureUnit: '批次' }),
          from: '003',
        },
        'repeated',
        'indicators',
      ],
    ],
  }),
})
