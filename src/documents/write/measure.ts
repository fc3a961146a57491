// How much room printed text takes: lines of a cell, heights of rows, the page. Lengths are in points unless said.
import { displayWidth } from '../wrapped.ts'

export type Orientation = 'portrait' | 'landscape'

const POINTS_PER_MM = 72 / 25.4
export const points = (mm: number): number => mm * POINTS_PER_MM

/** A4 and its margins in millimetres, as the offices print these forms. */
const PAGES = {
  portrait: { width: 210, height: 297, top: 20, bottom: 20, left: 18, right: 18 },
  landscape: { width: 297, height: 210, top: 18, bottom: 18, left: 18, right: 18 },
} as const
export type Page = (typeof PAGES)[Orientation]
export const pageOf = (orientation: Orientation): Page => PAGES[orientation]

export const tableWidth = (orientation: Orientation): number => {
  const { width, left, right } = pageOf(orientation)
  return points(width - left - right)
}

/** Room for text between the margins. */
export const textHeight = (orientation: Orientation): number => {
  const { height, top, bottom } = pageOf(orientation)
  return points(height - top - bottom)
}

/** Blank between a cell's border and its text, at each side. */
export const PADDING = 3.5
const LINE_HEIGHT = 1.38

export type Measured = {
  readonly row: number
  readonly col: number
  readonly rowSpan: number
  readonly colSpan: number
  readonly text: string
  /** Lines it is known to take; null where they are to be counted. */
  readonly lines?: number | null
}

/** Half squares of text that have room in a cell. */
export const roomIn = (width: number, fontSize: number): number =>
  Math.floor((width - 2 * PADDING) / (fontSize / 2) + 0.01)

/** Lines a text takes in a cell of this width. One half square a line is kept free: punctuation is never left alone. */
function linesIn(text: string, width: number, fontSize: number): number {
  const room = Math.max(2, roomIn(width, fontSize) - 1)
  return text.split('\n').reduce((n, line) => n + Math.max(1, Math.ceil(displayWidth(line) / room)), 0)
}

/** Height of every row, so that no cell's text is cut; a merged cell's surplus is shared by its rows. */
export function rowHeights(
  rows: readonly (readonly Measured[])[],
  widths: readonly number[],
  total: number,
  { fontSize, leastRow }: { readonly fontSize: number; readonly leastRow: number },
): number[] {
  const edges = [0]
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + (width * total) / 1000)
  const heights = rows.map(() => leastRow)
  const need = ({ col, colSpan, text, lines }: Measured): number =>
    (lines ?? linesIn(text, (edges[col + colSpan] ?? 0) - (edges[col] ?? 0), fontSize)) * fontSize * LINE_HEIGHT + 4
  const merged: Measured[] = []
  for (const cell of rows.flat())
    if (cell.rowSpan > 1) merged.push(cell)
    else if (cell.text !== '' || (cell.lines ?? 0) > 1) heights[cell.row] = Math.max(heights[cell.row] ?? 0, need(cell))
  for (const cell of merged) {
    const end = Math.min(cell.row + cell.rowSpan, rows.length)
    const have = heights.slice(cell.row, end).reduce((a, b) => a + b, 0)
    const missing = need(cell) - have
    if (missing > 0) for (let r = cell.row; r < end; r++) heights[r] = (heights[r] ?? 0) + missing / (end - cell.row)
  }
  return heights
}
