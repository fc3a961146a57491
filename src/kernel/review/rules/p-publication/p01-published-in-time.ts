import { addDays, daysBetween } from '../../../calendar/calendar.ts'
import { budgetLaw } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { published } from '../../samples-of-publication.ts'

export const publishedInTime = reviewRule({
  id: 'P01',
  title: '批复后二十日内公开',
  severity: 'warning',
  basis: budgetLaw,
  fix: '立即随预算或决算公开；逾期的，记录原因。',
  kinds: everyKind,
  needs: ['publication'],
  messages: {
    late: '{approved} 批复，{published} 才公开，用了 {days} 天（应在 {limit} 天内）。',
    open: '{approved} 批复，应在 {due} 前公开，到 {today} 仍未公开。',
  },
  *check({ profile, related: { publication, today } }, { say, unable }) {
    const { approvedOn, publishedOn, withheldBecause } = publication
    const limit = profile.comparison.publishWithin
    if (approvedOn === null || withheldBecause !== null) return
    const where = { path: 'title', quote: null, observed: publishedOn }
    if (publishedOn !== null) {
      const days = daysBetween(approvedOn, publishedOn)
      if (days > limit) yield say(where, 'late', { approved: approvedOn, published: publishedOn, days, limit })
    } else if (today === undefined) yield unable('没有给出检查日期，不判断是否逾期未公开')
    else if (today > addDays(approvedOn, limit))
      yield say(where, 'open', { approved: approvedOn, due: addDays(approvedOn, limit), today })
  },
  examples: () => ({
    passes: [published({ approvedOn: '2024-03-01', publishedOn: '2024-03-21' })],
    fails: [
      [published({ approvedOn: '2024-03-01', publishedOn: '2024-03-22' }), 'late', 'title'],
      [published({ approvedOn: '2024-03-01', publishedOn: null }, { today: '2024-04-01' }), 'open', 'title'],
    ],
    unable: [published({ approvedOn: '2024-03-01', publishedOn: null }), { form: published({}).form }],
  }),
})
