import { layout } from './layout.ts'

/** 四川省衔接推进乡村振兴补助资金绩效目标自评表: 分值 stands before the value, (A) and (B) in the headings. */
export const sichuanLinkingFundsSelfEvaluation = layout({
  id: 'sichuan-linking-funds-self-evaluation',
  kind: 'project-self-evaluation',
  title: '绩效目标自评表',
  titleAliases: ['衔接资金绩效自评表', '项目绩效目标自评表'],
  region: '四川省',
  basis: '衔接推进乡村振兴补助资金绩效自评',
  amountUnit: '万元',
  orientation: 'portrait',
  period: '（{year}年度）',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [{ label: '项目名称', at: 'project.name', format: 'text' }],
        [
          { label: '主管部门', at: 'department.name', format: 'text' },
          { label: '实施单位', aliases: ['项目实施单位', '资金使用单位'], at: 'unit.name', format: 'text' },
        ],
      ],
    },
    {
      kind: 'funds',
      label: '资金情况（{unit}）',
      arrangement: 'table',
      columns: [
        { label: '全年预算数（A）', aliases: ['全年预算数'], at: 'annualBudget', format: 'amount', width: 16 },
        { label: '全年执行数（B）', aliases: ['全年执行数'], at: 'executed', format: 'amount', width: 16 },
        { label: '分值', at: 'weight', format: 'points', width: 12 },
        { label: '执行率（B/A）', aliases: ['执行率'], at: 'rate', format: 'rate', width: 12 },
        { label: '得分', at: 'score', format: 'points', width: 12 },
      ],
      rows: [
        { label: '年度资金总额', scope: 'annual', level: 0 },
        { label: '本年财政拨款', aliases: ['财政拨款', '当年财政拨款'], scope: 'annual', level: 1, within: true },
        { label: '上年结转资金', scope: 'annual', level: 1 },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'goals',
      label: '年度总体目标',
      arrangement: 'across',
      fields: [
        {
          label: '年初设定目标',
          aliases: ['预期目标', '年初设定年度总体目标'],
          at: 'goals.expected',
          format: 'long-text',
        },
        {
          label: '年度总体目标完成情况综述',
          aliases: ['全年实际完成情况', '实际完成情况'],
          at: 'goals.actual',
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
        { label: '二级指标', at: 'aspect', format: 'text', width: 11 },
        { label: '三级指标', at: 'name', format: 'text', width: 22 },
        { label: '分值', at: 'weight', format: 'points', width: 7 },
        { label: '年度指标值', at: 'target', format: 'target', width: 13 },
        { label: '全年实际值', aliases: ['实际完成值'], at: 'actual', format: 'actual', width: 13 },
        { label: '得分', at: 'score', format: 'points', width: 7 },
        {
          label: '未完成原因及拟采取的改进措施',
          aliases: ['未完成原因和改进措施'],
          at: 'deviation',
          format: 'long-text',
          width: 16,
        },
      ],
    },
    { kind: 'totals', label: '总分', aliases: ['合计'] },
  ],
  otherLabels: ['项目负责人及电话', '项目负责人', '联系电话'],
})
