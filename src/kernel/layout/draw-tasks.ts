// 年度主要任务 of a drawn form, and the sum of their money below them.
import type { Form } from '../form/form.ts'
import { type DrawnTable, headingRows } from './draw-indicators.ts'
import type { Layout, Section } from './layout.ts'
import type { Strip } from './sheet.ts'
import { columnEdges, type Edges, label, unitIn, valueCell, whole } from './strips.ts'

type Tasks = Extract<Section, { kind: 'tasks' }>

export function drawTasks(section: Tasks, form: Form, layout: Layout): DrawnTable {
  const printed = section.columns.map((column) =>
    column.under === undefined ? column : { ...column, under: unitIn(column.under, form, layout) },
  )
  const columns = columnEdges(printed, 0, whole)
  const headings = headingRows(columns)
  const rows = form.tasks.map((_, i) =>
    columns.map(({ column, from, to }) => valueCell(form, { ...column, at: `tasks[${i}].${column.at}` }, from, to)),
  )
  return { rows: [...headings, ...rows, ...totalRow(section, columns, form)], headings: headings.length }
}

function totalRow({ total }: Tasks, columns: Edges, form: Form): Strip[][] {
  if (total === undefined) return []
  const isSummed = (name: string): boolean => total.rows.some((row) => row.label === name)
  const sums = columns.filter(({ column }) => isSummed(column.label))
  const cells = sums.map(({ column, from, to }) => {
    const index = form.funds.findIndex((fund) => fund.label === column.label)
    return index < 0
      ? label('', from, to)
      : valueCell(form, { at: `funds[${index}].initialBudget`, format: 'amount' }, from, to)
  })
  return [[label(total.label, 0, sums[0]?.from ?? whole), ...cells]]
}
