// G09: a score rests on a result that is filled in.

import { decimal } from '../../../decimal.ts'
import { hasActuals } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { departmentForm, selfEvaluation, withIndicators } from '../../sample.ts'

/** Filled with dashes only is not filled. */
const isBlank = (text: string | null | undefined): boolean => /^[-—–/\\]*$/.test(tight(text))

export const scoreRestsOnResult = reviewRule({
  id: 'G09',
  title: '有得分的指标填有实际完成值',
  severity: 'error',
  basis: evaluation,
  fix: '补填实际完成值，并据此核定得分。',
  kinds: evaluations,
  messages: {
    blank: '“{name}”没有填实际完成值，却得 {score} 分。',
    noColumn: '全表没有实际完成值，{count} 条指标的得分（其中 {full} 条满分）无从核对。',
  },
  *check({ form }, { say }) {
    const scored = rowsOf(form).filter(({ it }) => decimal(it.score)?.gt(0))
    if (scored.length > 0 && !hasActuals(form)) {
      const full = scored.filter(({ it }) => decimal(it.score)?.eq(decimal(it.weight) ?? -1)).length
      yield say('indicators', 'noColumn', { count: scored.length, full })
      return
    }
    const unread = new Set((form.doubts ?? []).map(({ path }) => path))
    for (const { it, path, name } of scored) {
      if (!isBlank(it.actual?.text) || unread.has(`${path}.actual`)) continue
      yield say({ path: `${path}.actual`, observed: null }, 'blank', { name, score: it.score ?? '' })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: withIndicators(selfEvaluation(), { actual: '不适用', weight: '5', score: '5' }) },
      { form: withIndicators(selfEvaluation(), { actual: null, weight: '5', score: null }) },
    ],
    fails: [
      [
        { form: withIndicators(selfEvaluation(), { actual: null, weight: '5', score: '5' }) },
        'blank',
        'indicators[0].actual',
      ],
      [
        {
          form: withIndicators(departmentForm(), { weight: '2', score: '2' }, { weight: '2', score: '2' }),
          from: '003',
        },
        'noColumn',
        'indicators',
      ],
    ],
  }),
})
