import { plain } from '../../decimal.ts'
import { full, isAtMost, none, ofQuantity, whenNonZero } from '../quantity.ts'
import { scoringMethod } from '../scoring-method.ts'

/** ≤ and <, missed: nothing. Here < is taken at its word, because no formula leads to the bound. */
export const reverseStrict = scoringMethod({
  id: 'reverse-strict',
  title: '反向指标一票否决法',
  basis: '反向指标超出即不得分为地方口径',
  appliesTo: whenNonZero((q) => isAtMost(q.comparator) && q.profile.reverse === 'strict'),
  score: ofQuantity((q) => {
    const [actual, target] = [plain(q.actual), plain(q.target)]
    const met = q.comparator === '<' ? q.actual.lt(q.target) : q.actual.lte(q.target)
    if (met) return full(q, `实际完成值 ${actual} 在指标值 ${target} 以内`)
    return none(q, `实际完成值 ${actual} 不在指标值 ${target} 以内`)
  }),
  examples: [
    { target: '≤2(小时)', actual: '2(小时)', weight: '5', with: { reverse: 'strict' }, gives: '5.00' },
    { target: '≤2(小时)', actual: '2.01(小时)', weight: '5', with: { reverse: 'strict' }, gives: '0.00' },
    { target: '<2(小时)', actual: '2(小时)', weight: '5', with: { reverse: 'strict' }, gives: '0.00' },
  ],
})
