import { atMost, isAtMost, ofQuantity, share, whenNonZero } from '../quantity.ts'
import { scoringMethod } from '../scoring-method.ts'

/** ≤ and <, missed: weight × target ÷ actual (湖北). */
export const reverseRatio = scoringMethod({
  id: 'reverse-ratio',
  title: '反向指标比例法',
  basis: '反向指标按指标值÷完成值计分为地方口径',
  appliesTo: whenNonZero((q) => isAtMost(q.comparator) && q.profile.reverse === 'ratio'),
  score: ofQuantity((q) => atMost(q, (because) => share(q, q.target, q.actual, `${because}，按指标值÷完成值计分`))),
  examples: [
    { target: '≤10(天)', actual: '8(天)', weight: '5', with: { reverse: 'ratio' }, gives: '5.00' },
    { target: '≤10(天)', actual: '12(天)', weight: '5', with: { reverse: 'ratio' }, gives: '4.17' },
    { target: '≤10(天)', actual: '40(天)', weight: '5', with: { reverse: 'ratio' }, gives: '1.25' },
  ],
})
