import { layout } from './layout.ts'

/** 湖北鄂州项目支出绩效目标表: the budget by its cost components, each with how it was reckoned. */
export const hubeiEzhouTarget = layout({
  id: 'hubei-ezhou-target',
  kind: 'project-target',
  title: '项目支出绩效目标表',
  titleAliases: ['项目绩效目标表'],
  region: '湖北省',
  basis: '鄂财绩发〔2020〕3号',
  amountUnit: '万元',
  orientation: 'portrait',
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
        [
          { label: '项目类别', at: 'project.category', format: 'text' },
          { label: '项目性质', aliases: ['项目属性'], at: 'project.nature', format: 'text' },
        ],
        [{ label: '立项依据', aliases: ['项目立项依据'], at: 'remarks.立项依据', format: 'long-text' }],
      ],
    },
    {
      kind: 'funds',
      label: '项目预算（{unit}）',
      arrangement: 'table',
      columns: [
        { label: '金额', at: 'initialBudget', format: 'amount', width: 18 },
        {
          label: '测算（公式）依据',
          aliases: ['测算依据', '测算公式依据', '测算依据及说明'],
          at: 'remarks.测算依据',
          format: 'long-text',
          width: 30,
        },
        {
          label: '上年、本年实际执行数',
          aliases: ['上年本年实际执行数', '上年实际执行数'],
          at: 'remarks.上年、本年实际执行数',
          format: 'text',
          width: 18,
        },
      ],
      rows: [{ label: '合计', aliases: ['项目总预算', '预算合计'], scope: 'annual', level: 0 }],
    },
    {
      kind: 'goals',
      label: '绩效目标',
      arrangement: 'stacked',
      fields: [
        { label: '绩效目标', aliases: ['年度绩效目标', '项目绩效总目标'], at: 'goals.annual', format: 'long-text' },
      ],
    },
    {
      kind: 'pairs',
      rows: [[{ label: '保障措施', aliases: ['项目保障措施'], at: 'remarks.保障措施', format: 'long-text' }]],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 16 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 20 },
        { label: '绩效标准', aliases: ['三级指标', '指标内容'], at: 'name', format: 'text', width: 40 },
        { label: '当年预期实现值', aliases: ['预期实现值', '指标值'], at: 'target', format: 'target', width: 24 },
      ],
    },
  ],
  closing: [[{ label: '主管部门审核意见', at: 'remarks.主管部门审核意见', format: 'long-text' }]],
})
