// C16: satisfaction stands under 满意度, where readers and totals look for it.
import { evaluation } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, isSatisfaction, rowsOf } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const satisfactionStandsInItsPlace = reviewRule({
  id: 'C16',
  title: '满意度放在满意度指标下',
  severity: 'advice',
  basis: evaluation,
  fix: '移到满意度指标。',
  kinds: everyKind,
  messages: { elsewhere: '“{name}”是满意度，却放在“{aspect}”下。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const { dimension, aspect } = row.it
      if ((dimension === null && aspect === null) || isSatisfaction(row)) continue
      if (/满意(度|率)$/.test(coreName(row.name)))
        yield say(`${row.path}.name`, 'elsewhere', { name: row.name, aspect: aspect ?? dimension ?? '' })
    }
  },
  examples: () => ({
    passes: [
      { form: withIndicators(selfEvaluation(), { dimension: null, aspect: null, name: '学生满意度', target: '≥90%' }) },
      { form: selfEvaluation() },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), { aspect: '质量指标', name: '专家投稿满意度', target: '=100.00(%)' }),
          from: '001 质量发展专项经费',
        },
        'elsewhere',
        'indicators[0].name',
      ],
    ],
  }),
})
