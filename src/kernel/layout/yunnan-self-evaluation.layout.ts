import { layout } from './layout.ts'

/** 云南省项目支出绩效自评表: the value in three columns, 指标性质｜指标值｜度量单位, and a grade. */
export const yunnanSelfEvaluation = layout({
  id: 'yunnan-self-evaluation',
  kind: 'project-self-evaluation',
  title: '项目支出绩效自评表',
  titleAliases: [],
  region: '云南省',
  basis: '财预〔2020〕10号',
  amountUnit: '元',
  orientation: 'portrait',
  period: '{year}年度',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [{ label: '项目名称', at: 'project.name', format: 'text' }],
        [
          { label: '主管部门', aliases: ['主管部门及代码'], at: 'department.name', format: 'text' },
          { label: '实施单位', aliases: ['项目实施单位'], at: 'unit.name', format: 'text' },
        ],
      ],
    },
    {
      kind: 'funds',
      label: '项目资金（{unit}）',
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
        { label: '年度资金总额', scope: 'annual', level: 0 },
        { label: '当年财政拨款', aliases: ['本年财政拨款', '财政拨款'], scope: 'annual', level: 1, within: true },
        { label: '上年结转资金', scope: 'annual', level: 1 },
        { label: '其他资金', aliases: ['非财政拨款'], scope: 'annual', level: 1 },
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
      label: '绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 9 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 11 },
        { label: '三级指标', at: 'name', format: 'text', width: 22 },
        { label: '指标性质', at: 'direction', format: 'text', width: 7, under: '年度指标值' },
        { label: '指标值', at: 'target', format: 'target', width: 9, under: '年度指标值' },
        { label: '度量单位', aliases: ['计量单位'], at: 'measureUnit', format: 'text', width: 7, under: '年度指标值' },
        { label: '实际完成值', at: 'actual', format: 'actual', width: 10 },
        { label: '分值', at: 'weight', format: 'points', width: 6 },
        { label: '得分', at: 'score', format: 'points', width: 6 },
        { label: '偏差原因分析及改进措施', aliases: ['偏差原因分析'], at: 'deviation', format: 'long-text', width: 13 },
      ],
    },
    { kind: 'totals', label: '总分', aliases: ['总得分', '合计'] },
    { kind: 'grade', label: '自评等级' },
  ],
  closing: [
    [
      {
        label: '其他需要说明事项',
        aliases: ['其他需要说明的事项'],
        at: 'remarks.其他需要说明事项',
        format: 'long-text',
      },
    ],
  ],
  otherLabels: ['年度指标值', '部门'],
})
