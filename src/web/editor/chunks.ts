// A long form in pieces, so that only those in sight are drawn.
import type { Sheet, SheetCell } from '../../kernel/layout/sheet.ts'

export type Chunk = { readonly from: number; readonly rows: readonly (readonly SheetCell[])[] }

/** Forms up to this long are drawn whole. */
const whole = 120
const size = 40

/** A merged cell that goes over a cut goes on, empty, in the next piece; every piece is a table of its own. */
export function chunksOf({ rows }: Pick<Sheet, 'rows'>): readonly Chunk[] {
  if (rows.length <= whole) return [{ from: 0, rows }]
  let open: readonly SheetCell[] = []
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => {
    const [from, end] = [i * size, Math.min(rows.length, (i + 1) * size)]
    const own = rows.slice(from, end).map((row) => row.map((cell) => clipped(cell, from, end)))
    const continued = open.map((cell) => clipped({ ...cell, text: null }, from, end))
    const first = [...continued, ...(own[0] ?? [])].toSorted((a, b) => a.col - b.col)
    open = [...open, ...rows.slice(from, end).flat()].filter(({ row, rowSpan }) => row + rowSpan > end)
    return { from, rows: [first, ...own.slice(1)] }
  })
}

function clipped(cell: SheetCell, from: number, end: number): SheetCell {
  const [top, bottom] = [Math.max(cell.row, from), Math.min(cell.row + cell.rowSpan, end)]
  return top === cell.row && bottom === cell.row + cell.rowSpan ? cell : { ...cell, row: top, rowSpan: bottom - top }
}
