// 全国口径: the values every place starts from. A local profile spreads this one and says what differs.
import { usualComparison } from './comparison.ts'
import type { Aspect, Dimension, Profile } from './profile.ts'

const rounded = { mode: 'half-up', places: 2 } as const

/** Forms print a second-level name with and without 指标. */
const aspect = (stem: string, ...aliases: string[]): Aspect => ({ name: `${stem}指标`, aliases: [stem, ...aliases] })

const dimensions: readonly Dimension[] = [
  {
    name: '产出指标',
    aliases: ['产出'],
    weight: '50',
    weightWithCost: '40',
    required: true,
    aspects: [aspect('数量'), aspect('质量'), aspect('时效', '进度指标', '进度'), aspect('成本')],
  },
  {
    // First level of its own where a cost indicator must be set; second level of 产出 elsewhere. Both are in use.
    name: '成本指标',
    aliases: ['成本'],
    weight: null,
    weightWithCost: '20',
    required: false,
    aspects: [aspect('经济成本'), aspect('社会成本'), aspect('生态环境成本')],
  },
  {
    name: '效益指标',
    aliases: ['效果指标', '效益', '效果'],
    weight: '30',
    weightWithCost: '20',
    required: true,
    aspects: [
      aspect('经济效益'),
      aspect('社会效益'),
      aspect('生态效益', '环境效益指标', '环境效益'),
      aspect('可持续影响'),
    ],
  },
  {
    name: '满意度指标',
    aliases: ['满意度'],
    weight: '10',
    weightWithCost: '10',
    required: true,
    aspects: [aspect('服务对象满意度')],
  },
]

export const national2020: Profile = {
  id: 'national@2020',
  title: '全国通用口径（2020年起）',
  regions: [],
  kinds: [],
  from: 2020,
  sources: [
    { text: '财预〔2020〕10号《项目支出绩效评价管理办法》（原文待逐条核对）', checked: '2026-11-21' },
    {
      text: '财预〔2021〕101号《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（原文待逐条核对）',
      checked: '2026-11-21',
    },
    { text: '财预〔2019〕136号《中央部门预算绩效运行监控管理暂行办法》（原文待逐条核对）', checked: '2026-11-21' },
    {
      text: '反向指标与“=”指标的计分、超额完成提示线、得分与执行一致性灯、执行进度灯：预算绩效管理系统通行做法',
      checked: '2026-11-21',
    },
  ],
  execution: { weight: '10', denominator: 'annualBudget', reasonBelow: '90', topGradeBelow: '60' },
  totalWeight: '100',
  dimensions,
  reverse: 'linear',
  equal: 'at-least',
  over: { threshold: '1.2', reasonRequired: true, ofZero: null },
  deductions: [],
  tiers: [
    {
      tier: 'achieved',
      labels: ['达成年度指标', '达成指标', '达成预期指标', '基本达成目标'],
      from: '0.8',
      to: '1',
      fromInclusive: true,
      toInclusive: true,
    },
    {
      tier: 'partial',
      labels: [
        '部分达成年度指标并具有一定效果',
        '部分达成指标并具有一定效果',
        '部分达成预期指标并具有一定效果',
        '部分达成预期指标',
        '部分实现目标',
      ],
      from: '0.6',
      to: '0.8',
      fromInclusive: true,
      toInclusive: false,
    },
    {
      tier: 'missed',
      labels: [
        '未达成年度指标且效果较差',
        '未达成指标且效果较差',
        '未达成预期指标且效果较差',
        '未达成预期指标',
        '实现目标程度较低',
      ],
      from: '0',
      to: '0.6',
      fromInclusive: true,
      toInclusive: false,
    },
  ],
  satisfactionBands: null,
  grades: [
    { grade: '优', atLeast: '90' },
    { grade: '良', atLeast: '80' },
    { grade: '中', atLeast: '60' },
    { grade: '差', atLeast: '0' },
  ],
  rounding: { rate: rounded, executionScore: rounded, indicatorScore: rounded, total: rounded },
  lights: { consistency: { gap: '0.05', unspent: '0.2' }, progress: { red: '0.6', yellow: '0.8' } },
  monitoring: { steps: [], gap: null, handleWithin: null },
  limits: {
    indicatorCount: { atLeast: 4, atMost: 20 },
    singleWeight: '30',
    budgetAdjustment: '0.2',
    averageWeight: '2.5',
    equalWeightsFrom: 5,
    fullMarksFrom: 3,
    exactHits: { from: 4, above: '0.5' },
    costCoverage: '0.8',
    targetTooLow: '2',
    errorRate: '10',
    scoreTolerance: '0.01',
    satisfactionAtLeast: '80',
    goalLength: 15,
    copiedText: '0.85',
    slogans: { from: 40, above: '0.1' },
    attribution: { budget: '1000000', people: '10' },
  },
  comparison: usualComparison,
  // Columns of the integrated budget system; the shorter limits of single places belong into their profiles.
  lengths: {
    'goals.overall': 2000,
    'goals.annual': 2000,
    'goals.expected': 2000,
    'goals.actual': 2000,
    'indicators[].description': 2000,
    'indicators[].target': 1000,
    'indicators[].actual': 2000,
  },
  layoutLengths: {},
  severities: {},
}
