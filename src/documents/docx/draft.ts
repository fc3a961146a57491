// Word text under construction: what is open while the walk goes through the document.
import { type Block, type TableCell, type TableRow, tableOf, WIDEST } from '../blocks.ts'

/** A cell as Word stores it, before merged cells are put together. */
type OpenCell = {
  readonly blocks: Block[]
  columns: number
  /** Merged with the cell above (continue) or the first of such (restart). */
  vertical: 'restart' | 'continue' | null
  /** Merged with the cell to the left: WPS writes it so. */
  horizontal: 'restart' | 'continue' | null
}
type OpenRow = {
  readonly number: number
  readonly cells: TableCell[]
  column: number
  count: number
  deleted: boolean
  /** What the cell to the left holds. */
  left: Block[] | null
}
type OpenTable = {
  readonly number: number
  readonly rows: TableRow[]
  /** What the cells hold that are still merged downwards, by the column they begin in. */
  readonly merges: Map<number, Block[]>
  row: OpenRow | null
  cell: OpenCell | null
  rowCount: number
}
type OpenParagraph = { text: string; joined: boolean; readonly number: number }

export type Draft = {
  readonly body: Block[]
  readonly tables: OpenTable[]
  readonly paragraphs: OpenParagraph[]
  paragraphCount: number
  tableCount: number
  /** Text of a paragraph whose end was deleted: it goes on in the next one. */
  carried: string
}

export const newDraft = (): Draft => ({
  body: [],
  tables: [],
  paragraphs: [],
  paragraphCount: 0,
  tableCount: 0,
  carried: '',
})

const target = (draft: Draft): Block[] => {
  for (let i = draft.tables.length - 1; i >= 0; i--) {
    const cell = draft.tables[i]?.cell
    if (cell) return cell.blocks
  }
  return draft.body
}

export function openParagraph(draft: Draft): void {
  const outside = draft.tables.length === 0
  if (outside) draft.paragraphCount++
  draft.paragraphs.push({ text: draft.carried, joined: false, number: outside ? draft.paragraphCount : 0 })
  draft.carried = ''
}

export function closeParagraph(draft: Draft): void {
  const paragraph = draft.paragraphs.pop()
  if (paragraph === undefined) return
  if (paragraph.joined) draft.carried = paragraph.text
  else target(draft).push({ kind: 'paragraph', number: paragraph.number, text: paragraph.text })
}

export function addText(draft: Draft, text: string): void {
  const paragraph = draft.paragraphs.at(-1)
  if (paragraph) paragraph.text += text
}

export function openTable(draft: Draft): void {
  draft.tableCount++
  draft.tables.push({ number: draft.tableCount, rows: [], merges: new Map(), row: null, cell: null, rowCount: 0 })
}

export function closeTable(draft: Draft): void {
  const table = draft.tables.pop()
  if (table) target(draft).push(tableOf(table.number, table.rows))
}

export function openRow(draft: Draft): void {
  const table = draft.tables.at(-1)
  if (table === undefined) return
  table.rowCount++
  table.row = { number: table.rowCount, cells: [], column: 0, count: 0, deleted: false, left: null }
}

export function closeRow(draft: Draft): void {
  const table = draft.tables.at(-1)
  if (table?.row && !table.row.deleted) table.rows.push({ number: table.row.number, cells: table.row.cells })
  if (table) table.row = null
}

export function openCell(draft: Draft): void {
  const table = draft.tables.at(-1)
  if (table) table.cell = { blocks: [], columns: 1, vertical: null, horizontal: null }
}

/** Puts the cell at its column; what merges swallow adds only text of its own to the cell it belongs to. */
export function closeCell(draft: Draft): void {
  const table = draft.tables.at(-1)
  const row = table?.row
  const open = table?.cell
  if (!table || !row || !open) return
  table.cell = null
  row.count++
  const { column } = row
  const columns = Math.min(open.columns, Math.max(1, WIDEST - column))
  row.column = Math.min(WIDEST, column + columns)
  const above = table.merges.get(column)
  const into = (open.horizontal === 'continue' ? row.left : null) ?? (open.vertical === 'continue' ? above : null)
  if (open.horizontal !== 'continue') row.left = open.blocks
  if (into) {
    swallow(into, open)
    return
  }
  row.cells.push({ number: row.count, column, columns, blocks: open.blocks })
  for (let at = column; at < column + columns; at++) table.merges.delete(at)
  if (open.vertical === 'restart') table.merges.set(column, open.blocks)
}

const texts = new WeakMap<Block[], Set<string>>()

/** Programs that repeat a merged cell's text in every cell it covers print it once. */
function swallow(into: Block[], cell: OpenCell): void {
  const known = texts.get(into) ?? new Set(into.map(plain))
  texts.set(into, known)
  for (const block of cell.blocks) {
    if (plain(block) === '' || known.has(plain(block))) continue
    known.add(plain(block))
    into.push(block)
  }
}

const plain = (block: Block): string => (block.kind === 'paragraph' ? block.text.trim() : `table ${block.number}`)
