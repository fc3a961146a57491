import { plain } from '../../decimal.ts'
import { full, none, ofQuantity, whenQuantity } from '../quantity.ts'
import { scoringMethod } from '../scoring-method.ts'

/** A target of zero has no ratio: ≥0 is always reached, > 0 by anything, = ≤ < 0 by nothing more than zero. */
export const zeroTarget = scoringMethod({
  id: 'zero-target',
  title: '指标值为零',
  basis: '财预〔2020〕10号；零指标不作除法',
  appliesTo: whenQuantity((q) => q.target.isZero()),
  score: ofQuantity((q) => {
    const actual = plain(q.actual)
    if (q.comparator === '>=') return full(q, `指标值为不少于 0，实际完成值 ${actual} 视同达到`)
    if (q.comparator === '>') {
      return q.actual.gt(0) ? full(q, `实际完成值 ${actual} 大于 0`) : none(q, `实际完成值 ${actual} 不大于 0`)
    }
    return q.actual.lte(0)
      ? full(q, `指标值为 0，实际完成值 ${actual}`)
      : none(q, `指标值为 0，实际完成值 ${actual} 超过 0`)
  }),
  examples: [
    { target: '=0(起)', actual: '0(起)', weight: '5', gives: '5.00' },
    { target: '=0(起)', actual: '1(起)', weight: '5', gives: '0.00' },
    { target: '≤0(起)', actual: '1(起)', weight: '5', gives: '0.00' },
    { target: '≥0(家)', actual: '0(家)', weight: '5', gives: '5.00' },
    { target: '>0(家)', actual: '0(家)', weight: '5', gives: '0.00' },
    { target: '0次', actual: '0次', weight: '5', profile: 'tianjin@2024', gives: '5.00' },
  ],
})
