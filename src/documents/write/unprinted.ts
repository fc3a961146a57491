// What a form holds and its layout has no place for: it is named, never dropped in silence.
import type { Form } from '../../kernel/form/form.ts'
import { printedAt } from '../../kernel/form/path.ts'
import { draw, layoutFor } from '../../kernel/layout/draw.ts'

const HEAD = [
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
  'goals.overall',
  'goals.annual',
  'goals.expected',
  'goals.actual',
  'totals.weight',
  'totals.score',
  'grade',
]
const FUND = ['label', 'initialBudget', 'annualBudget', 'executed', 'weight', 'rate', 'score']
const TASK = ['name', 'plan', 'content', 'completion']
const INDICATOR = [
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
]

/** Paths of the fields with a value that the form's layout does not print. */
export function unprinted(form: Form): readonly string[] {
  const layout = layoutFor(form)
  if (!layout) return []
  const cells = draw(layout, form).rows.flat()
  const printed = new Set(cells.map((cell) => cell.path))
  for (const path of layout.caption?.left ?? []) printed.add(path)
  for (const section of layout.sections)
    if (section.kind === 'pairs') for (const { with: second } of section.rows.flat()) if (second) printed.add(second)
  if (layout.title.includes('{project}')) printed.add('project.name')
  return pathsOf(form).filter((path) => !printed.has(path) && printedAt(form, path) !== null)
}

function pathsOf(form: Form): readonly string[] {
  const rows = (table: string, count: number, fields: readonly string[]): readonly string[] =>
    Array.from({ length: count }, (_, i) => fields.map((field) => `${table}[${i}].${field}`)).flat()
  return [
    ...HEAD,
    ...rows('funds', form.funds.length, FUND),
    ...rows('tasks', form.tasks.length, TASK),
    ...rows('indicators', form.indicators.length, INDICATOR),
  ]
}
