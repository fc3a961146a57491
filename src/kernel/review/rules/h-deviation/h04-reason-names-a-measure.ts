// H04: the reason for a missed target comes with what will be done about it.
import { hasNoReason, outcomesOf } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { measureWords } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const reasonNamesAMeasure = reviewRule({
  id: 'H04',
  title: '偏差原因附有改进措施',
  severity: 'advice',
  basis: evaluation,
  fix: '在原因之后写明改进措施和完成时间。',
  kinds: evaluations,
  messages: { none: '“{name}”没有完成，写了原因，没有写改进措施。' },
  *check(input, { say }) {
    for (const { it, path, name, short } of outcomesOf(input)) {
      if (short !== true || hasNoReason(it.deviation) || measureWords.test(tight(it.deviation))) continue
      yield say(`${path}.deviation`, 'none', { name })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(selfEvaluation(), {
          target: '稳定有效',
          actual: '部分达成指标并具有一定效果',
          weight: '20',
          score: '16',
          deviation: '暂未实现群众留言板及问题回复等交互功能，拟于2024年完善',
        }),
        profile: 'shanghai@2023',
        from: '001 新闻宣传专项经费',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            target: '≥10000(份)',
            actual: '3135(份)',
            weight: '2',
            score: '0.63',
            deviation: '本届展会规模缩小，需要的资料较少。',
          }),
        },
        'none',
        'indicators[0].deviation',
      ],
    ],
  }),
})
