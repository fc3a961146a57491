// Where a finding or a score stands, in the words the form itself prints: “专家研判”的得分, 年度资金总额的执行率.
import type { Form } from '../form/form.ts'
import { memoOf } from '../memo.ts'
import { layoutFor } from './draw.ts'
import type { Field, Layout, Section } from './layout.ts'

/** For fields the form's layout has no cell for. */
const usual: Readonly<Record<string, string>> = {
  indicators: '绩效指标',
  funds: '项目资金',
  tasks: '年度主要任务',
  goals: '绩效目标',
  'goals.overall': '总体目标',
  'goals.annual': '年度目标',
  'goals.expected': '预期目标',
  'goals.actual': '实际完成情况',
  'totals.score': '总分',
  'totals.weight': '分值合计',
  totals: '总分',
  grade: '等级',
  title: '表名',
  year: '年度',
  amountUnit: '金额单位',
  'project.name': '项目名称',
  'project.code': '项目代码',
  'project.purpose': '资金用途',
  'department.name': '主管部门',
  'unit.name': '实施单位',
  initialBudget: '年初预算数',
  annualBudget: '全年预算数',
  executed: '全年执行数',
  rate: '执行率',
  score: '得分',
  weight: '分值',
  dimension: '一级指标',
  aspect: '二级指标',
  name: '名称',
  description: '指标说明',
  target: '指标值',
  actual: '实际完成值',
  deviation: '偏差原因',
  nature: '指标性质',
  direction: '指标方向',
  measureUnit: '计量单位',
  plan: '任务',
  content: '主要内容',
  completion: '完成情况',
}

/** The part of the form a path lies in, and what stands before the column's name. */
const rowOf = (form: Form, group: string, index: number): string => {
  const [number, row] = [index + 1, { indicators: form.indicators[index]?.name, funds: form.funds[index]?.label }]
  if (group === 'funds') return row.funds ?? `第 ${number} 行资金`
  if (group === 'tasks') return `第 ${number} 项任务`
  return row.indicators ? `“${row.indicators.replace(/\s+/g, '')}”` : `第 ${number} 条指标`
}

/** "第 3 条指标“专家研判”的得分" without the number: names are what a reader looks for. */
export function fieldWords(form: Form, path: string): string {
  const [, group, index, rest] = /^(\w+)\[(\d+)\](?:\.(.+))?$/.exec(path) ?? []
  if (group === undefined || index === undefined) return labelOf(form, path) ?? usual[path] ?? '整张表'
  const row = rowOf(form, group, Number(index))
  if (rest === undefined) return row
  const column = rest.split('.')[0] ?? rest
  if (group === 'indicators' && column === 'name') return row
  const label = columnsOf(form)(group).get(column) ?? usual[column]
  // Amounts that stand right beside their row's name have no heading.
  return label === undefined || label === '' ? row : `${row}的${label}`
}

const labelOf = (form: Form, path: string): string | undefined => {
  const layout = layoutFor(form)
  if (path === 'totals.score' || layout === undefined) return undefined
  return fieldsOf(layout).find(({ at }) => at === path)?.label
}

/** Labels without the months, letters and units printed beside them. */
const plainLabel = (label: string): string =>
  label
    .replace(/\s+/g, '')
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/[：:]$/, '')

const columnsOf = (form: Form) => {
  const layout = layoutFor(form)
  return (group: string): ReadonlyMap<string, string> =>
    layout === undefined ? new Map() : (columnLabels(layout).get(group) ?? new Map())
}

const columnLabels = memoOf((layout: Layout): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const groups = new Map<string, ReadonlyMap<string, string>>()
  for (const section of layout.sections)
    if (section.kind === 'funds' || section.kind === 'tasks' || section.kind === 'indicators')
      groups.set(section.kind, new Map(section.columns.map(({ at, label }) => [at, plainLabel(label)])))
  return groups
})

const fieldsOf = memoOf((layout: Layout): readonly Field[] =>
  layout.sections.flatMap((section: Section): readonly Field[] => {
    if (section.kind === 'pairs') return section.rows.flat()
    return section.kind === 'goals' ? section.fields : []
  }),
)
