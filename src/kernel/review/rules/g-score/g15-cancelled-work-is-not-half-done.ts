// G15: work that was called off needs a changed target, not points for being half done.
import { targetManagement } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { cancelled } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const cancelledWorkIsNotHalfDone = reviewRule({
  id: 'G15',
  title: '已取消的事项不按“部分达成”给分',
  severity: 'warning',
  basis: targetManagement,
  fix: '年中按程序调整绩效目标；未调整的，按未达成计分并说明。',
  kinds: evaluations,
  messages: { cancelled: '“{name}”的原因写明“{words}”，事项并未实施，却按“部分达成”得 {score} 分。' },
  *check({ form }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const words = cancelled.exec(tight(it.deviation))?.[0]
      if (words === undefined || it.actual?.tier !== 'partial') continue
      yield say({ path: `${path}.score`, observed: it.score }, 'cancelled', { name, words, score: it.score ?? '' })
    }
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            name: '采购的硬软件产品',
            target: '符合要求',
            actual: '部分达成指标并具有一定效果',
            weight: '2.00',
            score: '1.20',
            deviation: '因业务调整，故无需再行采购硬软件产品',
          }),
          from: '002 综合管理类专项经费',
        },
        'cancelled',
        'indicators[0].score',
      ],
    ],
  }),
})
