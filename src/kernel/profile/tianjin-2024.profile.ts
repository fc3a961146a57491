import { national2020 } from './national-2020.profile.ts'
import type { Profile } from './profile.ts'

/** 天津: a result that differs from an “=” target is confirmed by hand instead of being scored by its ratio. */
export const tianjin2024: Profile = {
  ...national2020,
  id: 'tianjin@2024',
  title: '天津市口径（2024年起）',
  regions: ['天津市'],
  from: 2024,
  sources: [
    ...national2020.sources,
    { text: '天津市市场监督管理委员会2024年项目绩效目标表（公开的56张表）', checked: '2026-11-21' },
    { text: '“=”指标偏离须人工确认：天津市预算绩效管理系统2024年做法', checked: '2026-11-21' },
  ],
  equal: 'strict',
}
