// C10: under 数量 stand amounts, not shares.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect, isRate, rowsOf } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

export const quantityIsNoRate = reviewRule({
  id: 'C10',
  title: '数量指标下不放比率',
  severity: 'warning',
  basis: coreIndicators,
  fix: '移到质量或时效指标，或改为以绝对数考核。',
  kinds: everyKind,
  messages: { rate: '“{name}”是比率，不是数量，应归入质量指标或时效指标。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form))
      if (isAspect(row, 'quantity') && isRate(row.name)) yield say(`${row.path}.name`, 'rate', { name: row.name })
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
    ],
  }),
})
