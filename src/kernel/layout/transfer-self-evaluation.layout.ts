import { layout } from './layout.ts'

/** 转移支付区域（项目）绩效目标自评表 (财预〔2015〕163号). */
export const transferSelfEvaluation = layout({
  id: 'transfer-self-evaluation',
  kind: 'transfer-self-evaluation',
  title: '转移支付区域绩效目标自评表',
  titleAliases: [
    '转移支付区域（项目）绩效目标自评表',
    '转移支付绩效目标自评表',
    '转移支付绩效自评表',
    '专项转移支付区域（项目）绩效目标自评表',
    '区域绩效目标自评表',
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
            label: '转移支付（项目）名称',
            aliases: ['转移支付名称', '专项名称', '专项转移支付名称', '项目名称'],
            at: 'project.name',
            format: 'text',
          },
        ],
        [{ label: '中央主管部门', aliases: ['主管部门'], at: 'department.name', format: 'text' }],
        [{ label: '地方主管部门', at: 'remarks.地方主管部门', format: 'text' }],
        [{ label: '资金使用单位', aliases: ['实施单位'], at: 'unit.name', format: 'text' }],
      ],
    },
    {
      kind: 'funds',
      label: '资金投入情况（{unit}）',
      arrangement: 'table',
      columns: [
        { label: '全年预算数（A）', at: 'annualBudget', format: 'amount', width: 20 },
        { label: '全年执行数（B）', at: 'executed', format: 'amount', width: 20 },
        {
          label: '预算执行率（B/A×100%）',
          aliases: ['预算执行率', '执行率（B/A）'],
          at: 'rate',
          format: 'rate',
          width: 20,
        },
      ],
      rows: [
        { label: '年度资金总额', scope: 'annual', level: 0 },
        { label: '中央财政资金', aliases: ['中央补助', '中央财政拨款'], scope: 'annual', level: 1, within: true },
        { label: '地方资金', aliases: ['地方财政资金'], scope: 'annual', level: 1 },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'statements',
      label: '资金管理情况',
      columns: ['情况说明', '存在问题和改进措施'],
      rows: [
        '分配科学性',
        '下达及时性',
        '拨付合规性',
        '使用规范性',
        '执行准确性',
        '预算绩效管理情况',
        '支出责任履行情况',
      ],
    },
    {
      kind: 'goals',
      label: '总体目标完成情况',
      arrangement: 'across',
      fields: [
        { label: '总体目标', aliases: ['年初设定目标'], at: 'goals.expected', format: 'long-text' },
        { label: '全年实际完成情况', at: 'goals.actual', format: 'long-text' },
      ],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 12 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 14 },
        { label: '三级指标', at: 'name', format: 'text', width: 26 },
        { label: '指标值', aliases: ['年度指标值'], at: 'target', format: 'target', width: 16 },
        { label: '全年实际完成值', aliases: ['全年完成值', '实际完成值'], at: 'actual', format: 'actual', width: 16 },
        {
          label: '未完成原因和改进措施',
          aliases: ['未完成原因及改进措施'],
          at: 'deviation',
          format: 'long-text',
          width: 16,
        },
      ],
    },
  ],
  closing: [[{ label: '说明', at: 'remarks.说明', format: 'long-text' }]],
})
