// The two sides of a page break inside a table: one row that was cut, one merged cell, or just the next row.
import { numberText } from '../text.ts'
import type { TableCell } from './block.ts'
import { isPrinted } from './printed-label.ts'
import { roomFor, type TextLine, wrapsInto } from './text-lines.ts'

/** Cells one above the other at the break. */
export type Pair = { readonly above: TableCell; readonly below: TableCell }

/** Points by which the edges of the same cell may differ from page to page. */
const EDGE = 4

/** The last row above and the first row below the break, cell by cell; null where their columns differ. */
export function pairsAt(
  above: readonly TableCell[],
  below: readonly TableCell[],
  shift: number,
): readonly Pair[] | null {
  const pairs = below.map((cell) => {
    const same = above.find(
      (candidate) =>
        Math.abs(candidate.left - cell.left - shift) < EDGE && Math.abs(candidate.right - cell.right - shift) < EDGE,
    )
    return same === undefined ? null : { above: same, below: cell }
  })
  return pairs.every((pair) => pair !== null) ? pairs : null
}

const isFilled = (cell: TableCell): boolean => cell.lines.length > 0

/**
 * True where the rows on both sides are one row: every text that stands on both sides runs on from one to the other,
 * at least one does, and other cells of the row are printed above only. A number or value printed above only settles
 * it, for no row goes without.
 */
export function isOneRow(pairs: readonly Pair[], open: boolean): boolean {
  const both = pairs.filter(({ above, below }) => isFilled(above) && isFilled(below))
  const above = pairs.filter((pair) => isFilled(pair.above) && !isFilled(pair.below)).map((pair) => pair.above)
  const below = pairs.filter((pair) => !isFilled(pair.above) && isFilled(pair.below))
  if (both.length === 0 || below.length > 0 || (above.length === 0 && !open)) return false
  if (both.some((pair) => (isValue(pair.above) && isValue(pair.below)) || areLabels(pair))) return false
  if (above.some(isValue) && !both.some((pair) => isValue(pair.below))) return true
  return both.every((pair) => isTornLabel(pair) || runsOn(pair))
}

/** Lines by which the ends of texts that are torn at the same place may differ. */
const ALIKE = 0.6

/** Texts that were torn by one page break end there at one height, and go on at one height: those of two rows do not. */
export function areTornAlike(pairs: readonly Pair[]): boolean {
  const both = pairs.filter(({ above, below }) => isFilled(above) && isFilled(below))
  const ends = both.flatMap(({ above }) => above.lines.at(-1) ?? [])
  const starts = both.flatMap(({ below }) => below.lines[0] ?? [])
  const [end, start] = [Math.max(...ends.map(({ bottom }) => bottom)), Math.min(...starts.map(({ top }) => top))]
  return (
    ends.every(({ bottom, size }) => end - bottom < ALIKE * size) &&
    starts.every(({ top, size }) => top - start < ALIKE * size)
  )
}

/** Signs of the longest value; a paragraph may begin with = by chance. */
const VALUE = 40

/** A number, or a value that begins with a sign. */
const isValue = (cell: TableCell): boolean => {
  const text = textIn(cell)
  return (
    numberText(text.replace(/分$/, '')) !== null || (text.length <= VALUE && /^[≥≤＞＜><=＝][\p{L}\p{N}]/u.test(text))
  )
}

/** White below the last line of a cell that is full, in lines. */
const FULL = 1.6

function runsOn({ above, below }: Pair): boolean {
  const [last, next] = [above.lines.at(-1), below.lines[0]]
  if (last === undefined || next === undefined) return false
  if (above.bottom - last.bottom > FULL * last.size || next.top - below.top > FULL * next.size) return false
  if (isValue(below)) return false
  const room = roomFor(above.lines, above.width)
  return wrapsInto(last, next, room) || isLong(above.lines)
}

/** A page may end just between two paragraphs. */
const isLong = (lines: readonly TextLine[]): boolean =>
  lines.length >= 3 && lines.reduce((sum, line) => sum + line.text.length, 0) >= 40

/**
 * What a merged cell that goes on below the break holds in all: programs print its text on either side, or tear a
 * label apart. Null where the two are different cells.
 */
export function mergedLines({ above, below }: Pair): readonly TextLine[] | null {
  if (!isFilled(below)) return null
  if (isFilled(above)) return isTornLabel({ above, below }) ? [...above.lines, ...below.lines] : null
  return above.rowSpan + below.rowSpan > 2 ? below.lines : null
}

/** A label on the next page, the same again or another, belongs to the rows there. */
const areLabels = ({ above, below }: Pair): boolean => isPrinted(textIn(above)) && isPrinted(textIn(below))

/** The upper part is no label of a form; both together are. */
function isTornLabel({ above, below }: Pair): boolean {
  const [upper, lower] = [textIn(above), textIn(below)]
  return (
    upper !== '' &&
    lower !== '' &&
    upper.length + lower.length <= LONGEST &&
    isPrinted(upper + lower) &&
    !isPrinted(upper)
  )
}

/** No torn label is longer. */
const LONGEST = 24

const textIn = (cell: TableCell): string =>
  cell.lines
    .map((line) => line.text)
    .join('')
    .replace(/\s/g, '')
