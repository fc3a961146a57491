// D25 (beyond the catalogue): a number of times agrees with the frequency the description gives: 每月 makes 12 a year.
import { decimal } from '../../../decimal.ts'
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

/** Times a year. A week is left out: holidays make it any number. */
const timesAYear: readonly (readonly [RegExp, string, number])[] = [
  [/每个?月(?!\d)(?!\D{0,2}\d)/, '每月', 12],
  [/每个?季度?(?!\d)/, '每季度', 4],
  [/每半年/, '每半年', 2],
]
const occasions = /^(期|次|份|篇|批|场|期次)$/

export const countFitsTheFrequency = reviewRule({
  id: 'D25',
  title: '次数与描述的频次一致',
  severity: 'advice',
  basis: coreIndicators,
  fix: '核对全年次数；每次有多份的，在描述中写明。',
  kinds: everyKind,
  messages: { other: '描述写“{often}”，全年应为 {expected} {unit}，指标值却是“{text}”。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const { kind, value, unit, text, comparator } = row.it.target
      const counted = tight(unit)
      if (!isAspect(row, 'quantity') || kind !== 'quantitative' || value === null || !occasions.test(counted)) continue
      const words = `${row.name} ${tight(row.it.description)}`
      const found = timesAYear.filter(([pattern]) => pattern.test(words))
      const [only] = found
      if (only === undefined || found.length > 1) continue
      const [, often, expected] = only
      const number = decimal(value)
      // At least fewer than that is a lower bound, if a low one.
      if (!number || number.eq(expected) || (comparator !== null && comparator !== '=' && number.lt(expected))) continue
      yield say({ path: `${row.path}.target`, observed: tight(text), expected: `${expected}${counted}` }, 'other', {
        often,
        expected,
        unit: counted,
        text: tight(text),
      })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { name: '监测期数', description: '每月对门户网站进行监测', target: '12期' },
          { name: '简报期数', description: '每季度一期', target: '=4期' },
          { name: '检查次数', description: '每月开展检查', target: '≥10次' },
          { name: '慰问人数', description: '每月慰问人数', target: '300人' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), {
            name: '监测期数',
            description: '每月对门户网站进行监测及复查',
            target: '24期',
          }),
          from: '004 官网监测服务2024',
        },
        'other',
        'indicators[0].target',
      ],
    ],
  }),
})
