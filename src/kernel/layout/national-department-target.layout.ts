import { layout } from './layout.ts'

/** 部门（单位）整体支出绩效目标申报表 (财预〔2015〕88号): the tasks of the year with their money. */
export const nationalDepartmentTarget = layout({
  id: 'national-department-target',
  kind: 'department-target',
  title: '部门（单位）整体支出绩效目标申报表',
  titleAliases: [
    '部门整体支出绩效目标申报表',
    '部门整体绩效目标申报表',
    '部门（单位）整体支出绩效目标表',
    '部门整体支出绩效目标表',
    '部门整体绩效目标表',
  ],
  region: '全国',
  basis: '财预〔2015〕88号',
  amountUnit: '万元',
  orientation: 'portrait',
  period: '（{year}年度）',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [
          {
            label: '部门（单位）名称',
            aliases: ['部门名称', '单位名称', '部门名称及编码'],
            at: 'department.name',
            with: 'department.code',
            format: 'text',
          },
        ],
      ],
    },
    {
      kind: 'tasks',
      label: '年度主要任务',
      columns: [
        { label: '任务名称', at: 'name', format: 'text', width: 20 },
        { label: '主要内容', at: 'content', format: 'long-text', width: 44 },
        {
          label: '总额',
          aliases: ['预算金额'],
          at: 'remarks.总额',
          under: '预算金额（{unit}）',
          format: 'amount',
          width: 12,
        },
        { label: '财政拨款', at: 'remarks.财政拨款', under: '预算金额（{unit}）', format: 'amount', width: 12 },
        { label: '其他资金', at: 'remarks.其他资金', under: '预算金额（{unit}）', format: 'amount', width: 12 },
      ],
      total: {
        label: '金额合计',
        rows: [
          { label: '总额', scope: 'annual', level: 0 },
          { label: '财政拨款', scope: 'annual', level: 1 },
          { label: '其他资金', scope: 'annual', level: 1 },
        ],
      },
    },
    {
      kind: 'goals',
      label: '年度总体目标',
      arrangement: 'stacked',
      fields: [
        { label: '年度总体目标', aliases: ['年度绩效目标', '总体目标'], at: 'goals.annual', format: 'long-text' },
      ],
    },
    {
      kind: 'indicators',
      label: '年度绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 16 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 18 },
        { label: '三级指标', at: 'name', format: 'text', width: 40 },
        { label: '指标值', aliases: ['年度指标值'], at: 'target', format: 'target', width: 26 },
      ],
    },
  ],
})
