import { layout } from './layout.ts'

/**
 * 项目支出绩效目标执行监控表 (财预〔2019〕136号): January to July beside the year. The estimate of the
 * year, the ticked causes and the likelihood are remarks of their rows.
 */
export const nationalMonitoring = layout({
  id: 'national-monitoring',
  kind: 'project-monitoring',
  title: '项目支出绩效目标执行监控表',
  titleAliases: ['项目支出绩效运行监控表', '项目支出绩效监控表', '项目绩效目标执行监控表', '绩效目标执行监控表'],
  region: '全国',
  basis: '财预〔2019〕136号',
  amountUnit: '万元',
  orientation: 'landscape',
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
      ],
    },
    {
      kind: 'funds',
      label: '项目资金（{unit}）',
      arrangement: 'table',
      columns: [
        { label: '年初预算数', aliases: ['全年预算数'], at: 'initialBudget', format: 'amount', width: 20 },
        {
          label: '1—7月执行数',
          aliases: ['1-7月执行数', '1～7月执行数', '1-7月份执行数', '1-6月执行数'],
          at: 'executed',
          format: 'amount',
          width: 20,
        },
        {
          label: '1—7月执行率',
          aliases: ['1-7月执行率', '1～7月执行率', '执行率', '1-6月执行率'],
          at: 'rate',
          format: 'rate',
          width: 16,
        },
        {
          label: '全年预计执行数',
          aliases: ['全年预计执行'],
          at: 'remarks.全年预计执行数',
          format: 'amount',
          width: 18,
        },
      ],
      rows: [
        { label: '年度资金总额', scope: 'annual', level: 0 },
        {
          label: '本年一般公共预算拨款',
          aliases: ['一般公共预算拨款', '本年财政拨款', '财政拨款'],
          scope: 'annual',
          level: 1,
          within: true,
        },
        { label: '其他资金', scope: 'annual', level: 1 },
      ],
    },
    {
      kind: 'goals',
      label: '年度总体目标',
      arrangement: 'stacked',
      fields: [{ label: '年度总体目标', aliases: ['年度目标'], at: 'goals.annual', format: 'long-text' }],
    },
    {
      kind: 'indicators',
      label: '绩效指标',
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 7 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 8 },
        { label: '三级指标', at: 'name', format: 'text', width: 14 },
        { label: '年度指标值', aliases: ['指标值'], at: 'target', format: 'target', width: 8 },
        {
          label: '1—7月执行情况',
          aliases: ['1-7月执行情况', '1～7月执行情况', '执行情况', '1-6月执行情况'],
          at: 'actual',
          format: 'actual',
          width: 10,
        },
        {
          label: '全年预计完成情况',
          aliases: ['全年预计完成'],
          at: 'remarks.全年预计完成情况',
          format: 'text',
          width: 9,
        },
        { label: '经费保障', at: 'remarks.经费保障', format: 'text', width: 4, under: '偏差原因分析' },
        { label: '制度保障', at: 'remarks.制度保障', format: 'text', width: 4, under: '偏差原因分析' },
        { label: '人员保障', at: 'remarks.人员保障', format: 'text', width: 4, under: '偏差原因分析' },
        { label: '硬件条件保障', at: 'remarks.硬件条件保障', format: 'text', width: 4, under: '偏差原因分析' },
        { label: '其他', at: 'remarks.其他原因', format: 'text', width: 4, under: '偏差原因分析' },
        {
          label: '原因说明',
          aliases: ['偏差原因分析', '偏差原因'],
          at: 'deviation',
          format: 'long-text',
          width: 9,
          under: '偏差原因分析',
        },
        { label: '确定能', at: 'remarks.确定能', format: 'text', width: 3, under: '完成目标可能性' },
        { label: '有可能', at: 'remarks.有可能', format: 'text', width: 3, under: '完成目标可能性' },
        { label: '完全不可能', at: 'remarks.完全不可能', format: 'text', width: 4, under: '完成目标可能性' },
        { label: '备注', at: 'remarks.备注', format: 'text', width: 5 },
      ],
    },
  ],
})
