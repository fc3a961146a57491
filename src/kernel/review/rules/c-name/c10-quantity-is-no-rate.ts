// C10: under 数量 stand amounts, not shares.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect, isRate, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

export const quantityIsNoRate = reviewRule({
  id: 'C10',
  title: '数量指标下不放比率',
  severity: 'warning',
  basis: coreIndicators,
  fix: '移到质量或时效指标，或改为以绝对数考核。',
  kinds: everyKind,
  messages: {
    rate: '“{name}”是比率，不是数量，应归入质量指标或时效指标。',
    share: '数量指标“{name}”的指标值“{text}”是比率，不是数量，应改写数量或移到质量指标。',
  },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      if (!isAspect(row, 'quantity')) continue
      const { kind, unit, text } = row.it.target
      if (isRate(row.name)) yield say(`${row.path}.name`, 'rate', { name: row.name })
      else if (kind === 'quantitative' && unitKind(unit) === 'percent' && !/增长|增幅|降低|下降|减少/.test(row.name))
        yield say(`${row.path}.name`, 'share', { name: row.name, text: tight(text) })
    }
  },
  examples: () => ({
    passes: [{ form: withIndicators(targetForm(), { name: '抽检批次' }, { aspect: '质量指标', name: '合格率' }) }],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { name: '本市在产疫苗生产企业派驻率', target: '=100(%)' }),
          from: '002 药品监督管理业务经费',
        },
        'rate',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), { name: '监测范围覆盖', target: '100百分比' }),
          from: '004 广告监测服务2024',
        },
        'share',
        'indicators[0].name',
      ],
    ],
  }),
})
