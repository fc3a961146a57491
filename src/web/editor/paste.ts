// What a pasted block changes: decided before anything is changed, so that it can be shown first.
import type { Form } from '../../kernel/form/form.ts'
import { printedAt } from '../../kernel/form/path.ts'
import { insertRows, placeOf, typeAll } from '../../kernel/form/type-in.ts'
import { type Column, type IndicatorSection, type Layout, sectionOf } from '../../kernel/layout/layout.ts'
import type { Sheet, SheetCell } from '../../kernel/layout/sheet.ts'
import type { Block } from './block.ts'

export type PastedCell = {
  readonly path: string
  readonly before: string | null
  readonly text: string
  /** Why it is not taken over; null = it is. */
  readonly fault: string | null
}
export type Pasted = {
  readonly form: Form
  readonly cells: readonly PastedCell[]
  readonly rowsAdded: number
  /** Columns of the block the form has no place for, by their heading. */
  readonly left: readonly string[]
}

/** `locked`: why a cell may not be changed, null where it may. */
export function paste(
  form: Form,
  layout: Layout,
  sheet: Sheet,
  anchor: string,
  block: Block,
  locked: (path: string) => string | null,
): Pasted {
  const place = placeOf(anchor)
  const section = sectionOf(layout, 'indicators')
  const plan = isWholeForm(sheet, block)
    ? wholeForm(form, layout, sheet, block)
    : place?.table === 'indicators' && section
      ? rowsOfTable(form, section, place.index, place.name, block)
      : { form, texts: byGeometry(sheet, anchor, block), rowsAdded: 0, left: [] }
  const changes = plan.texts.filter(({ path, text }) => (printedAt(form, path) ?? '') !== text)
  const locks = new Map(changes.map(({ path }) => [path, locked(path)]))
  const open = changes.filter(({ path }) => locks.get(path) === null)
  const typed = typeAll(plan.form, open)
  const cells = changes.map(({ path, text }) => ({
    path,
    before: printedAt(form, path),
    text,
    fault: locks.get(path) ?? typed.faults.get(path) ?? null,
  }))
  return { form: typed.form, cells, rowsAdded: plan.rowsAdded, left: plan.left }
}

type Text = { readonly path: string; readonly text: string }
type Plan = {
  readonly form: Form
  readonly texts: readonly Text[]
  readonly rowsAdded: number
  readonly left: readonly string[]
}

/** Rows of indicators from the row pasted at; by headings where the block brings them, else column by column. */
function rowsOfTable(
  form: Form,
  { columns, mergeDown, label }: IndicatorSection,
  start: number,
  first: string,
  block: Block,
): Plan {
  const headed = headings(columns, label, block)
  const rows = headed ? block.slice(headed.rows) : block
  const from = columns.findIndex(({ at }) => at === first)
  const names = headed ? headed.names : columns.slice(Math.max(0, from)).map(({ at }) => at)
  const rowsAdded = Math.max(0, start + rows.length - form.indicators.length)
  const longer = rowsAdded > 0 ? insertRows(form, 'indicators', form.indicators.length, rowsAdded) : form
  const texts = rows.flatMap((row, r) =>
    row.flatMap((cell, c): Text[] => {
      const name = names[c]
      if (name === undefined || name === null) return []
      const merged = mergeDown.includes(name)
      const text = merged && (cell === null || cell === '') ? above(rows, r, c) : cell
      return text === null ? [] : [{ path: `indicators[${start + r}].${name}`, text: text.trim() }]
    }),
  )
  return { form: longer, texts, rowsAdded, left: headed?.left ?? [] }
}

/** A merged first column stands once; the rows below it mean the same. */
function above(rows: Block, row: number, column: number): string | null {
  for (let r = row; r >= 0; r--) {
    const cell = rows[r]?.[column]
    if (cell !== null && cell !== undefined && cell !== '') return cell
  }
  return null
}

const keyOf = (text: string): string => text.normalize('NFKC').replace(/[\s（(][^）)]*[）)]|\s/g, '')

type Headed = { readonly rows: number; readonly names: readonly (string | null)[]; readonly left: readonly string[] }

/** Three headings the form knows make a row of headings. */
function headings(columns: readonly Column[], side: string | null, block: Block, within = 3): Headed | null {
  const known = new Map(
    columns.flatMap(({ at, label, aliases = [] }) => [label, ...aliases].map((text) => [keyOf(text), at] as const)),
  )
  for (const [r, row] of block.slice(0, within).entries()) {
    const names = row.map((cell) => (cell === null ? null : (known.get(keyOf(cell)) ?? null)))
    if (names.filter((name) => name !== null).length < 3) continue
    const left = row.filter(
      (cell, c): cell is string => cell !== null && cell !== '' && names[c] === null && cell !== side,
    )
    return { rows: r + 1, names, left }
  }
  return null
}

