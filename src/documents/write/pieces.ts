// A form longer than a page is printed as two tables without a gap: only the head of a table is repeated over pages.
import { textHeight } from './measure.ts'
import type { PrintCell, Printout, PrintRow } from './printout.ts'

/** A table of the printout; the first `headings` of its rows are printed again on every page. */
export type Piece = { readonly rows: readonly PrintRow[]; readonly from: number; readonly headings: number }

/** Room for title and period. */
const HEAD = 60

export function pieces(print: Printout): readonly Piece[] {
  const { rows, repeated } = print
  const height = print.heights.reduce((a, b) => a + b, HEAD)
  if (repeated === null || height <= textHeight(print.orientation)) return [{ rows, from: 0, headings: 0 }]
  const table = { rows: headingsApart(rows, repeated).slice(repeated), from: repeated, headings: 1 }
  return repeated === 0 ? [table] : [{ rows: rows.slice(0, repeated), from: 0, headings: 0 }, table]
}

/** A label merged over headings and rows is cut below the headings: a repeated row may not reach into the table. */
function headingsApart(rows: readonly PrintRow[], repeated: number): readonly PrintRow[] {
  const torn = (rows[repeated] ?? []).filter((cell) => cell.rowSpan > 1)
  if (torn.length === 0) return rows
  const rest = torn.map((cell): PrintCell => ({ ...cell, row: repeated + 1, rowSpan: cell.rowSpan - 1, text: '' }))
  return rows.map((row, r) => {
    if (r === repeated) return row.map((cell) => (cell.rowSpan > 1 ? { ...cell, rowSpan: 1 } : cell))
    return r === repeated + 1 ? [...row, ...rest].sort((a, b) => a.col - b.col) : row
  })
}

/** A base position of a row: the cell that begins there, or goes on there from a row above. */
export type Slot = { readonly cell: PrintCell; readonly goesOn: boolean }

/** The cells of every row from left to right, those merged from above included. */
export function* slotsOf({ rows, from }: Piece): Generator<readonly Slot[]> {
  let open: readonly PrintCell[] = []
  for (const [i, row] of rows.entries()) {
    const above = open.map((cell): Slot => ({ cell, goesOn: true }))
    const own = row.map((cell): Slot => ({ cell, goesOn: false }))
    const slots = above.length === 0 ? own : [...above, ...own].sort((a, b) => a.cell.col - b.cell.col)
    open = slots.map(({ cell }) => cell).filter((cell) => cell.row + cell.rowSpan > from + i + 1)
    yield slots
  }
}
