import { layout } from './layout.ts'

/** 转移支付区域绩效目标表 (财预〔2015〕163号). */
export const transferTarget = layout({
  id: 'transfer-target',
  kind: 'transfer-target',
  title: '转移支付区域绩效目标表',
  titleAliases: [
    '转移支付绩效目标表',
    '转移支付区域（项目）绩效目标申报表',
    '专项转移支付区域绩效目标表',
    '区域绩效目标表',
  ],
  region: '全国',
  basis: '财预〔2015〕163号',
  amountUnit: '万元',
  orientation: 'portrait',
  period: '（{year}年度）',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [
          {
            label: '专项名称',
            aliases: ['转移支付名称', '转移支付（项目）名称', '专项转移支付名称', '项目名称'],
            at: 'project.name',
            format: 'text',
          },
        ],
        [{ label: '中央主管部门', aliases: ['主管部门'], at: 'department.name', format: 'text' }],
        [{ label: '省级主管部门', aliases: ['地方主管部门', '资金使用单位'], at: 'unit.name', format: 'text' }],
      ],
    },
    {
      kind: 'funds',
      label: '资金情况（{unit}）',
      arrangement: 'table',
      columns: [{ label: '', at: 'initialBudget', format: 'amount', width: 40 }],
      rows: [
        { label: '年度金额', aliases: ['年度资金总额'], scope: 'annual', level: 0 },
        { label: '中央补助', aliases: ['中央财政资金'], scope: 'annual', level: 1, within: true },
        { label: '地方资金', aliases: ['地方财政资金'], scope: 'annual', level: 1 },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'goals',
      label: '年度总体目标',
      arrangement: 'stacked',
      fields: [{ label: '年度总体目标', aliases: ['总体目标', '年度目标'], at: 'goals.annual', format: 'long-text' }],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
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
