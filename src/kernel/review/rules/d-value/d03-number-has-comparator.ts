// D03: a number says whether it is a lower bound, an upper bound or the exact value.

import { decimal } from '../../../decimal.ts'
import { integratedSystem } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { hasOnlyBareNumbers, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

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
  },
  *check({ form }, { say, unable }) {
    const rows = rowsOf(form)
    if (hasOnlyBareNumbers(rows)) {
      yield unable('指标值一律只有数字，符号和单位可能在未读出的栏目内')
      return
    }
    for (const { it, path, name } of rows) {
      const { kind, comparator, value, unit, text } = it.target
      if (kind !== 'quantitative' || value === null || comparator !== null) continue
      // 100 % and zero leave only one reading.
      const number = decimal(value)
      const only = number?.isZero() || (number?.eq(100) && unitKind(unit) === 'percent')
      yield say(`${path}.target`, only ? 'extreme' : 'none', { name, text: tight(text) })
    }
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
