import { national2020 } from './national-2020.profile.ts'
import type { Profile } from './profile.ts'

/** 四川: reasons below 90 %, short texts, and fixed progress bounds for monitoring. */
export const sichuan2023: Profile = {
  ...national2020,
  id: 'sichuan@2023',
  title: '四川省口径（2023年起）',
  regions: ['四川省'],
  from: 2023,
  sources: [
    ...national2020.sources,
    { text: '四川省2023年部门预算项目支出绩效自评表（公开表及表下注）', checked: '2026-11-21' },
    { text: '四川省衔接推进乡村振兴补助资金绩效目标自评表（2022年公开表及表下注）', checked: '2026-11-21' },
    { text: '川财绩〔2025〕5号（评价）、10号（运行监控）（据公开摘要，原文待逐条核对）', checked: '2026-11-21' },
  ],
  monitoring: {
    steps: [
      { month: 4, atLeast: '25' },
      { month: 6, atLeast: '40' },
      { month: 8, atLeast: '60' },
      { month: 10, atLeast: '80' },
    ],
    gap: '0.1',
    handleWithin: 10,
  },
  layoutLengths: { 'sichuan-self-evaluation': { 'goals.actual': 100 } },
}
