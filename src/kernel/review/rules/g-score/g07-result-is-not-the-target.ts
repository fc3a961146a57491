// G07: the result is a number that was measured, not the target copied with its comparator.
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight, wordedSide } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const resultIsNotTheTarget = reviewRule({
  id: 'G07',
  title: '实际完成值填实际数，不照抄指标值',
  severity: 'warning',
  basis: evaluation,
  fix: '填写实际统计的数值，不带“≥”“≤”等符号。',
  kinds: evaluations,
  messages: {
    copied: '“{name}”的实际完成值“{actual}”照抄了指标值。',
    bound: '“{name}”的实际完成值“{actual}”是一个范围，不是实际数。',
  },
  *check({ form }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const actual = tight(it.actual?.text)
      const side = wordedSide(actual)
      if (side === null || side === 'equal' || !/\d/.test(actual)) continue
      const key = actual === tight(it.target.text) ? 'copied' : 'bound'
      yield say({ path: `${path}.actual`, observed: actual }, key, { name, actual })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          selfEvaluation(),
          { target: '=10处', actual: '=10处' },
          { target: '良好以上', actual: '良好以上' },
        ),
      },
      { form: selfEvaluation() },
      { form: withIndicators(selfEvaluation(), { target: '10处', actual: '10处' }) },
    ],
    fails: [
      [
        { form: withIndicators(selfEvaluation(), { target: '≥266米', actual: '≥266米' }) },
        'copied',
        'indicators[0].actual',
      ],
      [{ form: withIndicators(selfEvaluation(), { target: '≥95%', actual: '≥90%' }) }, 'bound', 'indicators[0].actual'],
    ],
  }),
})
