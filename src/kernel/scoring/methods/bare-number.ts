import { plain } from '../../decimal.ts'
import { atLeast, full, ofQuantity, type Quantity, whenNonZero } from '../quantity.ts'
import { scoringMethod } from '../scoring-method.ts'

/** For costs less may be better: a difference from a bare number says neither good nor bad. */
const isCost = ({ indicator }: Quantity): boolean =>
  [indicator.dimension, indicator.aspect].some((name) => name?.includes('成本') ?? false)

/** A target without a sign (200份): equal is full; a difference is read like “=” of the place, costs stay open. */
export const bareNumber = scoringMethod({
  id: 'bare-number',
  title: '未写比较符的指标值',
  basis: '财预〔2020〕10号；指标值未写比较符时按“=”处理',
  appliesTo: whenNonZero((q) => q.comparator === null),
  score: ofQuantity((q) => {
    const [actual, target] = [plain(q.actual), plain(q.target)]
    if (q.actual.eq(q.target)) return full(q, `指标值未写比较符；实际完成值 ${actual} 等于指标值 ${target}`)
    if (isCost(q)) return { unable: `成本指标值 ${target} 未写比较符，无法判断实际完成值 ${actual} 是节约还是未完成` }
    if (q.profile.equal === 'strict') {
      return { unable: `指标值 ${target} 未写比较符，实际完成值 ${actual} 与其不等，本口径要求人工确认得分` }
    }
    const judgement = atLeast(q)
    return 'unable' in judgement
      ? judgement
      : { ...judgement, because: `指标值未写比较符，按不少于计；${judgement.because}` }
  }),
  examples: [
    { target: '200份', actual: '200份', weight: '10', gives: '10.00' },
    { target: '200份', actual: '150份', weight: '10', gives: '7.50' },
    { target: '200份', actual: '260份', weight: '10', gives: '10.00' },
    { target: '200份', actual: '150份', weight: '10', profile: 'tianjin@2024', gives: null },
    { target: '1000万元', actual: '900万元', weight: '10', aspect: '成本指标', gives: null },
    { target: '1000万元', actual: '1000万元', weight: '10', aspect: '成本指标', gives: '10.00' },
  ],
})
