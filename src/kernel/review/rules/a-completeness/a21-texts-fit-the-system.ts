import { integratedSystem } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'
import { cellsOf } from '../../text-cells.ts'

export const textsFitTheSystem = reviewRule({
  id: 'A21',
  title: '各栏字数不超过系统字段长度',
  severity: 'error',
  basis: integratedSystem,
  fix: '压缩文字到规定字数以内。',
  kinds: everyKind,
  messages: { long: '共 {length} 个字，超过系统允许的 {limit} 个字，超出 {excess} 个字。' },
  *check({ form, profile }, { say }) {
    for (const [pattern, limit] of Object.entries({
      ...profile.lengths,
      ...profile.layoutLengths[form.layout ?? ''],
    })) {
      for (const { path, text } of cellsOf(form, pattern)) {
        // No text has more characters than code units.
        const length = text.length <= limit ? text.length : [...text].length
        if (length <= limit) continue
        yield say(
          {
            path,
            quote: null,
            observed: String(length),
            expected: `≤ ${limit}`,
            arithmetic: `${length} − ${limit} = ${length - limit}`,
          },
          'long',
          { length, limit, excess: length - limit },
        )
      }
    }
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }, { form: targetForm() }],
    fails: [
      [
        { form: targetForm({ goals: { overall: '培'.repeat(2001), annual: null, expected: null, actual: null } }) },
        'long',
        'goals.overall',
      ],
      [{ form: withIndicators(targetForm(), { description: '训'.repeat(2001) }) }, 'long', 'indicators[0].description'],
    ],
  }),
})
