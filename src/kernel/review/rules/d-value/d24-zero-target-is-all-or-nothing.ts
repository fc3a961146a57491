// D24: a target of exactly zero is scored all or nothing; the author should know.

import { decimal } from '../../../decimal.ts'
import { integratedSystem } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

export const zeroTargetIsAllOrNothing = reviewRule({
  id: 'D24',
  title: '“=0”的指标按“有即不得分”计分',
  severity: 'advice',
  basis: integratedSystem,
  fix: '确认是否应一票否决；可容许少量发生的，改写为“≤数值”。',
  kinds: evaluations,
  messages: { zero: '“{name}”的指标值是 0：实际为 0 得满分，大于 0 不得分，没有中间档。' },
  *check({ form }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const { kind, comparator, value } = it.target
      if (kind === 'quantitative' && decimal(value)?.isZero() && (comparator === '=' || comparator === null))
        yield say({ path: `${path}.target`, observed: tight(it.target.text) }, 'zero', { name })
    }
  },
  examples: () => ({
    passes: [
      { form: withIndicators(selfEvaluation(), { name: '检查次数', target: '=5次' }) },
      { form: withIndicators(selfEvaluation(), { name: '差错率', target: '≤1%' }) },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), { name: '监管事故数', target: '=0(起)' }),
          from: '002 药械化质量抽检经费',
        },
        'zero',
        'indicators[0].target',
      ],
    ],
  }),
})