/** Labels a block must have in common with the form to be taken for (much of) the form itself. */
const labelsOfForm = 4

const labelsIn = (row: readonly SheetCell[]): readonly string[] =>
  row.flatMap((cell) => (cell.path === null && cell.text ? [keyOf(cell.text)] : []))

/** The official form itself, as it is copied from a workbook: it is laid over ours by its labels, wherever it is pasted. */
function isWholeForm(sheet: Sheet, block: Block): boolean {
  const own = new Set(sheet.rows.flatMap(labelsIn))
  const rows = block.filter((row) => row.some((cell) => cell !== null && own.has(keyOf(cell))))
  const known = new Set(
    rows.flatMap((row) => row.flatMap((cell) => (cell && own.has(keyOf(cell)) ? [keyOf(cell)] : []))),
  )
  return rows.length >= labelsOfForm && known.size >= labelsOfForm * 2
}

function wholeForm(form: Form, layout: Layout, sheet: Sheet, block: Block): Plan {
  const section = sectionOf(layout, 'indicators')
  const found = section ? headings(section.columns, section.label, block, block.length) : null
  if (!section || !found) return { form, texts: byLabels(sheet, block), rowsAdded: 0, left: [] }
  const headingRow = found.rows - 1
  const own = new Set(section.columns.map(({ label }) => keyOf(label)))
  const table = sheet.tables.find(({ heading }) => labelsIn(sheet.rows[heading] ?? []).some((label) => own.has(label)))
  const behind = sheet.rows.slice(table?.end ?? sheet.rows.length)
  const ends = new Set(behind.flatMap(labelsIn))
  const end = block.findIndex((row, r) => r > headingRow && row.some((cell) => cell !== null && ends.has(keyOf(cell))))
  const rows = block.slice(headingRow, end < 0 ? block.length : end)
  const plan = rowsOfTable(form, section, 0, section.columns[0]?.at ?? 'dimension', rows)
  const before = { ...sheet, rows: sheet.rows.slice(0, table?.heading ?? sheet.rows.length) }
  const texts = [
    ...byLabels(before, block.slice(0, headingRow)),
    ...plan.texts,
    ...(end < 0 ? [] : byLabels({ ...sheet, rows: behind }, block.slice(end))),
  ]
  return { ...plan, texts }
}

/** Every row of the block goes to the row of the form with its labels; one without labels follows the row before it. */
function byLabels(sheet: Sheet, block: Block): readonly Text[] {
  let next = 0
  return block.flatMap((row) => {
    const keys = new Set(row.flatMap((cell) => (cell ? [keyOf(cell)] : [])))
    const found = sheet.rows.findIndex((cells, i) => {
      const labels = labelsIn(cells)
      return i >= next && labels.length > 0 && labels.every((label) => keys.has(label))
    })
    const follows = next > 0 && next < sheet.rows.length && labelsIn(sheet.rows[next] ?? []).length === 0
    const at = found >= 0 ? found : follows ? next : -1
    if (at < 0) return []
    next = at + 1
    return fieldTexts(sheet.rows[at] ?? [], row)
  })
}

/** Cell by cell where both rows have as many; else what is no label, field by field. */
function fieldTexts(cells: readonly SheetCell[], row: Block[number]): readonly Text[] {
  const given = row.filter((cell): cell is string => cell !== null)
  const labels = new Set(labelsIn(cells))
  const even = given.length === cells.length
  const fields = even ? cells : cells.filter(({ path }) => path !== null)
  const texts = even ? given : given.filter((cell) => !labels.has(keyOf(cell)))
  return fields.flatMap(({ path }, i) => {
    const text = texts[i]
    return path === null || text === undefined ? [] : [{ path, text: text.trim() }]
  })
}

/** Outside of tables: row by row of the drawn form, into the fields from the chosen one on; labels in the block are passed over. */
function byGeometry(sheet: Sheet, anchor: string, block: Block): readonly Text[] {
  const start = sheet.rows.flat().find((cell) => cell.path === anchor)
  if (!start) return []
  return block.flatMap((row, r) => {
    const cells = (sheet.rows[start.row + r] ?? []).filter((cell) => cell.col >= start.col)
    const labels = new Set(cells.filter((cell) => cell.path === null).map((cell) => keyOf(cell.text ?? '')))
    const fields = cells.filter((cell): cell is SheetCell & { path: string } => cell.path !== null)
    const texts = row.filter((cell): cell is string => cell !== null && !(labels.has(keyOf(cell)) && cell !== ''))
    return fields.slice(0, texts.length).map(({ path }, i) => ({ path, text: (texts[i] ?? '').trim() }))
  })
}
