// The parts of a table on several pages → one table's rows.
import type { Cell, Row } from '../grid.ts'
import { labelKey, numberText } from '../text.ts'
import { SEAM, type TableBlock, type TableCell } from './block.ts'
import type { Box } from './geometry.ts'
import { nearest, snapped } from './rules.ts'
import { areTornAlike, isOneRow, mergedLines, type Pair, pairsAt } from './seam.ts'
import { textOf } from './text-lines.ts'

type Placed = TableCell & { readonly page: number }
/** Cells by their place in the whole table; rows count on from page to page. */
type Whole = { readonly cells: Map<string, Placed>; rows: number }

/** Rows from left to right, merged cells with their text in the first square and empty squares for the rest. */
export function rowsOf(parts: readonly TableBlock[]): readonly Row[] {
  const shifts = parts.map((part) => (parts[0]?.xs[0] ?? 0) - (part.xs[0] ?? 0))
  const xs = snapped(parts.flatMap((part, i) => part.xs.map((x) => x + (shifts[i] ?? 0))))
  const whole: Whole = { cells: new Map(), rows: 0 }
  const seen = new Set<string>()
  parts.forEach((part, i) => {
    const shift = shifts[i] ?? 0
    const skipped = i === 0 ? 0 : repeatedRows(part, seen)
    const cells = part.cells
      .filter((cell) => cell.row >= skipped)
      .map((cell): Placed => {
        const column = nearest(xs, cell.left + shift)
        const columnSpan = Math.max(1, nearest(xs, cell.right + shift) - column)
        return { ...cell, row: cell.row - skipped, column, columnSpan, page: part.page }
      })
    const open = i > 0 && (part.open.top || parts[i - 1]?.open.bottom === true)
    append(whole, cells, part.rows - skipped, { open, shift, undrawn: part.undrawn !== null })
    for (const key of rowKeys(part)) if (key !== null) seen.add(key)
  })
  return filledRows(whole, xs.length - 1)
}

/** Heading rows are printed again on every page. */
function repeatedRows(part: TableBlock, seen: ReadonlySet<string>): number {
  const keys = rowKeys(part)
  let rows = 0
  while (rows < part.rows - 1 && isRepeated(keys[rows], seen)) rows++
  // A heading cell that reaches further down belongs to rows that stay.
  return part.cells.some((cell) => cell.row < rows && cell.row + cell.rowSpan > rows && cell.lines.length > 0)
    ? 0
    : rows
}

const isRepeated = (key: string | null | undefined, seen: ReadonlySet<string>): boolean =>
  key !== null && key !== undefined && seen.has(key)

/** What tells heading rows: at least two texts, no number; null for other rows. */
function rowKeys(part: TableBlock): readonly (string | null)[] {
  const texts = Array.from({ length: part.rows }, (): string[] => [])
  for (const cell of part.cells) {
    const key = labelKey(cell.lines.map((line) => line.text).join(''))
    if (key !== '') texts[cell.row]?.push(key)
  }
  return texts.map((keys) =>
    keys.length >= 2 && keys.every((key) => numberText(key) === null) ? keys.join('\t') : null,
  )
}

const keyOf = (cell: { readonly row: number; readonly column: number }): string => `${cell.row},${cell.column}`

type Seam = { readonly open: boolean; readonly shift: number; readonly undrawn: boolean }

function append(whole: Whole, cells: readonly Placed[], rows: number, { open, shift, undrawn }: Seam): void {
  const top = cells.filter((cell) => cell.row === 0)
  const bottom = whole.rows === 0 ? [] : lastRow(whole)
  const pairs = whole.rows === 0 ? null : pairsAt(bottom, top, shift)
  if (pairs !== null && isOneRow(pairs, open) && (!undrawn || areTornAlike(pairs))) {
    for (const pair of pairs) joinPair(whole, pair, [...pair.above.lines, ...pair.below.lines], pair.below.rowSpan - 1)
    const longer = cells.filter((cell) => cell.row > 0)
    put(whole, longer, whole.rows - 1, rows - 1)
    return
  }
  const merged = new Set<TableCell>()
  for (const pair of pairsOf(bottom, top, shift)) {
    const lines = mergedLines(pair)
    if (lines === null) continue
    joinPair(whole, pair, lines, 0)
    merged.add(pair.below)
  }
  put(
    whole,
    cells.map((cell) => (merged.has(cell) ? { ...cell, lines: [] } : cell)),
    whole.rows,
    rows,
  )
}

/** The pairs there are, where some cells have no counterpart. */
const pairsOf = (bottom: readonly TableCell[], top: readonly TableCell[], shift: number): readonly Pair[] =>
  top.flatMap((cell) => pairsAt(bottom, [cell], shift) ?? [])

const lastRow = (whole: Whole): readonly Placed[] =>
  [...whole.cells.values()].filter((cell) => cell.row + cell.rowSpan === whole.rows)

function put(whole: Whole, cells: readonly Placed[], offset: number, rows: number): void {
  for (const cell of cells) {
    const moved = { ...cell, row: cell.row + offset }
    whole.cells.set(keyOf(moved), moved)
  }
  whole.rows += rows
}

/** `added` = rows of the lower part that are rows of their own. */
function joinPair(whole: Whole, { above, below }: Pair, lines: TableCell['lines'], added: number): void {
  const known = whole.cells.get(keyOf(above))
  const rowSpan = above.rowSpan + added
  const doubt = above.doubt ?? (below.doubt === SEAM ? undefined : below.doubt)
  if (known !== undefined)
    whole.cells.set(keyOf(above), {
      ...known,
      lines,
      rowSpan,
      bottom: below.bottom,
      ...(doubt === undefined ? {} : { doubt }),
    })
}

function filledRows(whole: Whole, columns: number): readonly Row[] {
  const rows: Cell[][] = Array.from({ length: whole.rows }, () =>
    Array.from({ length: columns }, () => ({ text: '', source: { text: '' } })),
  )
  for (const cell of whole.cells.values()) {
    const row = rows[cell.row]
    if (row !== undefined && cell.lines.length > 0) row[cell.column] = cellOf(cell)
  }
  return rows.filter((row) => row.some((cell) => cell.text !== ''))
}

/** A text that may stand elsewhere is as good as not read. */
const DOUBTFUL = 0.3

function cellOf({ page, box, lines, width, doubt }: Placed): Cell {
  const text = textOf(lines, width)
  const source = { page, box: sourceBox(box), text: lines.map((line) => line.text).join('\n') }
  return doubt === undefined ? { text, source } : { text, source: { ...source, certainty: DOUBTFUL }, doubt }
}

/** Tenths of a point are more than a screen shows. */
export const sourceBox = ({ left, top, right, bottom }: Box) => ({
  x: tenths(left),
  y: tenths(top),
  width: tenths(right - left),
  height: tenths(bottom - top),
})

const tenths = (value: number): number => Math.round(value * 10) / 10
