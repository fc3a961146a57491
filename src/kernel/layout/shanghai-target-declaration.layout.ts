import { layout } from './layout.ts'

/** 上海市财政项目支出绩效目标申报表. */
export const shanghaiTargetDeclaration = layout({
  id: 'shanghai-target-declaration',
  kind: 'project-target-declaration',
  title: '财政项目支出绩效目标申报表',
  titleAliases: ['项目支出绩效目标申报表'],
  region: '上海市',
  basis: '财预〔2015〕88号',
  amountUnit: '元',
  orientation: 'portrait',
  period: '（{year}年度）',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [
          { label: '项目名称', at: 'project.name', format: 'text' },
          { label: '项目性质', at: 'project.nature', format: 'text' },
          { label: '项目类别', at: 'project.category', format: 'text' },
        ],
        [
          { label: '主管部门', at: 'department.name', format: 'text' },
          { label: '实施单位', at: 'unit.name', format: 'text' },
        ],
        [
          { label: '计划开始日期', at: 'project.start', format: 'date' },
          { label: '计划完成日期', at: 'project.end', format: 'date' },
        ],
      ],
    },
    {
      kind: 'funds',
      label: '项目资金\n（{unit}）',
      arrangement: 'side-by-side',
      columns: [{ label: '', at: 'initialBudget', format: 'amount', width: 100 }],
      rows: [
        { label: '项目资金总额', scope: 'project', level: 0 },
        { label: '财政资金', scope: 'project', level: 1, within: true },
        { label: '其他资金', scope: 'project', level: 1 },
        { label: '年度资金申请总额', scope: 'annual', level: 0 },
        { label: '当年财政拨款', scope: 'annual', level: 1, within: true },
        { label: '上年结转资金', scope: 'annual', level: 1 },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'goals',
      label: '项目绩效目标',
      arrangement: 'across',
      fields: [
        { label: '项目总目标', at: 'goals.overall', format: 'long-text' },
        { label: '年度总体目标', at: 'goals.annual', format: 'long-text' },
      ],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 14 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 18 },
        { label: '三级指标', at: 'name', format: 'text', width: 44 },
        {
          label: '年度(/项目)指标值',
          aliases: ['年度（/项目）指标值', '年度指标值'],
          at: 'target',
          format: 'target',
          width: 24,
        },
      ],
    },
  ],
})
