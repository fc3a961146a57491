// Puts a table on pages: rows as long as they fit, headings again on every page, a row taller than a page torn.
import { PADDING } from '../measure.ts'
import { BASELINE, type OpenPage, PITCH } from './page.ts'
import type { Element } from './structure.ts'
import {
  heightOf,
  heightsBetween,
  linesIn,
  type MeasuredCell,
  type MeasuredTable,
  measured,
  type Rows,
  repeatAt,
  rowsThatFit,
  sum,
  type Table,
} from './table.ts'

/** Where a block is put: the open page, and how far it is filled. */
export type Cursor = {
  page: OpenPage
  /** What blocks are part of. */
  section: Element | null
  y: number
  readonly left: number
  readonly top: number
  readonly bottom: number
  /** Ends the page and opens the next. */
  readonly turn: () => void
}

export function placeTable(at: Cursor, given: Table): void {
  const table = measured(given, at.section)
  let row = 0
  while (row < table.rows.length) {
    const fit = rowsApart(table, row, at.bottom - at.y)
    if (fit !== null) {
      drawRows(at, table, row, fit)
      row = fit.to
    } else if (rowsThatFit(table, row, freshRoom(at, table, row)) !== null) turn(at, table, row)
    else row = placeTall(at, table, row)
  }
}

/** The rows that fit, the last one a little higher where the row on the next page could be taken for its rest. */
function rowsApart(table: MeasuredTable, from: number, room: number): Rows | null {
  const most = rowsThatFit(table, from, room)
  const clear = rowsThatFit(table, from, room, (row) => !looksMerged(table, row))
  const fit = most !== null && clear !== null && clear.to >= most.to - GIVEN_UP ? clear : most
  if (fit === null || gapBelow(table, fit.to) === 0) return fit
  const fewer = rowsThatFit(table, from, room - gapBelow(table, fit.to)) ?? fit
  const gap = Math.min(gapBelow(table, fewer.to), room - sum(fewer.heights))
  return { to: fewer.to, heights: fewer.heights.with(-1, (fewer.heights.at(-1) ?? 0) + gap) }
}

/** Rows that are given to the next page for a clearer end. */
const GIVEN_UP = 4

/** Where an empty cell ends above and a text begins below, one of them merged, the text could be that of both. */
function looksMerged(table: MeasuredTable, below: number): boolean {
  return (table.rows[below] ?? []).some(({ cell: { text, col, colSpan, rowSpan } }) => {
    if (text === '') return false
    const isAbove = ({ cell }: MeasuredCell): boolean =>
      cell.text === '' && cell.col === col && cell.colSpan === colSpan && cell.row + cell.rowSpan === below
    return (rowSpan > 1 && (table.rows[below - 1] ?? []).some(isAbove)) || table.merged.some(isAbove)
  })
}

/** Blank that shows a reader a row ends here, in font sizes; half of it stands above the text in the middle. */
const CLEAR = 3.4

/**
 * Two rows of texts only, one at the foot of a page and one at the top of the next, look like one row that was torn:
 * blank below the first keeps them apart. Labels, figures and texts that stand below only tell rows by themselves.
 */
function gapBelow(table: MeasuredTable, below: number): number {
  if (below >= table.rows.length) return 0
  const next = new Map((table.rows[below] ?? []).map(({ cell }) => [cell.col, cell]))
  const last = table.rows[below - 1] ?? []
  const tells = last.some(({ cell: { col, text } }) => {
    const under = next.get(col)?.text ?? ''
    return (text === '' && under !== '') || (FIGURE.test(text) && FIGURE.test(under))
  })
  return tells || table.merged.some(({ cell }) => cell.repeated && cell.row <= below && cell.row + cell.rowSpan > below)
    ? 0
    : CLEAR * table.size
}

const FIGURE = /^[≥≤＞＜><=＝]?\d/

const headingHeights = (table: MeasuredTable, row: number): { from: number; heights: readonly number[] } => {
  const repeat = repeatAt(table, row)
  if (repeat === undefined) return { from: row, heights: [] }
  return { from: repeat.heading, heights: heightsBetween(table, repeat.heading, repeat.heading + repeat.headings) }
}

/** Room for rows on a page of their own. */
const freshRoom = (at: Cursor, table: MeasuredTable, row: number): number =>
  at.bottom - at.top - sum(headingHeights(table, row).heights)

/** The next page, with the headings that go on there. */
function turn(at: Cursor, table: MeasuredTable, row: number): void {
  at.turn()
  const { from, heights } = headingHeights(table, row)
  if (heights.length > 0) drawRows(at, table, from, { to: from + heights.length, heights }, true)
}

