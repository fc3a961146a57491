// D15: an indicator named after a time says a date or a span with its unit.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { timeNames } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

export const timeHasUnit = reviewRule({
  id: 'D15',
  title: '时间类指标写日期或带单位的时长',
  severity: 'error',
  basis: coreIndicators,
  fix: '写成“某年某月底前”或“≤5个工作日”。',
  kinds: everyKind,
  supersedes: ['D03', 'D06'],
  messages: { bare: '“{name}”应写日期或时长，指标值却是“{text}”，没有单位。' },
  *check({ form }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const { kind, value, unit, text } = it.target
      if (kind !== 'quantitative' || value === null || unit !== null || tight(it.measureUnit) !== '') continue
      // 2024 or 20241231 is a date written as a number.
      if (/^(19|20)\d{2}([.-]?\d{1,2}){0,2}$/.test(tight(text))) continue
      if (timeNames.test(coreName(name))) yield say(`${path}.target`, 'bare', { name, text: tight(text) })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { name: '响应时间', target: '≤2小时' },
          { name: '完成时间', target: '2024年底前' },
        ),
      },
      { form: withIndicators(targetForm(), { name: '完成时限', target: '5', measureUnit: '天' }) },
      { form: withIndicators(targetForm(), { name: '完成时间', target: '20241231' }) },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { aspect: '时效指标', name: '线下培训完成时间', target: '1' }),
          from: '004 2023年中央反垄断工作补助经费',
        },
        'bare',
        'indicators[0].target',
      ],
    ],
  }),
})
