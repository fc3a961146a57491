import { national2020 } from './national-2020.profile.ts'
import type { Dimension, Profile } from './profile.ts'

const input = (name: string, ...aspects: readonly string[]): Dimension => ({
  name,
  aliases: [name.replace(/指标$/, '')],
  weight: null,
  weightWithCost: null,
  required: false,
  aspects: aspects.map((aspect) => ({ name: aspect, aliases: [] })),
})

/** 广西: input and process indicators with points of their own, reasons asked from 130 %, short indicator texts. */
export const guangxi2021: Profile = {
  ...national2020,
  id: 'guangxi@2021',
  title: '广西壮族自治区口径（2021年起）',
  regions: ['广西壮族自治区', '广西'],
  from: 2021,
  sources: [
    ...national2020.sources,
    { text: '广西壮族自治区财政支出绩效目标申报表（2021年公开表及评分细则）', checked: '2026-11-21' },
    { text: '超额完成提示线 130%、零指标提示线 30：广西预算绩效管理系统做法', checked: '2026-11-21' },
  ],
  // Points of the first levels are not prescribed as 50/30/10 where inputs and processes have their own.
  dimensions: [
    input('投入指标', '资金到位率', '预算支出进度'),
    input('过程指标', '专项核算', '资金使用合规性'),
    ...national2020.dimensions.map((dimension) => ({ ...dimension, weight: null, weightWithCost: null })),
  ],
  over: { threshold: '1.3', reasonRequired: true, ofZero: '30' },
  deductions: [
    { names: ['预算支出进度'], fullFrom: '90', step: '1', points: '1', begun: false },
    { names: ['资金到位率'], fullFrom: '100', step: '10', points: '1', begun: true },
  ],
  lengths: { ...national2020.lengths, 'indicators[].description': 150 },
}
