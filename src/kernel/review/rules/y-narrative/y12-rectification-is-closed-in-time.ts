import { daysBetween } from '../../../calendar/calendar.ts'
import { evaluation } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation } from '../../sample.ts'

const form = selfEvaluation()
const rectifications = (closedOn: string | null) => [{ problem: '培训台账不全', dueOn: '2024-06-30', closedOn }]
const today = '2024-09-01'

export const rectificationIsClosedInTime = reviewRule({
  id: 'Y12',
  title: '整改到期办结',
  severity: 'warning',
  basis: evaluation,
  fix: '办结整改并登记结果；需要延期的，先申请延期。',
  kinds: everyKind,
  needs: ['rectifications', 'today'],
  messages: { open: '“{problem}”应在 {due} 前整改，已逾期 {days} 天，仍未办结。' },
  *check({ related: { rectifications, today } }, { say }) {
    for (const { problem, dueOn, closedOn } of rectifications)
      if (closedOn === null && dueOn < today)
        yield say({ path: 'title', quote: null, expected: dueOn }, 'open', {
          problem,
          due: dueOn,
          days: daysBetween(dueOn, today),
        })
  },
  examples: () => ({
    passes: [{ form, related: { rectifications: rectifications('2024-06-20'), today } }],
    fails: [[{ form, related: { rectifications: rectifications(null), today } }, 'open', 'title']],
    unable: [{ form, related: { rectifications: rectifications(null) } }, { form }],
  }),
})
