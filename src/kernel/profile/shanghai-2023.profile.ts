import { national2020 } from './national-2020.profile.ts'
import type { Profile } from './profile.ts'

const truncated = { mode: 'truncate', places: 2 } as const

/** 上海: execution rates and scores are cut after two decimals, indicator scores rounded half up (13 published forms). */
export const shanghai2023: Profile = {
  ...national2020,
  id: 'shanghai@2023',
  title: '上海市口径（2023年起）',
  regions: ['上海市'],
  from: 2023,
  sources: [
    ...national2020.sources,
    { text: '上海市2023年度财政项目支出绩效自评表（市市场监管局、市药监局公开的13张表）', checked: '2026-11-21' },
  ],
  // Published forms give exactly 80 % and exactly 60 % to 部分达成: both bounds belong to the tier.
  tiers: national2020.tiers.map((band) => (band.tier === 'partial' ? { ...band, toInclusive: true } : band)),
  rounding: { ...national2020.rounding, rate: truncated, executionScore: truncated },
  // None of the 13 published forms follows 50/30/10: worth a remark, not a correction.
  severities: { F02: 'advice' },
}
