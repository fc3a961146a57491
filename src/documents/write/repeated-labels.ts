// A label merged over rows of several pages is printed again on each of them: no page leaves the reader to guess the group.
import { textHeight } from './measure.ts'
import { HEAD, type PrintCell, type Printout, type PrintRow } from './printout.ts'

/** Whether a form may take more than one page and has labels over several rows of its tables. Heights are estimates. */
export function mayNeedLabels(print: Printout): boolean {
  const height = print.heights.reduce((a, b) => a + b, HEAD)
  return height > textHeight(print.orientation) && print.rows.some((row) => row.some((cell) => isLabel(print, cell)))
}

/** Labels that begin with the headings of a table stand in a row every page repeats anyway. */
const isLabel = (print: Printout, { row, rowSpan, text }: PrintCell): boolean =>
  rowSpan > 1 && text !== '' && print.tables.some(({ heading, end }) => row > heading && row < end)

/** The printout with such labels cut where a page begins. `firstRows`: the rows pages begin with, in order. */
export function withRepeatedLabels(print: Printout, firstRows: readonly number[]): Printout {
  if (firstRows.length === 0) return print
  const rows: PrintCell[][] = print.rows.map(() => [])
  for (const cell of print.rows.flat())
    for (const part of isLabel(print, cell) ? parts(cell, firstRows) : [cell]) rows[part.row]?.push(part)
  return { ...print, rows: rows.map((row): PrintRow => row.sort((a, b) => a.col - b.col)) }
}

function parts(cell: PrintCell, firstRows: readonly number[]): readonly PrintCell[] {
  const end = cell.row + cell.rowSpan
  const from = [cell.row, ...firstRows.filter((row) => row > cell.row && row < end)]
  return from.map((row, i) => ({ ...cell, row, rowSpan: (from[i + 1] ?? end) - row }))
}
