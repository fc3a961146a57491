import { national2020 } from './national-2020.profile.ts'
import type { Profile } from './profile.ts'

/** 湖北: execution counts 20, goals 80 without prescribed shares, reverse indicators by ratio, wider tiers. */
export const hubei2020: Profile = {
  ...national2020,
  id: 'hubei@2020',
  title: '湖北省口径（2020年起）',
  regions: ['湖北省'],
  kinds: ['project-target-declaration', 'project-target', 'project-monitoring', 'project-self-evaluation'],
  from: 2020,
  sources: [
    ...national2020.sources,
    { text: '鄂财绩发〔2020〕3号 项目自评表及备注（计分原则）（据公开表）', checked: '2026-11-21' },
  ],
  execution: { ...national2020.execution, weight: '20' },
  dimensions: national2020.dimensions.map((dimension) => ({ ...dimension, weight: null, weightWithCost: null })),
  reverse: 'ratio',
  tiers: national2020.tiers.map((band) => {
    if (band.tier === 'partial') return { ...band, from: '0.5' }
    return band.tier === 'missed' ? { ...band, to: '0.5' } : band
  }),
}
