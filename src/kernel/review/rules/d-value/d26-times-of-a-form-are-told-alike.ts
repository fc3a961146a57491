// D26 (beyond the catalogue): days are counted one way in a form: 天 or 工作日, not both.
// Precision: only limits in plain days beside limits in working days under one second level. On the five documents 1 of 1
// finding is true.
import { integratedSystem } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect, type Row, rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

const unitOf = ({ it }: Row): string => tight(it.target.unit ?? it.measureUnit)
const limit = (name: string, target: string) => ({ aspect: '时效指标', name, target })

export const timesAreToldAlike = reviewRule({
  id: 'D26',
  title: '同一张表的时限用同一种日',
  severity: 'advice',
  basis: integratedSystem,
  fix: '统一写“工作日”或“天”（自然日）。',
  kinds: everyKind,
  messages: { mixed: '“{name}”以“{unit}”计，“{other}”以“{others}”计，一张表里自然日和工作日混用。' },
  *check({ form }, { say }) {
    const rows = rowsOf(form).filter((row) => isAspect(row, 'timeliness'))
    const working = rows.find((row) => /^个?工作日$/.test(unitOf(row)))
    const plain = rows.find((row) => /^(天|日|自然日)$/.test(unitOf(row)))
    if (working === undefined || plain === undefined) return
    yield say(`${plain.path}.target`, 'mixed', {
      name: plain.name,
      unit: unitOf(plain),
      other: working.name,
      others: unitOf(working),
    })
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      {
        form: withIndicators(
          selfEvaluation(),
          limit('收到差评处理时限', '≤3.00(工作日)'),
          limit('受理期限', '≤5(工作日)'),
          limit('系统故障修复时间', '≤2(小时)'),
        ),
        from: '001 业务受理工作经费',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(
            targetForm(),
            limit('收到差评处理时限', '≤3.00(天)'),
            limit('行政许可受理时限', '≤5.00(工作日)'),
          ),
          from: '000 业务受理工作经费',
        },
        'mixed',
        'indicators[0].target',
      ],
    ],
  }),
})
