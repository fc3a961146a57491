// H06: the same words as the reason for two indicators are a clue that they were copied.
import { hasNoReason } from '../../achievement.ts'
import { practice } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, wordsOf } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

/** Short reasons (疫情影响) may rightly be the same. */
const fromLength = 12

export const reasonsAreNotCopied = reviewRule({
  id: 'H06',
  title: '不同指标的偏差原因不雷同',
  severity: 'advice',
  basis: practice,
  fix: '分别写明各指标自己的原因。',
  kinds: evaluations,
  messages: { same: '偏差原因与“{other}”逐字相同，可作抽查线索。' },
  *check({ form }, { say }) {
    const first = new Map<string, string>()
    for (const { it, path, name } of rowsOf(form)) {
      const words = wordsOf(it.deviation)
      if (words.length < fromLength || hasNoReason(it.deviation)) continue
      const other = first.get(words)
      if (other === undefined) first.set(words, name)
      else yield say(`${path}.deviation`, 'same', { other })
    }
  },
  examples: () => ({
    passes: [{ form: withIndicators(selfEvaluation(), { deviation: '受疫情影响' }, { deviation: '受疫情影响' }) }],
    fails: [
      [
        {
          form: withIndicators(
            selfEvaluation(),
            { deviation: '年度目标值设置偏低。改进措施：提高年度目标值设置精准度。' },
            { deviation: '年度目标值设置偏低。改进措施：提高年度目标值设置精准度。' },
          ),
          from: '002 综合管理类专项经费',
        },
        'same',
        'indicators[1].deviation',
      ],
    ],
  }),
})
