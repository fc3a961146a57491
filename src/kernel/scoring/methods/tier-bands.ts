import { Decimal, plain } from '../../decimal.ts'
import type { TierBand } from '../../profile/profile.ts'
import { type Band, scoringMethod } from '../scoring-method.ts'

const bandOf = (weight: Decimal, { from, to, fromInclusive, toInclusive }: TierBand): Band => ({
  from: weight.times(from),
  to: weight.times(to),
  fromInclusive,
  toInclusive,
})

const percent = (share: string): string => `${plain(new Decimal(share).times(100))}%`

/** 定性指标: the tier gives a band, the points inside it are judgement; 达成 usually gets full marks. */
export const tierBands = scoringMethod({
  id: 'tier-bands',
  title: '定性指标分档计分',
  basis: '财预〔2020〕10号',
  appliesTo: (m) => m.tier !== null,
  score: ({ tier, weight, profile }) => {
    const band = profile.tiers.find((candidate) => candidate.tier === tier)
    if (band === undefined) return { unable: '本口径没有规定这一档次' }
    const range = bandOf(weight, band)
    const bounds = `${percent(band.from)}${band.fromInclusive ? '（含）' : ''}至 ${percent(band.to)}${band.toInclusive ? '（含）' : ''}`
    const because = `“${band.labels[0]}”档，得分值的 ${bounds}，档内由评价人判断`
    if (band.tier === 'achieved') {
      return { score: weight, range, formula: `${plain(weight)} × 100%`, because: `${because}；通常得满分` }
    }
    return {
      range,
      formula: `${plain(weight)} × ${percent(band.from)} ～ ${plain(weight)} × ${percent(band.to)}`,
      because,
    }
  },
  examples: [
    { target: '稳定有效', actual: '部分达成指标并具有一定效果', weight: '20.00', gives: '12–16' },
    {
      target: '完好',
      actual: '部分达成指标并具有一定效果',
      weight: '7.00',
      profile: 'shanghai@2023',
      gives: '4.2–5.6',
    },
    { target: '正常', actual: '达成指标', weight: '20.00', gives: '20.00' },
    { target: '2023年11月完成', actual: '达成年度指标', weight: '10', gives: '10.00' },
    { target: '进一步优化', actual: '未达成年度指标且效果较差', weight: '5', gives: '0–3' },
  ],
})
