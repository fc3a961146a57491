// A form longer than a page is printed as several tables without a gap: only the head of a table is repeated over pages.
import { textHeight } from './measure.ts'
import { HEAD, type PrintCell, type Printout, type PrintRow } from './printout.ts'

/** A table of the printout; the first `headings` of its rows are printed again on every page. */
export type Piece = { readonly rows: readonly PrintRow[]; readonly from: number; readonly headings: number }

/** Tables of a few rows are moved as they are: their headings need no repeating. */
const FEW = 3

export function pieces(print: Printout): readonly Piece[] {
  const tables = print.tables.filter(({ heading, end }) => end - heading > FEW)
  const height = print.heights.reduce((a, b) => a + b, HEAD)
  if (tables.length === 0 || height <= textHeight(print.orientation))
    return [{ rows: print.rows, from: 0, headings: 0 }]
  const rows = tables.reduce((all, { heading, headings }) => headingsApart(all, heading + headings), print.rows)
  const found: Piece[] = []
  let from = 0
  const add = (to: number, headings: number): void => {
    if (to > from) found.push({ rows: rows.slice(from, to), from, headings })
    from = to
  }
  for (const { heading, headings, end } of tables) {
    add(heading, 0)
    // What follows the last table, sum and grade, stays with it.
    add(end === tables.at(-1)?.end ? rows.length : end, headings)
  }
  return found
}

/** A label merged over headings and rows is cut below the headings: repeated rows may not reach into the table. */
function headingsApart(rows: readonly PrintRow[], below: number): readonly PrintRow[] {
  const isTorn = (cell: PrintCell): boolean => cell.row < below && cell.row + cell.rowSpan > below
  const rest = rows
    .slice(0, below)
    .flat()
    .filter(isTorn)
    .map((cell): PrintCell => ({ ...cell, row: below, rowSpan: cell.row + cell.rowSpan - below, text: '', set: '' }))
  if (rest.length === 0) return rows
  return rows.map((row, r) => {
    if (r < below) return row.map((cell) => (isTorn(cell) ? { ...cell, rowSpan: below - cell.row } : cell))
    return r === below ? [...row, ...rest].sort((a, b) => a.col - b.col) : row
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
