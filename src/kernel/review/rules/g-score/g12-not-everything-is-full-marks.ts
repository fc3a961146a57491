// G12: full marks on every indicator are a reason to look closer.

import { decimal } from '../../../decimal.ts'
import { practice } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const notEverythingIsFull = reviewRule({
  id: 'G12',
  title: '不是所有指标都得满分',
  severity: 'advice',
  basis: practice,
  fix: '逐条核对完成值的佐证；目标定得过低的，在下年度提高。',
  kinds: evaluations,
  messages: { all: '{count} 条指标全部满分，请核对完成值是否有佐证、目标是否偏低。' },
  *check({ form, profile }, { say }) {
    const rows = rowsOf(form)
    const full = rows.filter(({ it }) => {
      const weight = decimal(it.weight)
      return weight !== null && decimal(it.score)?.eq(weight)
    })
    if (rows.length >= profile.limits.fullMarksFrom && full.length === rows.length)
      yield say('indicators', 'all', { count: rows.length })
  },
  examples: () => ({
    passes: [
      { form: withIndicators(selfEvaluation(), ...Array.from({ length: 2 }, () => ({ weight: '45', score: '45' }))) },
      { form: selfEvaluation() },
    ],
    fails: [
      [
        { form: withIndicators(selfEvaluation(), ...Array.from({ length: 3 }, () => ({ weight: '30', score: '30' }))) },
        'all',
        'indicators',
      ],
      [
        {
          form: withIndicators(
            selfEvaluation(),
            ...Array.from({ length: 5 }, () => ({ weight: '18.00', score: '18.00' })),
          ),
          from: '002 局系统培训经费',
        },
        'all',
        'indicators',
      ],
    ],
  }),
})
