import { coreIndicators } from '../../basis.ts'
import { unreadRows } from '../../incomplete.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { indicator, selfEvaluation } from '../../sample.ts'

const counting = (count: number) => selfEvaluation({ indicators: Array.from({ length: count }, () => indicator({})) })

export const indicatorCount = reviewRule({
  id: 'A15',
  title: '三级指标数量适当',
  severity: 'warning',
  basis: coreIndicators,
  fix: '保留最能反映项目核心产出和效果的指标，或补充遗漏的指标。',
  kinds: everyKind,
  messages: {
    many: '三级指标 {count} 条，多于 {limit} 条，过于分散。',
    few: '三级指标只有 {count} 条，少于 {limit} 条，不足以反映项目。',
  },
  *check({ form, profile }, { say, unable }) {
    const count = form.indicators.length
    const { atLeast, atMost } = profile.limits.indicatorCount
    const where = { path: 'indicators', observed: String(count), expected: `${atLeast}–${atMost}` }
    if (count > atMost) yield say(where, 'many', { count, limit: atMost })
    else if (count > 0 && count < atLeast) {
      const unread = unreadRows(form)
      yield unread === null ? say(where, 'few', { count, limit: atLeast }) : unable(unread)
    }
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }, { form: counting(0) }, { form: counting(4) }, { form: counting(20) }],
    fails: [
      [{ form: counting(44), from: '003' }, 'many', 'indicators'],
      [{ form: counting(3), from: '001' }, 'few', 'indicators'],
    ],
    unable: [{ form: { ...counting(3), doubts: [{ path: 'totals', message: '未见总分' }] } }],
  }),
})
