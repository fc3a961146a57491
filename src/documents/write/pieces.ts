// A form longer than a page is printed as several tables without a gap: only the head of a table is repeated over pages,
// and groups are printed again for every few rows, so that no page goes on for long without them.
import { textHeight } from './measure.ts'
import { HEAD, isGroup, type PrintCell, type Printout, type PrintRow } from './printout.ts'

/**
 * A table of the printout; the first `headings` of its rows are printed again on every page. `blocks`: groups are merged
 * over few rows only, which may be kept on one page.
 */
export type Piece = {
  readonly rows: readonly PrintRow[]
  readonly from: number
  readonly headings: number
  readonly blocks: boolean
}

/** Tables of a few rows are moved as they are: their headings need no repeating. */
const FEW = 3

export function pieces(print: Printout): readonly Piece[] {
  const tables = print.tables.filter(({ heading, end }) => end - heading > FEW)
  const height = print.heights.reduce((a, b) => a + b, HEAD)
  if (tables.length === 0 || height <= textHeight(print.orientation)) return [wholePiece(print)]
  const rows = tables.reduce((all, { heading, headings, end }) => {
    const starts = blockStarts(print, heading + headings, end)
    return groupsApart(headingsApart(all, heading + headings), starts)
  }, print.rows)
  const found: Piece[] = []
  let from = 0
  const add = (to: number, headings: number): void => {
    if (to > from) found.push({ rows: rows.slice(from, to), from, headings, blocks: true })
    from = to
  }
  for (const { heading, headings, end } of tables) {
    add(heading, 0)
    // What follows the last table, sum and grade, stays with it.
    add(end === tables.at(-1)?.end ? rows.length : end, headings)
  }
  return found
}

/** All rows as one table. */
export const wholePiece = ({ rows }: Printout): Piece => ({
  rows,
  from: 0,
  headings: 0,
  blocks: false,
})

/** Rows under one printed group: so many, and no more than this share of a page. */
const BLOCK = 8
const SHARE = 0.3

/** The first rows of blocks: where a group begins, and within a long group after every few rows. */
function blockStarts(print: Printout, from: number, end: number): ReadonlySet<number> {
  const starts = new Set<number>()
  const most = textHeight(print.orientation) * SHARE
  const groups = Array.from({ length: end - from }, (_, i) => from + i).filter((row) =>
    print.rows[row]?.some(({ path }) => isGroup(path)),
  )
  for (const [i, group] of [from, ...groups.filter((row) => row > from)].entries()) {
    const next = groups.filter((row) => row > from)[i] ?? end
    const size = Math.ceil((next - group) / Math.ceil((next - group) / BLOCK))
    let [rows, height] = [size, most]
    for (let row = group; row < next; row++) {
      const own = print.heights[row] ?? print.leastRow
      if (rows === size || height + own > most) {
        starts.add(row)
        rows = 0
        height = 0
      }
      rows++
      height += own
    }
  }
  return starts
}

/** Groups merged over several blocks are printed in each. */
function groupsApart(rows: readonly PrintRow[], starts: ReadonlySet<number>): readonly PrintRow[] {
  const added = new Map<number, PrintCell[]>()
  const cut = rows.map((row) =>
    row.map((cell): PrintCell => {
      if (cell.rowSpan === 1 || !isGroup(cell.path)) return cell
      const end = cell.row + cell.rowSpan
      const parts = [cell.row]
      for (let r = cell.row + 1; r < end; r++) if (starts.has(r)) parts.push(r)
      for (const [i, part] of parts.entries()) {
        if (i === 0) continue
        const path = cell.path?.replace(/\d+/, (first) => String(Number(first) + part - cell.row)) ?? null
        const again = { ...cell, path, row: part, rowSpan: (parts[i + 1] ?? end) - part }
        added.set(part, [...(added.get(part) ?? []), again])
      }
      return { ...cell, rowSpan: (parts[1] ?? end) - cell.row }
    }),
  )
  return cut.map((row, r) => [...row, ...(added.get(r) ?? [])].sort((a, b) => a.col - b.col))
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
