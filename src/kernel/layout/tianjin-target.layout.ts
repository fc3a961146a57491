import { layout } from './layout.ts'

/** 天津市绩效目标表, as published with department budgets. */
export const tianjinTarget = layout({
  id: 'tianjin-target',
  kind: 'project-target',
  title: '{project}绩效目标表',
  titleAliases: [],
  region: '天津市',
  basis: '津财绩效〔2021〕7号',
  amountUnit: '万元',
  orientation: 'portrait',
  period: null,
  caption: { left: ['unit.code', 'unit.name'], right: '单位：{unit}' },
  sections: [
    { kind: 'pairs', rows: [[{ label: '项目名称', at: 'project.name', format: 'text' }]] },
    {
      kind: 'funds',
      label: '预算规模及资金用途',
      arrangement: 'inline',
      columns: [{ label: '', at: 'initialBudget', format: 'amount', width: 100 }],
      rows: [
        { label: '预算数', scope: 'annual', level: 0 },
        { label: '财政资金', scope: 'annual', level: 1, within: true },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
      purpose: { label: '资金用途', at: 'project.purpose', format: 'long-text' },
    },
    {
      kind: 'goals',
      label: '绩效目标',
      arrangement: 'stacked',
      fields: [{ label: '绩效目标', at: 'goals.overall', format: 'long-text' }],
    },
    {
      kind: 'indicators',
      label: null,
      mergeDown: ['dimension'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 13 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 15 },
        { label: '三级指标', at: 'name', format: 'text', width: 24 },
        { label: '绩效指标描述', at: 'description', format: 'long-text', width: 29 },
        { label: '指标值', at: 'target', format: 'target', width: 19 },
      ],
    },
  ],
})