/** `again`: the rows are headings that have been printed before. */
function drawRows(at: Cursor, table: MeasuredTable, from: number, { to, heights }: Rows, again = false): void {
  const tops = [at.y]
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height)
  const place = (measured: MeasuredCell): void => {
    const { cell, lines } = measured
    const first = Math.max(cell.row, from)
    const end = Math.min(cell.row + cell.rowSpan, to)
    if (end <= first) return
    const [top, bottom] = [tops[first - from] ?? 0, tops[end - from] ?? 0]
    const shown = first === cell.row || cell.repeated ? lines : []
    const element = again || first > cell.row ? null : measured.element
    drawCell(at, table, { ...measured, lines: shown, element }, top, bottom)
  }
  for (const cell of table.merged) if (cell.cell.row < from) place(cell)
  for (let row = from; row < to; row++) for (const cell of table.rows[row] ?? []) place(cell)
  at.y = tops.at(-1) ?? at.y
}

/** `middle`: the lines stand in the middle of the height; else at its top. */
function drawCell(
  { page, left }: Cursor,
  { edges }: MeasuredTable,
  { cell, lines, size, element }: MeasuredCell,
  top: number,
  bottom: number,
  middle = true,
): void {
  const [x1, x2] = [left + (edges[cell.col] ?? 0), left + (edges[cell.col + cell.colSpan] ?? 0)]
  if (!cell.bare) page.boxes.push({ left: x1, top, right: x2, bottom })
  const pitch = size * PITCH
  const free = bottom - top - lines.length * pitch
  const weight = cell.weight ?? 'regular'
  if (lines.length === 0 && element !== null) page.texts.push({ x: x1, y: top, size, weight, text: '', element })
  let y = top + (middle ? free / 2 : Math.min(free / 2, 2)) + size * BASELINE
  for (const { text, width } of lines) {
    const x =
      cell.align === 'left' ? x1 + PADDING : cell.align === 'right' ? x2 - PADDING - width : (x1 + x2 - width) / 2
    if (text !== '') page.texts.push({ x, y, size, weight, text, element })
    y += pitch
  }
}

/** Fewer lines of a torn row are left behind on no page, fewer are carried to no page. */
const FEWEST = 3
/** Cells of so many lines are not torn with their row. */
const SHORT = 10
/** So many signs on either page tell a reader that this is one text. */
const TOLD = 48

/** Tears a row that is taller than a page; rows merged with it that cannot stay together are placed one by one. Returns the next row. */
function placeTall(at: Cursor, table: MeasuredTable, row: number): number {
  const single = heightsBetween(table, row, row + 1)
  const left = at.bottom - at.y - sum(single)
  const isFresh = at.y <= at.bottom - freshRoom(at, table, row) + 0.01
  // A row that stays with the one below is not left alone at the foot of a page.
  const isAlone = table.kept.has(row + 1) && linesIn(left, table) < leastLines(table.rows[row + 1] ?? [])
  if (left >= -0.01 && (isFresh || !isAlone)) {
    drawRows(at, table, row, { to: row + 1, heights: single })
    return row + 1
  }
  if (sum(single) <= freshRoom(at, table, row) + 0.01) {
    turn(at, table, row)
    return row
  }
  tear(at, table, row)
  return row + 1
}

function tear(at: Cursor, table: MeasuredTable, row: number): void {
  const over = table.merged.filter(({ cell }) => cell.row < row && cell.row + cell.rowSpan > row)
  const above = over.map((c) => ({ ...c, lines: c.cell.repeated ? c.lines : [], element: null }))
  const cells = [...above, ...(table.rows[row] ?? [])]
  const most = Math.max(...cells.map(({ lines }) => lines.length))
  if (linesIn(at.bottom - at.y, table) < leastLines(cells)) turn(at, table, row)
  const last = lastLines(cells, most)
  for (let done = 0; done < most; ) {
    const room = Math.max(1, linesIn(at.bottom - at.y, table))
    const left = most - done
    const count = left <= room ? left : Math.max(1, Math.min(room, left - last))
    const bottom = at.y + heightOf(count, table)
    for (const cell of cells)
      drawCell(at, table, { ...cell, lines: cell.lines.slice(done, done + count) }, at.y, bottom, false)
    at.y = bottom
    done += count
    if (done < most) turn(at, table, row)
  }
}

/** Lines the first page of a torn row has to hold: short cells whole, of long ones enough to see that they go on. */
function leastLines(cells: readonly MeasuredCell[]): number {
  const own = cells.map(({ lines }) => {
    if (lines.length <= SHORT) return lines.length
    return linesTelling(lines.map((line) => line.text))
  })
  return Math.max(...own)
}

/** Lines of a torn row's longest cells that go to its last page together. */
function lastLines(cells: readonly MeasuredCell[], most: number): number {
  const longest = cells.filter(({ lines }) => lines.length === most)
  return Math.max(
    ...longest.map(({ lines }) =>
      linesTelling(
        lines
          .slice(-TOLD)
          .map((line) => line.text)
          .reverse(),
      ),
    ),
  )
}

function linesTelling(texts: readonly string[]): number {
  let signs = 0
  const told = texts.findIndex((text) => {
    signs += text.length
    return signs >= TOLD
  })
  return Math.max(FEWEST, told + 1)
}
