// What a form holds and its layout has no place for: it is named in words, never dropped in silence.
import { cellLabel, cellOf, headCells, type Row, rowCells, type Table, tables } from '../../kernel/form/cells.ts'
import type { Form, Fund } from '../../kernel/form/form.ts'
import { placeOf } from '../../kernel/form/type-in.ts'
import { draw, layoutFor } from '../../kernel/layout/draw.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import type { SheetCell } from '../../kernel/layout/sheet.ts'

/** Said for people: 项目代码, 第3、5项指标的偏差原因, all in the order of the form. Empty where everything is printed. */
export function unprinted(form: Form): readonly string[] {
  const layout = layoutFor(form)
  if (!layout) return []
  const printed = printedPaths(layout, form)
  const head = headCells(form).filter((name) => !PRINTED_ELSEWHERE.has(name) && isLost(form, name, name, printed))
  return [...head.map((name) => cellLabel(name)), ...tables.flatMap((table) => unprintedRows(form, table, printed))]
}

/** The title is the layout's own, the unit stands beside the money, the place is read from the organisation. */
const PRINTED_ELSEWHERE: ReadonlySet<string> = new Set(['title', 'amountUnit', 'region', 'year'])

function printedPaths(layout: Layout, form: Form): ReadonlySet<string> {
  const printed = new Set(draw(layout, form).rows.flatMap((row) => row.flatMap(pathsOf)))
  for (const path of layout.caption?.left ?? []) printed.add(path)
  for (const section of layout.sections) {
    if (section.kind === 'pairs') for (const { with: second } of section.rows.flat()) if (second) printed.add(second)
    // Goals stand beside their blocks.
    if (section.kind === 'indicators' && section.blocks === true)
      form.indicators.forEach((_, i) => void printed.add(`indicators[${i}].goal`))
  }
  if (layout.title.includes('{project}')) printed.add('project.name')
  return printed
}

/** A merged cell is printed once for all the rows it covers. */
function pathsOf({ path, rowSpan }: SheetCell): readonly string[] {
  if (path === null) return []
  const place = placeOf(path)
  if (!place) return [path]
  return Array.from({ length: rowSpan }, (_, i) => `${place.table}[${place.index + i}].${place.name}`)
}

const isLost = (of: Form | Row, name: string, path: string, printed: ReadonlySet<string>): boolean =>
  !printed.has(path) && isFilled(cellOf(of, name))

const isFilled = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && 'text' in value ? value.text !== null : value !== null && value !== ''

const ROWS: Readonly<Record<Table, string>> = { funds: '行资金', tasks: '项任务', indicators: '项指标' }
const WHOLE: Readonly<Record<Table, string>> = { funds: '资金表', tasks: '年度主要任务', indicators: '绩效指标表' }
/** How the rows are ordered, and what an amount is about, is no text of the form. */
const NO_TEXT: ReadonlySet<string> = new Set(['scope', 'level'])

function unprintedRows(form: Form, table: Table, printed: ReadonlySet<string>): readonly string[] {
  const lost = new Map<string, number[]>()
  let shown = 0
  form[table].forEach((row: Row, i) => {
    // A row of money whose amounts all have no place is printed as a bare name, and read as nothing.
    const bare = 'initialBudget' in row && isBare(row, `${table}[${i}]`, printed)
    if (bare) lost.set('label', [...(lost.get('label') ?? []), i + 1])
    for (const name of rowCells(table, row)) {
      if (NO_TEXT.has(name) || (bare && name === 'label')) continue
      if (printed.has(`${table}[${i}].${name}`)) shown++
      else if (isFilled(cellOf(row, name))) lost.set(name, [...(lost.get(name) ?? []), i + 1])
    }
  })
  if (shown === 0 && lost.size > 0) return [`${WHOLE[table]}（${form[table].length} 行）`]
  return [...lost].map(([name, rows]) => `第${numbers(rows)}${ROWS[table]}的${cellLabel(name, table)}`)
}

const AMOUNTS = ['initialBudget', 'annualBudget', 'executed'] as const

function isBare(row: Fund, path: string, printed: ReadonlySet<string>): boolean {
  const filled = AMOUNTS.filter((name) => row[name] !== null)
  return filled.length > 0 && filled.every((name) => !printed.has(`${path}.${name}`))
}

/** 3、5 or 1、2、3等12: enough to find them. */
const numbers = (rows: readonly number[]): string =>
  rows.length <= 3 ? rows.join('、') : `${rows.slice(0, 3).join('、')}等${rows.length}`
