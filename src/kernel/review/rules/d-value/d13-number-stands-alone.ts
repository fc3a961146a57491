// D13: around the number stand its sign and its unit and nothing else.

import type { Target } from '../../../form/form.ts'
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { fuzzyWords } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { departmentForm, targetForm, withIndicators } from '../../sample.ts'

/** Comparator and number, then words: ≥1至少组织一次会议. */
const grown = /^([≥≤><=＝﹦≧≦]|>=|<=)\s*(平均)?-?\d+(\.\d+)?[%％]?[\u4e00-\u9fff]{3,}/

/** Words in front of the number: 电梯应急处置平台调度及时性达到100%, ≥平均2版/月. */
function hasWordsFirst({ kind, value, unit, rest, text, date, period }: Target): boolean {
  const words = tight(rest)
  const cell = tight(text).replace(/^[≥≤><=＝﹦≧≦]/, '')
  if (kind !== 'mixed' || value === null || date || period || fuzzyWords.test(cell)) return false
  return /^[\u4e00-\u9fff“”《》]{2,}$/.test(words) && cell.startsWith(words) && cell.endsWith(`${value}${unit ?? ''}`)
}

export const numberStandsAlone = reviewRule({
  id: 'D13',
  title: '指标值只写符号、数值和单位，不夹带文字',
  severity: 'warning',
  basis: coreIndicators,
  fix: '指标值只留“符号＋数值＋单位”，说明文字移到指标描述。',
  kinds: everyKind,
  supersedes: ['D06', 'D12'],
  messages: {
    trailing: '指标值“{text}”在数值后拖了说明文字。',
    leading: '指标值“{text}”在数值前夹了“{words}”，应写在指标名称或描述。',
  },
  *check({ form }, { say }) {
    for (const { it, path } of rowsOf(form)) {
      const text = tight(it.target.text)
      if (it.target.kind !== 'quantitative' && it.target.kind !== 'date' && grown.test(text))
        yield say(`${path}.target`, 'trailing', { text })
      else if (hasWordsFirst(it.target)) yield say(`${path}.target`, 'leading', { text, words: tight(it.target.rest) })
    }
  },
  examples: () => ({
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
        {
          form: withIndicators(targetForm(), { name: '服务及时性', target: '电梯应急处置平台调度及时性达到100%' }),
          from: '004 特种设备安全监管2024',
        },
        'leading',
        'indicators[0].target',
      ],
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
  }),
})
