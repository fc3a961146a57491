import { layout } from './layout.ts'

/** 项目支出绩效目标表, as central budgets publish it since 2022 after 财预〔2015〕88号: one year, with weights. */
export const nationalTarget = layout({
  id: 'national-target',
  kind: 'project-target',
  title: '项目支出绩效目标表',
  titleAliases: ['项目绩效目标表', '项目支出绩效目标情况表'],
  region: '全国',
  basis: '财预〔2015〕88号',
  amountUnit: '万元',
  orientation: 'portrait',
  period: '（{year}年度）',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [{ label: '项目名称', at: 'project.name', format: 'text' }],
        [
          {
            label: '主管部门及代码',
            aliases: ['主管部门', '主管部门名称'],
            at: 'department.name',
            with: 'department.code',
            format: 'text',
          },
          { label: '实施单位', aliases: ['项目实施单位', '项目单位'], at: 'unit.name', format: 'text' },
        ],
      ],
    },
    {
      kind: 'funds',
      label: '项目资金（{unit}）',
      arrangement: 'table',
      columns: [{ label: '', at: 'initialBudget', format: 'amount', width: 40 }],
      rows: [
        { label: '年度资金总额', aliases: ['资金总额'], scope: 'annual', level: 0 },
        { label: '财政拨款', aliases: ['当年财政拨款', '本年财政拨款'], scope: 'annual', level: 1, within: true },
        { label: '上年结转', aliases: ['上年结转资金'], scope: 'annual', level: 1 },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'goals',
      label: '年度总体目标',
      arrangement: 'stacked',
      fields: [
        {
          label: '年度总体目标',
          aliases: ['总体目标', '年度目标', '年度绩效目标'],
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
        { label: '一级指标', at: 'dimension', format: 'text', width: 14 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 16 },
        { label: '三级指标', at: 'name', format: 'text', width: 36 },
        { label: '指标值', aliases: ['年度指标值'], at: 'target', format: 'target', width: 22 },
        { label: '分值权重', aliases: ['分值', '权重', '分值权重(90)'], at: 'weight', format: 'points', width: 12 },
      ],
    },
  ],
})
