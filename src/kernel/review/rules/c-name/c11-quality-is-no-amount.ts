// C11: under 质量 stand standards and shares, not sums of money.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

export const qualityIsNoAmount = reviewRule({
  id: 'C11',
  title: '质量指标下不放金额',
  severity: 'warning',
  basis: coreIndicators,
  fix: '移到成本指标或数量指标，质量指标改用合格率、达标率等。',
  kinds: everyKind,
  messages: { money: '质量指标“{name}”的指标值“{text}”是金额，不反映质量。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const { kind, unit, text } = row.it.target
      if (!isAspect(row, 'quality') || kind !== 'quantitative' || unitKind(unit ?? row.it.measureUnit) !== 'money')
        continue
      yield say(`${row.path}.name`, 'money', { name: row.name, text: tight(text) })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { aspect: '质量指标', name: '验收合格率', target: '=100%' },
          { aspect: '质量指标', name: '行政复议或诉讼败诉案件数', target: '≤5件' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { aspect: '质量指标', name: '还利息数额', target: '0.69万元' }),
          from: '004 债券利息-企业开办一窗通优化升级改造项目',
        },
        'money',
        'indicators[0].name',
      ],
    ],
  }),
})
