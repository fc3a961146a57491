import { atLeast, isAtLeast, ofQuantity, whenNonZero } from '../quantity.ts'
import { scoringMethod } from '../scoring-method.ts'

/** ≥ and >: full marks from the target on, else weight × actual ÷ target. */
export const completion = scoringMethod({
  id: 'completion',
  title: '完成比例法（正向指标）',
  basis: '财预〔2020〕10号',
  appliesTo: whenNonZero((q) => isAtLeast(q.comparator)),
  score: ofQuantity(atLeast),
  examples: [
    { target: '≥20.00(次)', actual: '18.00(次)', weight: '5.00', gives: '4.50' },
    { target: '≥30.00(条)', actual: '70.00(条)', weight: '5.00', gives: '5.00' },
    { target: '≥200(家次)', actual: '199(家次)', weight: '3', gives: '2.99' },
    { target: '≥120000(件)', actual: '35801.00(件)', weight: '2.00', gives: '0.60' },
    { target: '≥10000(份)', actual: '3135(份)', weight: '2', gives: '0.63' },
    { target: '大于5家', actual: '5家', weight: '4', gives: '4.00' },
    { target: '≥85(%)', actual: '-3(%)', weight: '4', gives: '0.00' },
  ],
})
