import { layout } from './layout.ts'

/** 项目支出绩效目标申报表 (财预〔2015〕88号): the whole life of the project beside the year. */
export const nationalTargetDeclaration = layout({
  id: 'national-target-declaration',
  kind: 'project-target-declaration',
  title: '项目支出绩效目标申报表',
  titleAliases: ['项目绩效目标申报表'],
  region: '全国',
  basis: '财预〔2015〕88号',
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
            label: '主管部门及代码',
            aliases: ['主管部门', '主管部门名称'],
            at: 'department.name',
            with: 'department.code',
            format: 'text',
          },
          { label: '实施单位', aliases: ['项目实施单位', '项目单位'], at: 'unit.name', format: 'text' },
        ],
        [
          { label: '项目属性', aliases: ['项目性质'], at: 'project.nature', format: 'text' },
          { label: '项目期', aliases: ['项目起止时间', '起止时间'], at: 'project.start', format: 'text' },
        ],
      ],
    },
    {
      kind: 'funds',
      label: '项目资金（{unit}）',
      arrangement: 'side-by-side',
      columns: [{ label: '', at: 'initialBudget', format: 'amount', width: 100 }],
      rows: [
        { label: '中期资金总额', aliases: ['实施期资金总额'], scope: 'project', level: 0 },
        { label: '财政拨款', scope: 'project', level: 1, within: true },
        { label: '其他资金', scope: 'project', level: 1 },
        { label: '年度资金总额', scope: 'annual', level: 0 },
        { label: '财政拨款', aliases: ['当年财政拨款'], scope: 'annual', level: 1, within: true },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'goals',
      label: '总体目标',
      arrangement: 'across',
      fields: [
        { label: '中期目标', aliases: ['实施期目标', '长期目标'], at: 'goals.overall', format: 'long-text' },
        { label: '年度目标', aliases: ['年度总体目标'], at: 'goals.annual', format: 'long-text' },
      ],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: ['dimension', 'remarks.中期二级指标', 'aspect'],
      medium: [
        { label: '二级指标', at: 'remarks.中期二级指标', format: 'text', width: 12 },
        { label: '三级指标', at: 'remarks.中期三级指标', format: 'text', width: 30 },
        { label: '指标值', aliases: ['中期指标值'], at: 'remarks.中期指标值', format: 'text', width: 18 },
      ],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 15 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 20 },
        { label: '三级指标', at: 'name', format: 'text', width: 40 },
        { label: '指标值', aliases: ['年度指标值'], at: 'target', format: 'target', width: 25 },
      ],
    },
  ],
})
