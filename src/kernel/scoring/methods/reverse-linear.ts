import { Decimal, plain } from '../../decimal.ts'
import { atMost, isAtMost, none, ofQuantity, whenNonZero } from '../quantity.ts'
import { scoringMethod } from '../scoring-method.ts'

/** ≤ and <, missed: points fall in a line from full at the target to none at twice the target. */
export const reverseLinear = scoringMethod({
  id: 'reverse-linear',
  title: '反向指标线性扣减法',
  basis: '反向指标按超出比例扣减为系统通行做法，地方可另定',
  appliesTo: whenNonZero((q) => isAtMost(q.comparator) && q.profile.reverse === 'linear'),
  score: ofQuantity((q) =>
    atMost(q, (because) => {
      const { weight, target, actual } = q
      if (actual.gte(target.times(2))) return none(q, `${because}一倍以上`)
      return {
        score: weight.times(new Decimal(2).minus(actual.div(target))),
        formula: `${plain(weight)} × (1 − (${plain(actual)} − ${plain(target)}) ÷ ${plain(target)})`,
        because: `${because}，按超出比例扣分`,
      }
    }),
  ),
  examples: [
    { target: '≤10.00(天)', actual: '10(天)', weight: '5', gives: '5.00' },
    { target: '≤10.00(天)', actual: '12(天)', weight: '5', gives: '4.00' },
    { target: '≤3(天)', actual: '4(天)', weight: '5', gives: '3.33' },
    { target: '≤10.00(天)', actual: '20(天)', weight: '5', gives: '0.00' },
    { target: '≤10.00(天)', actual: '35(天)', weight: '5', gives: '0.00' },
    { target: '<5.00(个)', actual: '0(个)', weight: '5', gives: '5.00' },
    { target: '≤5(%)', actual: '-1(%)', weight: '5', gives: '5.00' },
  ],
})
