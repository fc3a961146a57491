import { plain } from '../../decimal.ts'
import { full, ofQuantity, whenNonZero } from '../quantity.ts'
import { scoringMethod } from '../scoring-method.ts'

/** = where the place takes it literally: any difference, up or down, is decided by a person. */
export const equalStrict = scoringMethod({
  id: 'equal-strict',
  title: '等于指标（偏离须人工确认）',
  basis: '“=”指标偏离须人工确认为地方口径',
  appliesTo: whenNonZero((q) => q.comparator === '=' && q.profile.equal === 'strict'),
  score: ofQuantity((q) => {
    const [actual, target] = [plain(q.actual), plain(q.target)]
    if (q.actual.eq(q.target)) return full(q, `实际完成值 ${actual} 等于指标值 ${target}`)
    return { unable: `实际完成值 ${actual} 不等于指标值 ${target}，本口径要求人工确认得分` }
  }),
  examples: [
    { target: '=100(%)', actual: '100.00(%)', weight: '5', profile: 'tianjin@2024', gives: '5.00' },
    { target: '=100(%)', actual: '99(%)', weight: '5', profile: 'tianjin@2024', gives: null },
    { target: '=2(次)', actual: '3(次)', weight: '5', profile: 'tianjin@2024', gives: null },
  ],
})
