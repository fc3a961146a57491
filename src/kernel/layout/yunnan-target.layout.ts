import { layout } from './layout.ts'

/** 云南省项目支出绩效目标表: the value in three columns, whether it counts or describes, and what the indicator means. */
export const yunnanTarget = layout({
  id: 'yunnan-target',
  kind: 'project-target',
  title: '项目支出绩效目标表',
  titleAliases: ['项目支出绩效目标表（本次下达）', '项目支出绩效目标表（另文下达）'],
  region: '云南省',
  basis: '财预〔2015〕88号',
  amountUnit: '元',
  orientation: 'landscape',
  period: '{year}年度',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [{ label: '项目名称', at: 'project.name', format: 'text' }],
        [
          { label: '主管部门', aliases: ['主管部门及代码', '主管部门名称'], at: 'department.name', format: 'text' },
          { label: '单位名称', aliases: ['实施单位', '项目实施单位'], at: 'unit.name', format: 'text' },
        ],
      ],
    },
    {
      kind: 'goals',
      label: '项目年度绩效目标',
      arrangement: 'stacked',
      fields: [
        {
          label: '项目年度绩效目标',
          aliases: ['年度绩效目标', '项目年度目标'],
          at: 'goals.annual',
          format: 'long-text',
        },
      ],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 11 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 13 },
        { label: '三级指标', at: 'name', format: 'text', width: 22 },
        { label: '指标性质', at: 'direction', format: 'text', width: 8 },
        { label: '指标值', at: 'target', format: 'target', width: 10 },
        { label: '度量单位', aliases: ['计量单位'], at: 'measureUnit', format: 'text', width: 8 },
        { label: '指标属性', at: 'nature', format: 'text', width: 9 },
        { label: '指标内容', at: 'description', format: 'long-text', width: 19 },
      ],
    },
  ],
})
