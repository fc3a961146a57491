// C18: a number of complaints says little about satisfaction unless it is set against the number of those served, and
// few complaints do not mean that people are satisfied.
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
  title: '满意度不以投诉数、投诉率代替',
  severity: 'advice',
  basis: coreIndicators,
  fix: '改为满意度或好评率，按问卷调查结果填写。',
  kinds: everyKind,
  messages: {
    count: '“{name}”以绝对数（“{text}”）代替满意度，与服务量无关，难以比较。',
    rate: '“{name}”以投诉率（“{text}”）代替满意度：没有投诉不等于满意。',
  },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const { kind, unit, text } = row.it.target
      if (!isSatisfaction(row) || kind !== 'quantitative') continue
      const measured = unitKind(unit ?? row.it.measureUnit)
      const name = coreName(row.name)
      if (measured === 'percent' && /(投诉|举报|差评|信访)(举报)?(率|比例)$/.test(name))
        yield say(`${row.path}.target`, 'rate', { name: row.name, text: tight(text) })
      if (measured !== 'count') continue
      if (badRates.test(name) || /(投诉|举报|差评|信访|上访)(数量|总数|量)$/.test(name))
        yield say(`${row.path}.target`, 'count', { name: row.name, text: tight(text) })
    }
  },
  examples: () => ({
    passes: [
      { form: withIndicators(targetForm(), { ...dimension, name: '企业对投诉处理的满意度', target: '≥90%' }) },
      { form: withIndicators(targetForm(), { aspect: '质量指标', name: '客户投诉率', target: '≤0.2%' }) },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { ...dimension, name: '客户投诉率', target: '≤0.2百分比' }),
          from: '004 大型检测设备运行维护2024（特检院）',
        },
        'rate',
        'indicators[0].target',
      ],
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
