import { layout } from './layout.ts'

/** 四川省部门预算项目支出绩效自评表: execution 10, indicators 90, conclusions below. */
export const sichuanSelfEvaluation = layout({
  id: 'sichuan-self-evaluation',
  kind: 'project-self-evaluation',
  title: '部门预算项目支出绩效自评表',
  titleAliases: ['部门项目支出绩效自评表'],
  region: '四川省',
  basis: '川财绩〔2025〕5号',
  amountUnit: '万元',
  orientation: 'portrait',
  period: '（{year}年度）',
  caption: { left: [], right: '金额单位：{unit}' },
  sections: [
    {
      kind: 'pairs',
      rows: [
        [{ label: '项目名称', at: 'project.name', format: 'text' }],
        [
          { label: '主管部门', at: 'department.name', format: 'text' },
          { label: '实施单位（盖章）', aliases: ['实施单位', '项目实施单位'], at: 'unit.name', format: 'text' },
        ],
      ],
    },
    {
      kind: 'goals',
      label: '项目基本情况',
      arrangement: 'across',
      fields: [
        { label: '项目年度目标', at: 'goals.expected', format: 'long-text' },
        { label: '年度目标完成情况', at: 'goals.actual', format: 'long-text' },
      ],
    },
    {
      kind: 'pairs',
      rows: [
        [
          {
            label: '项目实施内容及过程概述',
            aliases: ['2.项目实施内容及过程概述'],
            at: 'remarks.项目实施内容及过程概述',
            format: 'long-text',
          },
        ],
      ],
    },
    {
      kind: 'funds',
      label: '预算执行情况（10分）',
      arrangement: 'table',
      columns: [
        { label: '年初预算', aliases: ['年初预算数'], at: 'initialBudget', format: 'amount', width: 13 },
        {
          label: '调整后预算数',
          aliases: ['调整后预算', '全年预算数'],
          at: 'annualBudget',
          format: 'amount',
          width: 13,
        },
        { label: '预算执行数', aliases: ['全年执行数'], at: 'executed', format: 'amount', width: 13 },
        { label: '预算执行率', aliases: ['执行率'], at: 'rate', format: 'rate', width: 10 },
        { label: '权重', aliases: ['分值'], at: 'weight', format: 'points', width: 7 },
        { label: '得分', at: 'score', format: 'points', width: 7 },
        { label: '原因', at: 'remarks.原因', format: 'long-text', width: 14 },
      ],
      rows: [
        { label: '总额', aliases: ['年度资金总额'], scope: 'annual', level: 0 },
        { label: '财政资金', scope: 'annual', level: 1, within: true },
        { label: '财政专户管理资金', scope: 'annual', level: 1 },
        { label: '单位资金', scope: 'annual', level: 1 },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'indicators',
      label: '绩效指标（90分）',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 10 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 12 },
        { label: '三级指标', at: 'name', format: 'text', width: 22 },
        { label: '指标性质', at: 'direction', format: 'text', width: 7 },
        { label: '指标值', aliases: ['年度指标值'], at: 'target', format: 'target', width: 8 },
        { label: '度量单位', aliases: ['计量单位'], at: 'measureUnit', format: 'text', width: 7 },
        { label: '完成值', aliases: ['实际完成值', '指标完成值'], at: 'actual', format: 'actual', width: 8 },
        { label: '权重', aliases: ['分值'], at: 'weight', format: 'points', width: 6 },
        { label: '得分', at: 'score', format: 'points', width: 6 },
        { label: '未完成原因分析', aliases: ['未完成原因'], at: 'deviation', format: 'long-text', width: 14 },
      ],
    },
    { kind: 'totals', label: '合计', aliases: ['总分'] },
  ],
  closing: [
    [{ label: '评价结论', at: 'remarks.评价结论', format: 'long-text' }],
    [{ label: '存在问题', at: 'remarks.存在问题', format: 'long-text' }],
    [{ label: '改进措施', at: 'remarks.改进措施', format: 'long-text' }],
    [
      { label: '项目负责人', at: 'remarks.项目负责人', format: 'text' },
      { label: '财务负责人', at: 'remarks.财务负责人', format: 'text' },
    ],
  ],
  otherLabels: ['1.项目年度目标完成情况', '年度预算数（万元）', '年度预算数（元）'],
})
