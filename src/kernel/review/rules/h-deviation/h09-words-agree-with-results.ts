// H09: a reason agrees with the result it explains. What the results of the goal tell is held against the rows by Y05.
// Precision: only where a reason claims the opposite of its row outright; none of the five documents has one.
import type { Form } from '../../../form/form.ts'
import { outcomesOf } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { admitsMissing, claimsDone } from '../../name-lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

const partly = (over: object): Form =>
  withIndicators(selfEvaluation(), {
    aspect: '质量指标',
    name: '叫号机运作',
    target: '完好',
    actual: '部分达成指标并具有一定效果',
    weight: '7.00',
    score: '5.00',
    deviation: '系统故障导致叫号机无法正常使用。督促供应商加强日常巡检。',
    ...over,
  })

export const wordsAgreeWithResults = reviewRule({
  id: 'H09',
  title: '偏差原因与完成值不矛盾',
  severity: 'warning',
  basis: evaluation,
  fix: '核实实际情况，改正文字或完成值。',
  kinds: evaluations,
  messages: {
    done: '“{name}”没有完成（{actual}），偏差原因却写“{reason}”。',
    missing: '“{name}”填报完成 {actual}、得满分，偏差原因却写“{words}”。',
  },
  *check(input, { say }) {
    for (const { it, path, name, short, weight, score } of outcomesOf(input)) {
      const actual = tight(it.actual?.text)
      const reason = tight(it.deviation).replace(/[。.]$/, '')
      if (short === true && claimsDone.test(reason)) yield say(`${path}.deviation`, 'done', { name, actual, reason })
      const [words] = admitsMissing.exec(reason) ?? []
      if (
        short === false &&
        words !== undefined &&
        weight !== null &&
        score?.eq(weight) &&
        it.actual?.tier !== 'partial'
      )
        yield say(`${path}.deviation`, 'missing', { name, actual, words: reason.length > 40 ? words : reason })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: partly({}), from: '001 业务受理工作经费' },
      { form: partly({ actual: '达成指标', score: '7.00', deviation: '完成年度目标。' }) },
    ],
    fails: [
      [{ form: partly({ deviation: '已完成年度目标。' }) }, 'done', 'indicators[0].deviation'],
      [
        {
          form: partly({ target: '≥20(次)', actual: '20(次)', score: '7.00', deviation: '受疫情影响未能按期完成。' }),
        },
        'missing',
        'indicators[0].deviation',
      ],
    ],
  }),
})
