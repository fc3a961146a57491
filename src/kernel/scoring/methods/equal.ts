import { atLeast, ofQuantity, whenNonZero } from '../quantity.ts'
import { scoringMethod } from '../scoring-method.ts'

/** = where the place reads it as “at least”: 100 % done of 100 % is full, 99 % is its share. */
export const equal = scoringMethod({
  id: 'equal',
  title: '完成比例法（等于指标，按不少于计）',
  basis: '财预〔2020〕10号；“=”按不少于计分为系统通行做法',
  appliesTo: whenNonZero((q) => q.comparator === '=' && q.profile.equal === 'at-least'),
  score: ofQuantity(atLeast),
  examples: [
    { target: '=100.00(%)', actual: '99.00(%)', weight: '5.00', gives: '4.95' },
    { target: '=100（%）', actual: '0', weight: '10', gives: '0.00' },
    { target: '=1.00(个)', actual: '1.00(个)', weight: '50.00', gives: '50.00' },
    { target: '=7000.00(册)', actual: '7100(册)', weight: '7.00', gives: '7.00' },
  ],
})
