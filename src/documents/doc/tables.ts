// Paragraphs that end cells and rows → tables, their columns found from the borders of all rows.
import { type Block, type Table, type TableCell, type TableRow, tableOf, WIDEST } from '../blocks.ts'
import type { CellPlace } from './cells.ts'
import type { DocParagraph } from './paragraphs.ts'

type OpenRow = { readonly cells: readonly (readonly Block[])[]; readonly places: readonly CellPlace[] }
type OpenTable = { readonly number: number; readonly rows: OpenRow[]; cells: Block[][]; cell: Block[] }

/** Borders closer than this (in twentieths of a point, about 0.5 mm) are one. */
const SAME_BORDER = 30

export function blocksOf(paragraphs: readonly DocParagraph[]): readonly Block[] {
  const body: Block[] = []
  const tables: OpenTable[] = []
  let outside = 0
  let numbered = 0
  const close = (): void => {
    const table = tables.pop()
    if (table) (tables.at(-1)?.cell ?? body).push(finished(table))
  }
  for (const { text, depth, ends, cells } of paragraphs) {
    while (tables.length > depth) close()
    while (tables.length < depth) tables.push({ number: ++numbered, rows: [], cells: [], cell: [] })
    const table = tables.at(-1)
    if (table === undefined) body.push({ kind: 'paragraph', number: ++outside, text })
    else if (ends === 'row') {
      table.rows.push({ cells: table.cells, places: cells })
      table.cells = []
      table.cell = []
    } else {
      table.cell.push({ kind: 'paragraph', number: 0, text })
      if (ends === 'cell') {
        table.cells.push(table.cell)
        table.cell = []
      }
    }
  }
  while (tables.length > 0) close()
  return body
}

/** A row whose end is missing keeps its cells. */
function finished({ number, rows, cells, cell }: OpenTable): Table {
  const last = cell.length > 0 ? [...cells, cell] : cells
  const all = last.length > 0 ? [...rows, { cells: last, places: [] }] : rows
  const borders = bordersOf(all)
  const merges = new Map<number, Block[]>()
  return tableOf(
    number,
    all.map((row, i) => tableRow(row, i + 1, borders, merges)),
  )
}

/** Left borders of all cells, in order, those that are nearly the same taken as one. */
function bordersOf(rows: readonly OpenRow[]): readonly number[] {
  const all = [...new Set(rows.flatMap(({ places }) => places.flatMap(({ left, right }) => [left, right])))]
  const borders: number[] = []
  for (const border of all.sort((a, b) => a - b))
    if (borders.length === 0 || border - (borders.at(-1) ?? 0) > SAME_BORDER) borders.push(border)
  return borders.slice(0, WIDEST)
}

const columnAt = (borders: readonly number[], border: number): number => {
  const after = borders.findIndex((candidate) => candidate > border + SAME_BORDER)
  return Math.max(0, (after < 0 ? borders.length : after) - 1)
}

function tableRow(row: OpenRow, number: number, borders: readonly number[], merges: Map<number, Block[]>): TableRow {
  const cells: TableCell[] = []
  let left: Block[] | null = null
  row.cells.slice(0, WIDEST).forEach((own, i) => {
    const place = row.places[i]
    const column = place === undefined ? i : columnAt(borders, place.left)
    const columns = place === undefined ? 1 : Math.max(1, columnAt(borders, place.right) - column)
    const into: Block[] | null =
      (place?.across ? left : null) ?? (place?.down === 'continue' ? (merges.get(column) ?? null) : null)
    if (into !== null) {
      into.push(...own.filter((block) => block.kind === 'table' || block.text.trim() !== ''))
      return
    }
    const blocks = [...own]
    left = blocks
    for (let at = column; at < column + columns; at++) merges.delete(at)
    if (place?.down === 'restart') merges.set(column, blocks)
    cells.push({ number: i + 1, column, columns, blocks })
  })
  return { number, cells }
}
