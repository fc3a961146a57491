import { layout } from './layout.ts'

/** 广东（韶关）部门整体支出绩效自评表. The published text has no 实际完成值 column. */
export const guangdongDepartmentSelfEvaluation = layout({
  id: 'guangdong-department-self-evaluation',
  kind: 'department-self-evaluation',
  title: '部门整体支出绩效自评表',
  titleAliases: ['部门（单位）整体支出绩效自评表', '部门整体绩效自评表'],
  region: '广东省',
  basis: '广东省部门整体支出绩效自评',
  amountUnit: '万元',
  orientation: 'landscape',
  period: null,
  sections: [
    {
      kind: 'pairs',
      rows: [
        [{ label: '部门名称及编码', at: 'department.name', with: 'department.code', format: 'text' }],
        [{ label: '业务处室名称', at: 'unit.name', format: 'text' }],
      ],
    },
    {
      kind: 'tasks',
      label: '年度主要任务',
      columns: [
        { label: '年度主要任务', at: 'plan', format: 'long-text', width: 25 },
        { label: '任务名称', at: 'name', format: 'text', width: 10 },
        { label: '主要内容', at: 'content', format: 'long-text', width: 30 },
        { label: '完成情况', at: 'completion', format: 'long-text', width: 35 },
      ],
    },
    {
      kind: 'goals',
      label: '年度总体目标',
      arrangement: 'stacked',
      fields: [
        { label: '预期目标', at: 'goals.expected', format: 'long-text' },
        { label: '目标实际完成情况', at: 'goals.actual', format: 'long-text' },
      ],
    },
    {
      kind: 'funds',
      label: '项目资金（{unit}）',
      arrangement: 'table',
      columns: [
        { label: '年初预算（万元）', at: 'initialBudget', format: 'amount', width: 14 },
        { label: '全年预算（万元）(注:调整预算数)', at: 'annualBudget', format: 'amount', width: 18 },
        { label: '全年执行（万元）(注:实际支出数)', at: 'executed', format: 'amount', width: 18 },
        { label: '执行率', at: 'rate', format: 'rate', width: 10 },
        { label: '分值', at: 'weight', format: 'points', width: 10 },
        { label: '得分', at: 'score', format: 'points', width: 10 },
      ],
      rows: [
        { label: '财政拨款', scope: 'annual', level: 1, within: true },
        { label: '其他资金', scope: 'annual', level: 1 },
        { label: '合计', scope: 'annual', level: 0 },
      ],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 8 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 8 },
        { label: '三级指标', at: 'name', format: 'text', width: 22 },
        { label: '指标性质(注:定量或者定性)', aliases: ['指标性质'], at: 'nature', format: 'text', width: 8 },
        { label: '指标方向(注:大于、小于或等于)', aliases: ['指标方向'], at: 'direction', format: 'text', width: 9 },
        { label: '目标值', aliases: ['指标值'], at: 'target', format: 'target', width: 13 },
        { label: '计量单位', aliases: ['度量单位'], at: 'measureUnit', format: 'text', width: 8 },
        { label: '分值', at: 'weight', format: 'points', width: 6 },
        { label: '得分', at: 'score', format: 'points', width: 6 },
        { label: '偏差原因分析及改进措施', aliases: ['偏差原因分析'], at: 'deviation', format: 'long-text', width: 12 },
      ],
    },
  ],
})
