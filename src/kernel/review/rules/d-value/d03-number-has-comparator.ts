// D03: a number says whether it is a lower bound, an upper bound or the exact value. Said once a form: who leaves the
// sign out once mostly leaves it out everywhere.

import { decimal } from '../../../decimal.ts'
import { integratedSystem } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { hasOnlyBareNumbers, type Row, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

/** 100 % and zero leave only one reading. */
function hasOneReading({ it: { target } }: Row): boolean {
  const number = decimal(target.value)
  return number?.isZero() === true || (number?.eq(100) === true && unitKind(target.unit) === 'percent')
}

export const numberHasComparator = reviewRule({
  id: 'D03',
  title: '定量指标值带比较符号（≥、≤、=）',
  severity: 'warning',
  basis: integratedSystem,
  fix: '在数值前补写符号：应完成的写“≥”，应控制的写“≤”，必须恰好的写“=”。',
  kinds: everyKind,
  messages: {
    none: '“{name}”的指标值“{text}”没有比较符号，没有说明是下限、上限还是定值。',
    extreme: '“{name}”的指标值“{text}”没有比较符号，应写“={text}”。',
    several: '{count} 条定量指标值没有比较符号（第 {rows} 行，如“{text}”），没有说明是下限、上限还是定值。',
  },
  *check({ form }, { say, unable }) {
    const rows = rowsOf(form)
    if (hasOnlyBareNumbers(rows)) {
      yield unable('指标值一律只有数字，符号和单位可能在未读出的栏目内')
      return
    }
    const bare = rows.filter(
      ({ it: { target } }) => target.kind === 'quantitative' && target.value !== null && target.comparator === null,
    )
    const first = bare.find((row) => !hasOneReading(row)) ?? bare[0]
    if (first === undefined) return
    const text = tight(first.it.target.text)
    const path = `${first.path}.target`
    if (bare.length > 1) {
      const numbers = bare.map((row) => Number(/\d+/.exec(row.path)?.[0]) + 1).join('、')
      yield say(path, 'several', { count: bare.length, rows: numbers, text })
    } else yield say(path, hasOneReading(first) ? 'extreme' : 'none', { name: first.name, text })
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { target: '≥2个' },
          { target: '不少于2个' },
          { target: '2', direction: '等于' },
        ),
      },
      { form: withIndicators(targetForm(), { target: '2024年底前' }, { target: '合规' }) },
    ],
    fails: [
      [
        {
          form: withIndicators(
            targetForm(),
            { name: '抽检不合格食品核查处置率', target: '100%' },
            { name: '食品安全综合评价指标研究期数', target: '4期' },
          ),
          from: '004 2024年中央食品监管补助资金',
        },
        'several',
        'indicators[1].target',
      ],
      [{ form: withIndicators(targetForm(), { target: '100个' }, { target: '≥5个' }) }, 'none', 'indicators[0].target'],
      [
        { form: withIndicators(targetForm(), { name: '抽检监测结果系统录入率', target: '100%' }), from: '004' },
        'extreme',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '成本指标', name: '购置设备成本费用', target: '1000万元' }),
          from: '004 2024年天津计量院技术能力提升建设项目（非财政拨款项目）',
        },
        'none',
        'indicators[0].target',
      ],
      [
        { form: withIndicators(targetForm(), { target: '2个' }), from: '004 东西部协作和支援合作2024' },
        'none',
        'indicators[0].target',
      ],
    ],
    unable: [{ form: withIndicators(targetForm(), { target: '412' }, { target: '95' }) }],
  }),
})
