import { layout } from './layout.ts'

/** 上海市财政项目支出绩效自评表: the national form (财预〔2020〕10号) with 分数 for 分值 and a grade row. */
export const shanghaiSelfEvaluation = layout({
  id: 'shanghai-self-evaluation',
  kind: 'project-self-evaluation',
  title: '财政项目支出绩效自评表',
  titleAliases: ['财政项目支出绩效自评价', '财政项目支出绩效自评价表', '项目支出绩效自评表'],
  region: '上海市',
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
          { label: '主管部门', aliases: ['主管部门及代码'], at: 'department.name', format: 'text' },
          { label: '实施单位', aliases: ['项目实施单位', '项目单位'], at: 'unit.name', format: 'text' },
        ],
      ],
    },
    {
      kind: 'funds',
      label: '项目资金\n（{unit}）',
      arrangement: 'table',
      columns: [
        { label: '年初预算数', at: 'initialBudget', format: 'amount', width: 14 },
        { label: '全年预算数', at: 'annualBudget', format: 'amount', width: 14 },
        { label: '全年执行数', at: 'executed', format: 'amount', width: 14 },
        { label: '分数', aliases: ['分值'], at: 'weight', format: 'points', width: 10 },
        { label: '执行率(%)', aliases: ['执行率', '执行率（%）'], at: 'rate', format: 'rate', width: 10 },
        { label: '得分', at: 'score', format: 'points', width: 10 },
      ],
      rows: [
        { label: '年度资金总额', scope: 'annual', level: 0 },
        { label: '当年财政拨款', aliases: ['本年财政拨款', '财政拨款'], scope: 'annual', level: 1, within: true },
        { label: '上年结转资金', scope: 'annual', level: 1 },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'goals',
      label: '年度总体目标',
      arrangement: 'across',
      fields: [
        { label: '预期目标', at: 'goals.expected', format: 'long-text' },
        { label: '实际完成情况', at: 'goals.actual', format: 'long-text' },
      ],
    },
    {
      kind: 'indicators',
      label: null,
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 10 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 10 },
        { label: '三级指标', at: 'name', format: 'text', width: 21 },
        { label: '年度指标值', at: 'target', format: 'target', width: 13 },
        { label: '实际完成值', at: 'actual', format: 'actual', width: 13 },
        { label: '分值', aliases: ['分数'], at: 'weight', format: 'points', width: 7 },
        { label: '得分', at: 'score', format: 'points', width: 7 },
        { label: '偏差原因分析', aliases: ['偏差原因分析及改进措施'], at: 'deviation', format: 'long-text', width: 19 },
      ],
    },
    { kind: 'totals', label: '总得分', aliases: ['总分', '合计', '评分等级'] },
    { kind: 'grade', label: '评分等级' },
  ],
})
