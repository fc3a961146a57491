import { Decimal, plain } from '../../decimal.ts'
import { isBandedSatisfaction, isQuantity, none, ofQuantity } from '../quantity.ts'
import { scoringMethod } from '../scoring-method.ts'

/** As in 财预〔2021〕101号, for the examples. */
const bands = [
  { atLeast: '90', share: '1' },
  { atLeast: '80', share: '0.8' },
  { atLeast: '60', share: '0.5' },
]
const rate = { target: '≥85(%)', weight: '10', aspect: '服务对象满意度指标' }

/** 满意度赋分: a rate in percent falls into a band and gets the band's share, whatever the target says. */
export const satisfactionBands = scoringMethod({
  id: 'satisfaction-bands',
  title: '满意度赋分法',
  basis: '财预〔2021〕101号',
  special: true,
  appliesTo: (m) => isQuantity(m) && isBandedSatisfaction(m),
  score: ofQuantity((q) => {
    const band = q.profile.satisfactionBands?.find(({ atLeast }) => q.actual.gte(atLeast))
    if (band === undefined) return none(q, `满意度 ${plain(q.actual)}% 低于最低赋分线`)
    const share = plain(new Decimal(band.share).times(100))
    return {
      score: q.weight.times(band.share),
      formula: `${plain(q.weight)} × ${share}%`,
      because: `满意度 ${plain(q.actual)}% 达到 ${band.atLeast}%，得分值的 ${share}%`,
    }
  }),
  examples: [
    { ...rate, actual: '92(%)', with: { satisfactionBands: bands }, gives: '10.00' },
    { ...rate, actual: '89.99(%)', with: { satisfactionBands: bands }, gives: '8.00' },
    { ...rate, actual: '60(%)', with: { satisfactionBands: bands }, gives: '5.00' },
    { ...rate, actual: '59(%)', with: { satisfactionBands: bands }, gives: '0.00' },
  ],
})
