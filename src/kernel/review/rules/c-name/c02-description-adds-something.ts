// C02: a description that repeats the name defines nothing; said once a form.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, wordsOf } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

export const descriptionAddsSomething = reviewRule({
  id: 'C02',
  title: '指标描述说明口径，不重复名称',
  severity: 'advice',
  basis: coreIndicators,
  fix: '在指标描述中写明统计口径、计算公式和数据来源。',
  kinds: everyKind,
  messages: { repeated: '{count} 条指标中有 {same} 条的指标描述与名称相同（如“{name}”），没有说明口径。' },
  *check({ form }, { say }) {
    const described = rowsOf(form).filter(({ it }) => wordsOf(it.description) !== '')
    const same = described.filter(({ it }) => wordsOf(it.description) === wordsOf(it.name))
    const [first] = same
    if (first) yield say('indicators', 'repeated', { count: described.length, same: same.length, name: first.name })
  },
  examples: () => ({
    passes: [{ form: targetForm() }, { form: withIndicators(targetForm(), { description: null }) }],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { name: '抽检数量', description: '抽检数量' }),
          from: '004 产品质量监管2024',
        },
        'repeated',
        'indicators',
      ],
    ],
  }),
})
