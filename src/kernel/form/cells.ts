// A form as cells: the units that are compared, merged and locked. A target or result is one cell, whatever it says.
import type { Form, Fund, Indicator, Task } from './form.ts'

export const tables = ['funds', 'tasks', 'indicators'] as const
export type Table = (typeof tables)[number]
export type Row = Fund | Task | Indicator

/** What a cell holds: text, a number of the form, a target, a result. */
export type CellValue = unknown

const headNames = [
  'title',
  'year',
  'region',
  'department.code',
  'department.name',
  'unit.code',
  'unit.name',
  'project.code',
  'project.name',
  'project.nature',
  'project.category',
  'project.start',
  'project.end',
  'project.purpose',
  'amountUnit',
  'goals.overall',
  'goals.annual',
  'goals.expected',
  'goals.actual',
  'totals.weight',
  'totals.score',
  'grade',
] as const

const rowNames: Readonly<Record<Table, readonly string[]>> = {
  funds: ['label', 'scope', 'level', 'initialBudget', 'annualBudget', 'executed', 'weight', 'rate', 'score'],
  tasks: ['name', 'plan', 'content', 'completion'],
  indicators: [
    'dimension',
    'aspect',
    'name',
    'description',
    'target',
    'actual',
    'weight',
    'score',
    'deviation',
    'nature',
    'direction',
    'measureUnit',
    'goal',
  ],
}

const labels: Readonly<Record<string, string>> = {
  title: '表名',
  year: '年度',
  region: '地区',
  'department.code': '主管部门代码',
  'department.name': '主管部门',
  'unit.code': '单位代码',
  'unit.name': '实施单位',
  'project.code': '项目代码',
  'project.name': '项目名称',
  'project.nature': '项目性质',
  'project.category': '项目类别',
  'project.start': '开始日期',
  'project.end': '完成日期',
  'project.purpose': '资金用途',
  amountUnit: '金额单位',
  'goals.overall': '总体目标',
  'goals.annual': '年度目标',
  'goals.expected': '预期目标',
  'goals.actual': '实际完成情况',
  'totals.weight': '分值合计',
  'totals.score': '总分',
  grade: '评价等级',
  label: '资金名称',
  scope: '资金范围',
  level: '资金层级',
  initialBudget: '年初预算数',
  annualBudget: '全年预算数',
  executed: '全年执行数',
  rate: '执行率',
  weight: '分值',
  score: '得分',
  plan: '计划',
  content: '主要内容',
  completion: '完成情况',
  dimension: '一级指标',
  aspect: '二级指标',
  description: '指标描述',
  target: '指标值',
  actual: '实际完成值',
  deviation: '偏差原因分析及改进措施',
  nature: '指标性质',
  direction: '指标方向',
  measureUnit: '计量单位',
  goal: '所属目标',
}

/** The Chinese name of a cell: of the head by its path, of a row by its name in the row. */
export function cellLabel(name: string, table?: Table): string {
  if (name.startsWith('remarks.')) return name.slice('remarks.'.length)
  if (name === 'name') return table === 'tasks' ? '任务名称' : '三级指标'
  return labels[name] ?? name
}

/** The cells outside the tables, those with remarks in any of the forms included. */
export const headCells = (...forms: readonly Form[]): readonly string[] => withRemarks(headNames, forms)

/** The cells of a row, those with remarks in any of its states included. */
export const rowCells = (table: Table, ...rows: readonly Row[]): readonly string[] => withRemarks(rowNames[table], rows)

type Remarked = { readonly remarks?: Form['remarks'] }

/** Every save compares every row: where nothing is remarked the list is given as it stands. */
function withRemarks(names: readonly string[], all: readonly Remarked[]): readonly string[] {
  if (all.every(({ remarks }) => remarks === undefined)) return names
  const remarked = all.flatMap(({ remarks }) => Object.keys(remarks ?? {}).map((name) => `remarks.${name}`))
  return [...names, ...new Set(remarked)]
}

/** The value of a cell; null where it is absent. Names of remarks may hold dots, so only the first one parts. */
export function cellOf(of: Form | Row, name: string): CellValue {
  const [first, rest] = parted(name)
  const here = (of as Readonly<Record<string, unknown>>)[first] ?? null // read by name, as the lists above are written
  if (rest === null || here === null || typeof here !== 'object') return rest === null ? here : null
  return (here as Readonly<Record<string, unknown>>)[rest] ?? null // an object: see the line above
}

/** The same with another value in one cell. An absent remark is left out, as in a form read from a document. */
export function withCell<F extends Form | Row>(of: F, name: string, value: CellValue): F {
  const [first, rest] = parted(name)
  if (rest === null) return { ...of, [first]: value }
  const inner = (of as Readonly<Record<string, unknown>>)[first] ?? null // read by name, as the lists above are written
  const before = inner === null ? (blankInner[first] ?? {}) : inner
  if (first !== 'remarks') return { ...of, [first]: { ...before, [rest]: value } }
  const { [rest]: _, ...others } = before as Readonly<Record<string, unknown>> // remarks are texts by name
  return { ...of, remarks: value === null ? others : { ...others, [rest]: value } }
}

const blankOffice = { code: null, name: null }
const blankInner: Readonly<Record<string, object>> = {
  department: blankOffice,
  unit: blankOffice,
  project: { code: null, name: null, nature: null, category: null, start: null, end: null, purpose: null },
}

function parted(name: string): readonly [string, string | null] {
  const dot = name.indexOf('.')
  return dot < 0 ? [name, null] : [name.slice(0, dot), name.slice(dot + 1)]
}

/** What is printed in a cell; null = empty. */
export function textOf(value: CellValue): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object') return 'text' in value ? textOf(value.text) : JSON.stringify(value)
  return String(value)
}

/** Whether two cells print the same. */
export const sameCell = (a: CellValue, b: CellValue): boolean => a === b || textOf(a) === textOf(b)
