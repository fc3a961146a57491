import { layout } from './layout.ts'

/** 重庆市项目绩效自评表: one list of indicators with unit, direction, first and adjusted value, and a coefficient beside the score. */
export const chongqingSelfEvaluation = layout({
  id: 'chongqing-self-evaluation',
  kind: 'project-self-evaluation',
  title: '项目绩效目标自评表',
  titleAliases: ['市级项目绩效目标自评表', '项目支出绩效目标自评表'],
  region: '重庆市',
  basis: '财预〔2020〕10号',
  amountUnit: '元',
  orientation: 'landscape',
  period: '（{year}年度）',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [
          { label: '项目名称', at: 'project.name', format: 'text' },
          { label: '财政归口处室', at: 'remarks.财政归口处室', format: 'text' },
        ],
        [
          { label: '主管部门', aliases: ['主管部门及代码', '主管部门名称'], at: 'department.name', format: 'text' },
          { label: '实施单位', aliases: ['项目实施单位', '项目单位'], at: 'unit.name', format: 'text' },
        ],
        [
          { label: '项目联系人', at: 'remarks.项目联系人', format: 'text' },
          { label: '联系电话', at: 'remarks.联系电话', format: 'text' },
        ],
      ],
    },
    {
      kind: 'funds',
      label: '项目资金（{unit}）',
      arrangement: 'table',
      columns: [
        { label: '年初预算数', at: 'initialBudget', format: 'amount', width: 14 },
        {
          label: '全年（调整）预算数',
          aliases: ['全年预算数', '调整预算数'],
          at: 'annualBudget',
          format: 'amount',
          width: 14,
        },
        { label: '全年执行数', at: 'executed', format: 'amount', width: 14 },
        { label: '执行率（%）', at: 'rate', format: 'rate', width: 10 },
        { label: '执行率权重（分）', aliases: ['执行率权重'], at: 'weight', format: 'points', width: 10 },
        { label: '执行率得分（分）', aliases: ['执行率得分'], at: 'score', format: 'points', width: 10 },
      ],
      rows: [
        { label: '年度总金额', aliases: ['年度资金总额', '资金总额'], scope: 'annual', level: 0 },
        { label: '财政资金', scope: 'annual', level: 1, within: true },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'goals',
      label: '项目当年绩效目标',
      arrangement: 'across',
      fields: [
        { label: '年初绩效目标', at: 'goals.expected', format: 'long-text' },
        {
          label: '全年（调整）绩效目标',
          aliases: ['全年绩效目标', '调整绩效目标'],
          at: 'goals.annual',
          format: 'long-text',
        },
        { label: '全年目标实际完成情况', aliases: ['目标实际完成情况'], at: 'goals.actual', format: 'long-text' },
      ],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: [],
      columns: [
        { label: '指标名称', aliases: ['指标', '三级指标'], at: 'name', format: 'text', width: 20 },
        { label: '计量单位', at: 'measureUnit', format: 'text', width: 7 },
        { label: '指标性质', at: 'direction', format: 'text', width: 7 },
        { label: '年初指标值', aliases: ['指标值'], at: 'target', format: 'target', width: 9 },
        { label: '调整指标值', at: 'remarks.调整指标值', format: 'text', width: 9 },
        { label: '全年完成值', aliases: ['实际完成值'], at: 'actual', format: 'actual', width: 9 },
        { label: '得分系数（%）', aliases: ['得分系数'], at: 'remarks.得分系数', format: 'rate', width: 8 },
        { label: '指标权重（分）', aliases: ['指标权重', '权重'], at: 'weight', format: 'points', width: 7 },
        { label: '指标得分（分）', aliases: ['指标得分', '得分'], at: 'score', format: 'points', width: 7 },
        { label: '是否核心指标', at: 'remarks.是否核心指标', format: 'text', width: 7 },
        { label: '说明', aliases: ['未完成原因分析', '偏差原因'], at: 'deviation', format: 'long-text', width: 10 },
      ],
    },
    { kind: 'totals', label: '合计', aliases: ['总分', '自评总分'] },
  ],
})
