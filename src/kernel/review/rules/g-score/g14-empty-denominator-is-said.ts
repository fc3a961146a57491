// G14: a rate of things that did not happen has no value; 0 % would say that nothing was done.

import { decimal } from '../../../decimal.ts'
import { outcomesOf } from '../../achievement.ts'
import { practice } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { dealtWith, rareEvents } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, sideOf, tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const emptyDenominatorIsSaid = reviewRule({
  id: 'G14',
  title: '分母为零的比率填“不适用”',
  severity: 'warning',
  basis: practice,
  fix: '全年没有发生此类事项的，实际完成值填“不适用”并说明，得分由评价人确定。',
  kinds: evaluations,
  messages: { zero: '“{name}”完成值为 {actual}：如全年没有发生此类事项，应填“不适用”，不能填 0。' },
  *check(input, { say }) {
    for (const { it, path, name, score, weight } of outcomesOf(input)) {
      if (!decimal(it.actual?.value)?.isZero() || sideOf(it.target.comparator) === 'down') continue
      if (!decimal(it.target.value)?.gt(0) || !dealtWith.test(coreName(name)) || !rareEvents.test(name)) continue
      // Full marks for nothing done: G03 says it.
      if (weight !== null && score?.eq(weight)) continue
      yield say({ path: `${path}.actual`, observed: tight(it.actual?.text), expected: '不适用' }, 'zero', {
        name,
        actual: tight(it.actual?.text),
      })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(selfEvaluation(), {
          name: '档案数字化率',
          target: '≥90%',
          actual: '0%',
          weight: '5',
          score: '0',
        }),
      },
      { form: selfEvaluation() },
      {
        form: withIndicators(selfEvaluation(), {
          name: '收到差评处理时限',
          target: '≤3.00（工作日）',
          actual: '0.00（工作日）',
        }),
        from: '001',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            name: '差评回复率',
            target: '=100（%）',
            actual: '0',
            weight: '10',
            score: '0',
          }),
        },
        'zero',
        'indicators[0].actual',
      ],
    ],
  }),
})
