import { layout } from './layout.ts'

/** 安徽省部门整体支出绩效自评表: the weight stands before value and result. */
export const anhuiDepartmentSelfEvaluation = layout({
  id: 'anhui-department-self-evaluation',
  kind: 'department-self-evaluation',
  title: '部门整体支出绩效自评表',
  titleAliases: ['部门（单位）整体支出绩效自评表'],
  region: '安徽省',
  basis: '财预〔2020〕10号',
  amountUnit: '万元',
  orientation: 'portrait',
  period: '（{year}年度）',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [
          {
            label: '部门名称',
            aliases: ['部门（单位）名称', '单位名称', '预算部门'],
            at: 'department.name',
            with: 'department.code',
            format: 'text',
          },
        ],
      ],
    },
    {
      kind: 'funds',
      label: '部门整体支出（{unit}）',
      arrangement: 'table',
      columns: [
        { label: '年初预算数', at: 'initialBudget', format: 'amount', width: 14 },
        { label: '全年预算数', at: 'annualBudget', format: 'amount', width: 14 },
        { label: '全年执行数', at: 'executed', format: 'amount', width: 14 },
        { label: '分值', at: 'weight', format: 'points', width: 10 },
        { label: '执行率', at: 'rate', format: 'rate', width: 10 },
        { label: '得分', at: 'score', format: 'points', width: 10 },
      ],
      rows: [
        { label: '年度资金总额', aliases: ['资金总额'], scope: 'annual', level: 0 },
        { label: '基本支出', scope: 'annual', level: 1, within: true },
        { label: '项目支出', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'goals',
      label: '年度总体目标',
      arrangement: 'across',
      fields: [
        { label: '预期目标', at: 'goals.expected', format: 'long-text' },
        { label: '实际完成情况', aliases: ['目标实际完成情况'], at: 'goals.actual', format: 'long-text' },
      ],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 11 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 12 },
        { label: '三级指标', at: 'name', format: 'text', width: 22 },
        { label: '权重', aliases: ['分值'], at: 'weight', format: 'points', width: 7 },
        { label: '指标值', aliases: ['年度指标值'], at: 'target', format: 'target', width: 13 },
        { label: '完成值', aliases: ['实际完成值'], at: 'actual', format: 'actual', width: 13 },
        { label: '得分', at: 'score', format: 'points', width: 7 },
        {
          label: '说明',
          aliases: ['偏差原因分析及改进措施', '未完成原因分析'],
          at: 'deviation',
          format: 'long-text',
          width: 15,
        },
      ],
    },
    { kind: 'totals', label: '总分', aliases: ['合计', '总计'] },
  ],
})
