import { layout } from './layout.ts'

/** 项目支出绩效自评表 (财预〔2020〕10号, annex 1); Anhui and many others publish it unchanged. */
export const nationalSelfEvaluation = layout({
  id: 'national-self-evaluation',
  kind: 'project-self-evaluation',
  title: '项目支出绩效自评表',
  titleAliases: ['项目支出自评表', '项目绩效自评表', '项目支出绩效自评情况表', '预算项目绩效自评表'],
  region: '全国',
  basis: '财预〔2020〕10号',
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
            label: '主管部门',
            aliases: ['主管部门及代码', '主管部门名称', '项目主管部门'],
            at: 'department.name',
            format: 'text',
          },
          {
            label: '实施单位',
            aliases: ['项目实施单位', '项目单位', '实施单位及代码'],
            at: 'unit.name',
            format: 'text',
          },
        ],
      ],
    },
    {
      kind: 'funds',
      label: '项目资金\n（{unit}）',
      arrangement: 'table',
      columns: [
        { label: '年初预算数', aliases: ['年初预算'], at: 'initialBudget', format: 'amount', width: 14 },
        { label: '全年预算数', aliases: ['全年预算数(A)'], at: 'annualBudget', format: 'amount', width: 14 },
        { label: '全年执行数', aliases: ['全年执行数(B)'], at: 'executed', format: 'amount', width: 14 },
        { label: '分值', aliases: ['分数', '权重'], at: 'weight', format: 'points', width: 10 },
        { label: '执行率', aliases: ['执行率(B/A)', '预算执行率'], at: 'rate', format: 'rate', width: 10 },
        { label: '得分', at: 'score', format: 'points', width: 10 },
      ],
      rows: [
        { label: '年度资金总额', aliases: ['资金总额'], scope: 'annual', level: 0 },
        {
          label: '当年财政拨款',
          aliases: ['本年财政拨款', '财政拨款', '本年一般公共预算拨款', '一般公共预算拨款'],
          scope: 'annual',
          level: 1,
          within: true,
        },
        { label: '上年结转资金', aliases: ['上年结转'], scope: 'annual', level: 1 },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'goals',
      label: '年度总体目标',
      arrangement: 'across',
      fields: [
        { label: '预期目标', aliases: ['年初设定目标'], at: 'goals.expected', format: 'long-text' },
        { label: '实际完成情况', at: 'goals.actual', format: 'long-text' },
      ],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 10 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 10 },
        { label: '三级指标', at: 'name', format: 'text', width: 21 },
        { label: '年度指标值', aliases: ['指标值', '年初指标值'], at: 'target', format: 'target', width: 13 },
        { label: '实际完成值', aliases: ['全年实际值'], at: 'actual', format: 'actual', width: 13 },
        { label: '分值', aliases: ['分数', '权重'], at: 'weight', format: 'points', width: 7 },
        { label: '得分', at: 'score', format: 'points', width: 7 },
        {
          label: '偏差原因分析及改进措施',
          aliases: ['偏差原因分析', '未完成原因分析', '未完成原因和改进措施'],
          at: 'deviation',
          format: 'long-text',
          width: 19,
        },
      ],
    },
    { kind: 'totals', label: '总分', aliases: ['总得分', '合计', '总计'] },
  ],
})
