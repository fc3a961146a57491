// A page under construction: the paragraph and the tables that are open while the walk goes through it.
import { type Block, type TableCell, type TableRow, tableOf, WIDEST } from '../blocks.ts'

type OpenCell = { readonly column: number; readonly columns: number; readonly blocks: Block[] }
type OpenTable = {
  readonly number: number
  readonly rows: TableRow[]
  /** Columns still covered by cells from above, and for how many rows. */
  covered: Map<number, number>
  cells: TableCell[] | null
  cell: OpenCell | null
  rowCount: number
}

export type Draft = {
  readonly body: Block[]
  readonly tables: OpenTable[]
  /** The pieces of the open paragraph. */
  text: string[]
  paragraphs: number
  tableCount: number
}

export const newDraft = (): Draft => ({ body: [], tables: [], text: [], paragraphs: 0, tableCount: 0 })

function target(draft: Draft): Block[] {
  for (let i = draft.tables.length - 1; i >= 0; i--) {
    const cell = draft.tables[i]?.cell
    if (cell) return cell.blocks
  }
  return draft.body
}

/** Ends the open paragraph; blank ones are not kept. */
export function endParagraph(draft: Draft): void {
  if (draft.text.length === 0) return
  const text = draft.text.join('')
  draft.text = []
  if (text.trim() === '') return
  const inCell = draft.tables.some((table) => table.cell !== null)
  if (!inCell) draft.paragraphs++
  target(draft).push({ kind: 'paragraph', number: inCell ? 0 : draft.paragraphs, text: text.trim() })
}

export function openTable(draft: Draft): void {
  endParagraph(draft)
  draft.tableCount++
  const number = draft.tableCount
  draft.tables.push({ number, rows: [], covered: new Map(), cells: null, cell: null, rowCount: 0 })
}

export function closeTable(draft: Draft): void {
  endParagraph(draft)
  const table = draft.tables.pop()
  if (table) target(draft).push(tableOf(table.number, table.rows))
}

export function openRow(draft: Draft): void {
  endParagraph(draft)
  const table = draft.tables.at(-1)
  if (table === undefined) return
  table.rowCount++
  table.cells = []
}

export function closeRow(draft: Draft): void {
  endParagraph(draft)
  const table = draft.tables.at(-1)
  if (!table?.cells) return
  table.rows.push({ number: table.rowCount, cells: table.cells })
  const covered = new Map<number, number>()
  for (const [column, rows] of table.covered) if (rows > 1) covered.set(column, rows - 1)
  table.covered = covered
  table.cells = null
}

/** A cell in the next column that no cell from above covers. `rows` = 0 spans the rest of the table. */
export function openCell(draft: Draft, columns: number, rows: number): void {
  endParagraph(draft)
  const table = draft.tables.at(-1)
  if (!table?.cells) return
  const left = table.cells.at(-1)
  let column = left ? left.column + left.columns : 0
  while (column < WIDEST && table.covered.has(column)) column++
  const width = Math.max(1, Math.min(columns, WIDEST - column))
  const cell: OpenCell = { column, columns: width, blocks: [] }
  table.cell = cell
  table.cells.push({ number: table.cells.length + 1, ...cell })
  // Counted down at the end of every row, this one included.
  const end = rows === 0 ? Number.POSITIVE_INFINITY : rows
  for (let at = column; at < column + width; at++) table.covered.set(at, end)
}

export function closeCell(draft: Draft): void {
  endParagraph(draft)
  const table = draft.tables.at(-1)
  if (table) table.cell = null
}
