import { layout } from './layout.ts'

/** 湖北省项目自评表 (鄂财绩发〔2020〕3号): execution 20, goals 80 in one or several blocks, one score a group. */
export const hubeiSelfEvaluation = layout({
  id: 'hubei-self-evaluation',
  kind: 'project-self-evaluation',
  title: '项目自评表',
  titleAliases: ['项目绩效自评结果表', '项目自评结果表'],
  region: '湖北省',
  basis: '鄂财绩发〔2020〕3号',
  amountUnit: '万元',
  orientation: 'portrait',
  period: '{year}年度',
  sections: [
    {
      kind: 'pairs',
      rows: [
        [{ label: '项目名称', at: 'project.name', format: 'text' }],
        [
          { label: '主管部门', at: 'department.name', format: 'text' },
          { label: '项目实施单位', aliases: ['实施单位'], at: 'unit.name', format: 'text' },
        ],
        [{ label: '项目类别', at: 'project.category', format: 'text' }],
        [{ label: '项目属性', at: 'project.nature', format: 'text' }],
        [{ label: '项目类型', at: 'remarks.项目类型', format: 'text' }],
      ],
    },
    {
      kind: 'funds',
      label: '预算执行情况（{unit}）\n（20分）',
      arrangement: 'table',
      columns: [
        { label: '预算数（A）', aliases: ['全年预算数（A）'], at: 'annualBudget', format: 'amount', width: 16 },
        { label: '执行数（B）', aliases: ['全年执行数（B）'], at: 'executed', format: 'amount', width: 16 },
        { label: '执行率（B/A）', at: 'rate', format: 'rate', width: 16 },
        { label: '得分（20分*执行率）', at: 'score', format: 'points', width: 16 },
      ],
      rows: [{ label: '年度财政资金总额', aliases: ['年度资金总额'], scope: 'annual', level: 0 }],
    },
    {
      kind: 'indicators',
      label: '年度绩效目标',
      blocks: true,
      mergeDown: ['dimension', 'aspect'],
      columns: [
        { label: '一级指标', at: 'dimension', format: 'text', width: 13 },
        { label: '二级指标', at: 'aspect', format: 'text', width: 13 },
        { label: '三级指标', at: 'name', format: 'text', width: 28 },
        { label: '年初目标值（A）', aliases: ['年度目标值（A）'], at: 'target', format: 'target', width: 18 },
        { label: '实际完成值（B）', at: 'actual', format: 'actual', width: 18 },
        { label: '得分', at: 'score', format: 'points', width: 10 },
      ],
    },
    { kind: 'totals', label: '总分', aliases: ['合计'] },
  ],
  closing: [
    [{ label: '偏差大或目标未完成原因分析', at: 'remarks.偏差大或目标未完成原因分析', format: 'long-text' }],
    [{ label: '改进措施及结果应用方案', at: 'remarks.改进措施及结果应用方案', format: 'long-text' }],
    [{ label: '备注', at: 'remarks.备注', format: 'long-text' }],
  ],
  otherLabels: ['填报日期', '主要领导签字'],
})
