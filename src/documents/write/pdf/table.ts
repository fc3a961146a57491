// Tables on pages: how high rows are, how many fit, and where a row too tall for a page is torn.
import { PADDING } from '../measure.ts'
import { textWidth } from './characters.ts'
import type { Weight } from './font-file.ts'
import { type Line, linesOf } from './line-breaks.ts'
import { PITCH } from './page.ts'
import type { Element } from './structure.ts'

export type TableCell = {
  readonly row: number
  readonly col: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly text: string
  readonly align: 'left' | 'center' | 'right'
  readonly weight?: Weight
  /** What the cell is the heading of. */
  readonly head?: 'Column' | 'Row' | null
  /** Without borders. */
  readonly bare?: boolean
  /** Over several rows: the rows stay on one page. */
  readonly kept?: boolean
  /** Over several rows: printed again on every page its rows go on. */
  readonly repeated?: boolean
}

/** Rows from `heading` on are printed again on every page on which the rows below them, up to `end`, go on. */
export type Repeat = { readonly heading: number; readonly headings: number; readonly end: number }

export type Table = {
  /** Widths of the base columns, size of the text, least height of a row: in points. */
  readonly widths: readonly number[]
  readonly size: number
  readonly leastRow: number
  /** Of single rows, where it is more. */
  readonly least?: readonly number[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly repeats: readonly Repeat[]
}

export type MeasuredCell = {
  readonly cell: TableCell
  readonly lines: readonly Line[]
  /** Of the text, in points. */
  readonly size: number
  /** None where it is printed again. */
  readonly element: Element | null
}
export type MeasuredTable = Pick<Table, 'size' | 'leastRow' | 'repeats'> & {
  /** Left edges of the base columns, and the right edge of the last. */
  readonly edges: readonly number[]
  readonly rows: readonly (readonly MeasuredCell[])[]
  /** Cells over several rows. */
  readonly merged: readonly MeasuredCell[]
  /** Height of every row as far as its own cells ask for it. */
  readonly heights: readonly number[]
  /** Whether a page may end above a row; undefined stands for yes. */
  readonly kept: ReadonlySet<number>
}

/** Blank above and below the lines of a cell together, beside the blank within the lines. */
const AIR = 4

export const heightOf = (lines: number, { size, leastRow }: Pick<Table, 'size' | 'leastRow'>): number =>
  Math.max(leastRow, lines * size * PITCH + AIR)

/** Lines that have room in a height. */
export const linesIn = (height: number, { size }: Pick<Table, 'size'>): number =>
  Math.floor((height - AIR + 0.01) / (size * PITCH))

/** `section`: what the table is part of. */
export function measured(table: Table, section: Element | null): MeasuredTable {
  const whole: Element = { role: 'Table', parent: section }
  const edges = [0]
  for (const width of table.widths) edges.push((edges.at(-1) ?? 0) + width)
  const room = ({ col, colSpan }: TableCell): number => (edges[col + colSpan] ?? 0) - (edges[col] ?? 0) - 2 * PADDING
  const rows = table.rows.map((cells) => {
    const row: Element = { role: 'TR', parent: whole }
    return cells.map((cell) => ({ cell, ...fittedLines(cell, room(cell), table.size), element: elementOf(cell, row) }))
  })
  const merged = rows.flat().filter(({ cell }) => cell.rowSpan > 1)
  const heights = rows.map((row, i) =>
    row.reduce(
      (h, { cell, lines }) => (cell.rowSpan > 1 ? h : Math.max(h, heightOf(lines.length, table))),
      Math.max(table.leastRow, table.least?.[i] ?? 0),
    ),
  )
  return { ...table, edges, rows, merged, heights, kept: keptRows(table) }
}

/** A figure as one word. */
const FIGURE = /^[≥≤＞＜><=＝]?[\d.,]+[%％]?$/
/** Figures are printed no smaller, in points: wider ones are torn after all. */
const SMALLEST = 6

/** No figure is torn: one wider than its cell is printed smaller. */
function fittedLines({ text, weight }: TableCell, room: number, usual: number): Pick<MeasuredCell, 'lines' | 'size'> {
  if (text === '') return { lines: [], size: usual }
  const width = FIGURE.test(text) ? textWidth(text, usual, weight ?? 'regular') : 0
  const smaller = width <= room ? usual : Math.floor((usual * room * 10) / width) / 10
  const size = smaller < SMALLEST ? usual : smaller
  return { lines: linesOf(text, room, size, weight), size }
}

const elementOf = ({ head, colSpan, rowSpan }: TableCell, row: Element): Element => ({
  role: head ? 'TH' : 'TD',
  parent: row,
  columns: colSpan,
  rows: rowSpan,
  ...(head ? { scope: head } : {}),
})

/** Rows that stay with the row above: headings with their table, kept cells together, no single row at the very end. */
function keptRows({ rows, repeats }: Table): ReadonlySet<number> {
  const kept = new Set<number>()
  for (const { heading, headings } of repeats) for (let r = heading + 1; r <= heading + headings; r++) kept.add(r)
  for (const { row, rowSpan, kept: together } of rows.flat())
    if (together) for (let r = row + 1; r < row + rowSpan; r++) kept.add(r)
  if (rows.length > 3) kept.add(rows.length - 1)
  return kept
}

/** Heights of the rows from–to on one page; merged cells have room in the rows they have there. */
export function heightsBetween(table: MeasuredTable, from: number, to: number): number[] {
  const heights = table.heights.slice(from, to)
  for (const { cell, lines } of table.merged) {
    const first = Math.max(cell.row, from)
    const end = Math.min(cell.row + cell.rowSpan, to)
    if (end <= first || (first > cell.row && !cell.repeated)) continue
    let missing = heightOf(lines.length, table)
    for (let r = first; r < end; r++) missing -= heights[r - from] ?? 0
    if (missing > 0)
      for (let r = first; r < end; r++) heights[r - from] = (heights[r - from] ?? 0) + missing / (end - first)
  }
  return heights
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

export type Rows = { readonly to: number; readonly heights: readonly number[] }

/** End of the rows from `from` on that fit into a height, and their heights; null where not even the first does. */
export function rowsThatFit(
  table: MeasuredTable,
  from: number,
  room: number,
  mayEnd: (row: number) => boolean = () => true,
): Rows | null {
  let to = from
  for (let height = 0; to < table.rows.length; to++) {
    height += table.heights[to] ?? 0
    if (height > room + 0.01) break
  }
  for (; to > from; to--) {
    if (to < table.rows.length && (table.kept.has(to) || !mayEnd(to))) continue
    const heights = heightsBetween(table, from, to)
    if (sum(heights) <= room + 0.01) return { to, heights }
  }
  return null
}

/** The headings a page that begins with this row repeats. */
export const repeatAt = (table: MeasuredTable, row: number): Repeat | undefined =>
  table.repeats.find(({ heading, headings, end }) => row >= heading + headings && row < end)
