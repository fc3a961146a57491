import { national2020 } from './national-2020.profile.ts'
import type { Profile } from './profile.ts'

/** 安徽: the national rules; forms say 达成预期指标, the first spelling a derivation names. */
export const anhui2020: Profile = {
  ...national2020,
  id: 'anhui@2020',
  title: '安徽省口径（2020年起）',
  regions: ['安徽省'],
  from: 2020,
  sources: [
    ...national2020.sources,
    { text: '安徽省部门公开的项目支出绩效自评表（版式、计分与财预〔2020〕10号一致）', checked: '2026-11-21' },
  ],
  tiers: national2020.tiers.map((band) => ({
    ...band,
    labels: band.labels.toSorted((a, b) => Number(b.includes('预期')) - Number(a.includes('预期'))),
  })),
}
