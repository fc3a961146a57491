// D04: the column 指标方向 says the same as the words in the value.

import { directionComparator } from '../../../value/comparators.ts'
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, sideOf, tight, wordedSide } from '../../rows.ts'
import { departmentForm, withIndicators } from '../../sample.ts'

const sides = { up: '≥', down: '≤', equal: '=' } as const
/** 等于或等于: one half of the pair was mistyped. */
const nonsense = /^(等于或等于|等于等于|大于或大于|小于或小于|大于或小于|小于或大于)$/

export const directionAgrees = reviewRule({
  id: 'D04',
  title: '指标方向栏与指标值的文字一致',
  severity: 'error',
  basis: coreIndicators,
  fix: '只在一处写方向：指标方向栏改为与指标值一致，指标值只留数值和单位。',
  kinds: everyKind,
  messages: {
    contradicts: '指标方向填“{direction}”，指标值“{text}”却表示“{side}”。',
    nonsense: '指标方向“{direction}”不成立（疑为“大于或等于”误填）。',
  },
  *check({ form }, { say }) {
    for (const { it, path } of rowsOf(form)) {
      const direction = tight(it.direction)
      if (direction === '') continue
      const text = tight(it.target.text)
      const said = wordedSide(text)
      const where = { path: `${path}.direction`, observed: direction, expected: said === null ? null : sides[said] }
      if (nonsense.test(direction)) yield say(where, 'nonsense', { direction })
      else {
        const side = sideOf(directionComparator(direction))
        if (side === null || said === null || side === said) continue
        yield say(where, 'contradicts', { direction, text, side: sides[said] })
      }
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          departmentForm(),
          { direction: '大于或等于', target: '不少于7家' },
          { direction: '等于', target: '100%' },
          { direction: '等于或大于', target: '至少2个以上' },
        ),
        from: '003',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(departmentForm(), { direction: '等于', target: '2次以上' }),
          from: '003 知识产权金融对接活动',
        },
        'contradicts',
        'indicators[0].direction',
      ],
      [
        {
          form: withIndicators(departmentForm(), { direction: '等于', target: '≥100%' }),
          from: '003 不合格产品查处率',
        },
        'contradicts',
        'indicators[0].direction',
      ],
      [
        {
          form: withIndicators(departmentForm(), { direction: '等于或等于', target: '不少于4所' }),
          from: '003 知识产权进校园活动',
        },
        'nonsense',
        'indicators[0].direction',
      ],
    ],
  }),
})
