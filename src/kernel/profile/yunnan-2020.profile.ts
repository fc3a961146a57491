import { national2020 } from './national-2020.profile.ts'
import type { Profile } from './profile.ts'

/** 云南: the value stands in three columns (指标性质、指标值、度量单位); the rules are the national ones. */
export const yunnan2020: Profile = {
  ...national2020,
  id: 'yunnan@2020',
  title: '云南省口径（2020年起）',
  regions: ['云南省'],
  from: 2020,
  sources: [
    ...national2020.sources,
    { text: '云南省部门公开的项目支出绩效自评表（计分与财预〔2020〕10号一致）', checked: '2026-11-21' },
  ],
}
