import { layout } from './layout.ts'

/** 核心绩效指标表 (财预〔2021〕101号, annex 2): every indicator with its meaning, the ground of its value, and how the result is taken, proved and scored. */
export const nationalCoreTarget = layout({
  id: 'national-core-target',
  kind: 'project-target',
  title: '项目支出核心绩效指标表',
  titleAliases: ['核心绩效指标表', '项目支出核心绩效目标和指标表', '核心绩效目标和指标表'],
  region: '全国',
  basis: '财预〔2021〕101号',
  amountUnit: '万元',
  orientation: 'landscape',
  period: '（{year}年度）',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [{ label: '项目名称', at: 'project.name', format: 'text' }],
        [
          { label: '主管部门', aliases: ['主管部门及代码', '主管部门名称'], at: 'department.name', format: 'text' },
          { label: '实施单位', aliases: ['项目实施单位', '项目单位'], at: 'unit.name', format: 'text' },
        ],
      ],
    },
    {
      kind: 'goals',
      label: '核心绩效目标',
      arrangement: 'stacked',
      fields: [{ label: '核心绩效目标', aliases: ['年度核心绩效目标'], at: 'goals.annual', format: 'long-text' }],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 6 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 7 },
        { label: '三级指标', at: 'name', format: 'text', width: 11 },
        { label: '指标解释', at: 'description', format: 'long-text', width: 12 },
        { label: '指标性质', at: 'direction', format: 'text', width: 5 },
        { label: '计量单位', at: 'measureUnit', format: 'text', width: 5 },
        { label: '指标值', at: 'target', format: 'target', width: 7 },
        { label: '指标值设定依据', at: 'remarks.指标值设定依据', format: 'text', width: 9 },
        { label: '指标完成值取值方式', at: 'remarks.指标完成值取值方式', format: 'text', width: 8 },
        { label: '完成值数据来源', at: 'remarks.完成值数据来源', format: 'text', width: 8 },
        { label: '分值权重', aliases: ['权重', '分值'], at: 'weight', format: 'points', width: 5 },
        { label: '赋分规则', at: 'remarks.赋分规则', format: 'text', width: 9 },
        { label: '佐证资料要求', at: 'remarks.佐证资料要求', format: 'text', width: 8 },
      ],
    },
  ],
})
