// Paragraphs and tables as Word and web pages have them → the rows of the neutral grid.
import type { Source } from '../kernel/form/form.ts'
import type { Cell, Grid, Row } from './grid.ts'
import { InputProblem } from './input-problem.ts'

/** Paragraphs outside tables, tables, rows of a table and cells of a row are counted from 1. */
export type Paragraph = { readonly kind: 'paragraph'; readonly number: number; readonly text: string }
/** A printed cell: `column` and `columns` are its place and width in the table's grid, from 0. Swallowed cells are not there. */
export type TableCell = {
  readonly number: number
  readonly column: number
  readonly columns: number
  readonly blocks: readonly Block[]
}
export type TableRow = { readonly number: number; readonly cells: readonly TableCell[] }
/** `largest`: the number of cells of the largest table in it, itself included. */
export type Table = {
  readonly kind: 'table'
  readonly number: number
  readonly rows: readonly TableRow[]
  readonly size: number
  readonly largest: number
}
export type Block = Paragraph | Table

/** No table is wider; files that say so are broken. */
export const WIDEST = 200
/** A million cells are a thousand times the largest form. */
const MOST_CELLS = 1_000_000

export function tableOf(number: number, rows: readonly TableRow[]): Table {
  const cells = rows.flatMap((row) => row.cells)
  const size = cells.length
  const largest = cells.reduce((most, cell) => Math.max(most, largestIn(cell)), size)
  return { kind: 'table', number, rows, size, largest }
}

const largestIn = (cell: TableCell): number =>
  cell.blocks.reduce((most, block) => (block.kind === 'table' ? Math.max(most, block.largest) : most), 0)

type Draft = { readonly rows: Row[]; readonly tables: (number | null)[]; cells: number; readonly name: string }

/** Throws `InputProblem` (too-large) for tables no office ever printed. */
export function gridOf(blocks: readonly Block[], name: string): Grid {
  const draft: Draft = { rows: [], tables: [], cells: 0, name }
  addBlocks(draft, blocks)
  return { rows: draft.rows, tables: draft.tables }
}

function addBlocks(draft: Draft, blocks: readonly Block[]): void {
  for (const block of blocks)
    if (block.kind === 'table') addTable(draft, block)
    else if (block.number > 0) addParagraph(draft, block.text, `paragraph ${block.number}`)
    else addParagraph(draft, block.text, undefined)
}

/** Tabs, or wide blanks before the unit of money, set the parts of a line apart: each is a cell. */
const APART = /\t|\s{2,}(?=(?:金额)?单位[：:])/

function addParagraph(draft: Draft, text: string, cell: string | undefined): void {
  const parts = text.split(APART, WIDEST).map((part) => ({ text: part, source: sourceOf(draft, part, cell) }))
  addRow(draft, parts, null)
}

const sourceOf = (draft: Draft, text: string, cell: string | undefined): Source => {
  const line = draft.rows.length + 1
  return cell === undefined ? { line, text } : { line, cell, text }
}

function addRow(draft: Draft, row: Row, table: number | null): void {
  draft.cells += row.length
  if (draft.cells > MOST_CELLS)
    throw new InputProblem('too-large', `${draft.name}：表格过大（超过 100 万格），请拆成几个文件后再试`)
  draft.rows.push(row)
  draft.tables.push(table)
}

/**
 * A table that holds a larger one only arranges it on the page: its cells then stand one below another, and the larger
 * table's rows are rows of the document. A table of a single column is a frame around paragraphs.
 */
function addTable(draft: Draft, table: Table): void {
  const frame = table.rows.every((row) => row.cells.length <= 1)
  for (const row of table.rows) {
    let beside: TableCell[] = []
    for (const cell of row.cells) {
      if (!frame && largestIn(cell) <= table.size) {
        beside.push(cell)
        continue
      }
      if (beside.some((other) => textOf(other.blocks).trim() !== '')) addCells(draft, table, row, beside)
      beside = []
      addFramed(draft, table, row, cell)
    }
    if (beside.length > 0 || row.cells.length === 0) addCells(draft, table, row, beside)
  }
}

function addFramed(draft: Draft, table: Table, row: TableRow, cell: TableCell): void {
  for (const block of cell.blocks)
    if (block.kind === 'table') addTable(draft, block)
    else addParagraph(draft, block.text, placeIn(table, row, cell))
}

const placeIn = (table: Table, row: TableRow, cell: TableCell): string =>
  `table ${table.number}, row ${row.number}, cell ${cell.number}`

function addCells(draft: Draft, table: Table, row: TableRow, cells: readonly TableCell[]): void {
  const empty: Cell = { text: '', source: sourceOf(draft, '', undefined) }
  const printed: Cell[] = []
  for (const cell of cells) {
    const text = textOf(cell.blocks)
    while (printed.length < cell.column) printed.push(empty)
    printed.push({ text, source: sourceOf(draft, text, placeIn(table, row, cell)) })
    while (printed.length < cell.column + cell.columns) printed.push(empty)
  }
  addRow(draft, printed, table.number)
}

/** The text of a cell, one line a paragraph; the cells of a small table in it stand side by side. */
function textOf(blocks: readonly Block[]): string {
  const [only] = blocks
  if (blocks.length === 1 && only?.kind === 'paragraph') return only.text
  return blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? block.text
        : block.rows.map((row) => row.cells.map((cell) => textOf(cell.blocks)).join(' ')).join('\n'),
    )
    .join('\n')
}
