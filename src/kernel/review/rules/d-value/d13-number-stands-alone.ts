// D13: behind the number stands its unit and nothing else.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { departmentForm, targetForm, withIndicators } from '../../sample.ts'

/** Comparator and number, then words: ≥1至少组织一次会议. */
const grown = /^([≥≤><=＝﹦≧≦]|>=|<=)\s*(平均)?-?\d+(\.\d+)?[%％]?[\u4e00-\u9fff]{3,}/

export const numberStandsAlone = reviewRule({
  id: 'D13',
  title: '数值后只写单位，不拖文字',
  severity: 'warning',
  basis: coreIndicators,
  fix: '指标值只留“符号＋数值＋单位”，说明文字移到指标描述。',
  kinds: everyKind,
  supersedes: ['D06', 'D12'],
  messages: { trailing: '指标值“{text}”在数值后拖了说明文字。' },
  *check({ form }, { say }) {
    for (const { it, path } of rowsOf(form)) {
      const text = tight(it.target.text)
      if (it.target.kind !== 'quantitative' && it.target.kind !== 'date' && grown.test(text))
        yield say(`${path}.target`, 'trailing', { text })
    }
  },
  examples: {
    passes: [
      {
        form: withIndicators(
          departmentForm(),
          { target: '100%（26家）' },
          { target: '≥2(个工作日每周)' },
          { target: '≥30大类' },
        ),
      },
    ],
    fails: [
      [
        { form: withIndicators(targetForm(), { target: '≥1至少组织一次会议' }), from: '004 反不正当竞争执法2024' },
        'trailing',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { target: '≤102严格控制成本' }),
          from: '004 2024年中央反垄断工作补助经费',
        },
        'trailing',
        'indicators[0].target',
      ],
    ],
  },
})
