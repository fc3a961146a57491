import { layout } from './layout.ts'

/** 广西财政支出绩效目标申报表: reasons and schedule in words, a weight and a scoring rule for every indicator. */
export const guangxiTargetDeclaration = layout({
  id: 'guangxi-target-declaration',
  kind: 'project-target-declaration',
  title: '财政支出绩效目标申报表',
  titleAliases: ['财政支出项目绩效目标申报表'],
  region: '广西壮族自治区',
  basis: '桂发〔2018〕26号',
  amountUnit: '万元',
  orientation: 'portrait',
  period: '（{year}年度）',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [
          { label: '项目名称', at: 'project.name', format: 'text' },
          { label: '项目类型', at: 'project.category', format: 'text' },
        ],
        [
          {
            label: '主管部门编码及名称',
            aliases: ['主管部门及代码', '主管部门'],
            at: 'department.name',
            with: 'department.code',
            format: 'text',
          },
          { label: '实施单位', aliases: ['项目实施单位', '项目单位'], at: 'unit.name', format: 'text' },
        ],
        [
          { label: '项目负责人', at: 'remarks.项目负责人', format: 'text' },
          { label: '联系电话', at: 'remarks.联系电话', format: 'text' },
        ],
        [{ label: '项目起止时间', aliases: ['起止时间'], at: 'project.start', format: 'text' }],
      ],
    },
    {
      kind: 'funds',
      label: '项目资金申请（{unit}）',
      arrangement: 'table',
      columns: [{ label: '', at: 'initialBudget', format: 'amount', width: 40 }],
      rows: [
        { label: '资金总额', aliases: ['项目资金总额'], scope: 'annual', level: 0 },
        { label: '一般公共预算拨款', scope: 'annual', level: 1, within: true },
        { label: '政府性基金预算拨款', scope: 'annual', level: 1 },
        { label: '国有资本经营预算拨款', scope: 'annual', level: 1 },
        { label: '纳入财政专户管理的收入', scope: 'annual', level: 1 },
        { label: '未纳入财政专户管理的收入', scope: 'annual', level: 1 },
        { label: '上年结余收入', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'pairs',
      rows: [
        [{ label: '单位职能概述', at: 'remarks.单位职能概述', format: 'long-text' }],
        [{ label: '项目概况', at: 'remarks.项目概况', format: 'long-text' }],
        [{ label: '立项依据', aliases: ['项目立项依据'], at: 'remarks.立项依据', format: 'long-text' }],
        [{ label: '可行性', aliases: ['项目可行性', '项目的可行性'], at: 'remarks.可行性', format: 'long-text' }],
        [{ label: '必要性', aliases: ['项目必要性', '项目的必要性'], at: 'remarks.必要性', format: 'long-text' }],
        [
          {
            label: '进度计划',
            aliases: ['项目实施进度计划', '实施进度计划'],
            at: 'remarks.进度计划',
            format: 'long-text',
          },
        ],
      ],
    },
    {
      kind: 'goals',
      label: '项目绩效目标',
      arrangement: 'across',
      fields: [
        { label: '长期目标', aliases: ['中期目标', '总目标'], at: 'goals.overall', format: 'long-text' },
        { label: '年度目标', aliases: ['年度绩效目标'], at: 'goals.annual', format: 'long-text' },
      ],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 12 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 14 },
        { label: '分值', at: 'weight', format: 'points', width: 8 },
        { label: '指标内容', aliases: ['三级指标'], at: 'name', format: 'text', width: 24 },
        { label: '指标值', at: 'target', format: 'target', width: 18 },
        { label: '评分细则', aliases: ['评分标准'], at: 'remarks.评分细则', format: 'long-text', width: 24 },
      ],
    },
  ],
})
