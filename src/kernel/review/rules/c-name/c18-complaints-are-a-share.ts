// C18: a number of complaints says little about satisfaction unless it is set against the number of those served.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { badRates } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, isSatisfaction, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

const dimension = { dimension: '满意度指标', aspect: '服务对象满意度指标' } as const

export const complaintsAreAShare = reviewRule({
  id: 'C18',
  title: '满意度不以投诉的绝对数考核',
  severity: 'advice',
  basis: coreIndicators,
  fix: '改为满意度、好评率或投诉率。',
  kinds: everyKind,
  messages: { count: '“{name}”以绝对数（“{text}”）代替满意度，与服务量无关，难以比较。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const { kind, unit, text } = row.it.target
      if (!isSatisfaction(row) || kind !== 'quantitative' || unitKind(unit ?? row.it.measureUnit) !== 'count') continue
      const name = coreName(row.name)
      if (badRates.test(name) || /(投诉|举报|差评|信访|上访)(数量|总数|量)$/.test(name))
        yield say(`${row.path}.target`, 'count', { name: row.name, text: tight(text) })
    }
  },
  examples: () => ({
    passes: [{ form: withIndicators(targetForm(), { ...dimension, name: '客户投诉率', target: '≤0.2%' }) }],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { ...dimension, name: '好差评系统差评数', target: '<5.00(个)' }),
          from: '000 业务受理工作经费',
        },
        'count',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { ...dimension, name: '行政执法廉政投诉举报数量', target: '≤3件' }),
          from: '004 2024年中央工商行政管理专项补助经费',
        },
        'count',
        'indicators[0].target',
      ],
    ],
  }),
})
