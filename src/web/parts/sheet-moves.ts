// Where an arrow key leads from one cell of a drawn form, and in which order its marked cells follow.
import type { Sheet } from '../../kernel/layout/sheet.ts'
import { cellAt, cellOf, endOf } from './sheet-cells.ts'

const steps: Readonly<Record<string, readonly [row: number, col: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The next cell with a field in the key's direction; undefined at the edge and for other keys. Labels are passed over. */
export function neighbour(sheet: Sheet, path: string, key: string): string | undefined {
  const step = steps[key]
  const from = cellOf(sheet, path)
  if (!step || !from) return undefined
  const [down, right] = step
  let row = down > 0 ? from.row + from.rowSpan : from.row + down
  let col = right > 0 ? from.col + from.colSpan : from.col + right
  for (;;) {
    const cell = cellAt(sheet, row, col)
    if (!cell) return undefined
    if (cell.path !== null) return cell.path
    row = down > 0 ? cell.row + cell.rowSpan : down < 0 ? cell.row - 1 : row
    col = right > 0 ? cell.col + cell.colSpan : right < 0 ? cell.col - 1 : col
  }
}

/** Rows the page keys go over. */
const page = 15

/**
 * Where a key leads that goes further than one cell: Home and End within the row, with Ctrl within the form; PageUp and
 * PageDown; Ctrl and an arrow to where filled and empty cells meet, as in a spreadsheet.
 */
export function farNeighbour(sheet: Sheet, path: string, key: string, control: boolean): string | undefined {
  if (key === 'Home' || key === 'End') {
    if (control) return endOf(sheet, key === 'Home' ? 'first' : 'last')
    return last(sheet, path, key === 'Home' ? 'ArrowLeft' : 'ArrowRight', () => true)
  }
  if (key === 'PageUp' || key === 'PageDown') {
    let left = page
    return last(sheet, path, key === 'PageUp' ? 'ArrowUp' : 'ArrowDown', () => left-- > 0)
  }
  const next = control ? neighbour(sheet, path, key) : undefined
  if (next === undefined) return undefined
  const isFilled = (one: string) => (cellOf(sheet, one)?.text ?? '') !== ''
  if (isFilled(path) && isFilled(next)) return last(sheet, next, key, isFilled) ?? next
  if (isFilled(next)) return next
  const empty = last(sheet, next, key, (one) => !isFilled(one)) ?? next
  return neighbour(sheet, empty, key) ?? empty
}

/** The furthest cell in a direction as long as all on the way are wanted; undefined where the first is not. */
function last(sheet: Sheet, path: string, key: string, wanted: (path: string) => boolean): string | undefined {
  let found: string | undefined
  for (let next = neighbour(sheet, path, key); next !== undefined && wanted(next); next = neighbour(sheet, next, key))
    found = next
  return found
}

/** The marked cell after (or before) the chosen one, in reading order, round the end; the first (last) where none is chosen. */
export function nextMarked(marked: readonly string[], order: readonly string[], from: string | null, step: 1 | -1) {
  const place = (path: string) => order.indexOf(path)
  const here = from === null ? (step > 0 ? -1 : order.length) : place(from)
  const ahead = step > 0 ? marked.find((p) => place(p) > here) : marked.findLast((p) => place(p) < here)
  return ahead ?? (step > 0 ? marked[0] : marked.at(-1))
}
