// Where an arrow key leads from one cell of a drawn form, and in which order its marked cells follow.
import type { Sheet, SheetCell } from '../../kernel/layout/sheet.ts'

const steps: Readonly<Record<string, readonly [row: number, col: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The next cell with a field in the key's direction; undefined at the edge and for other keys. Labels are passed over. */
export function neighbour(sheet: Sheet, path: string, key: string): string | undefined {
  const step = steps[key]
  const cells = sheet.rows.flat()
  const from = cells.find((cell) => cell.path === path)
  if (!step || !from) return undefined
  const [down, right] = step
  let row = down > 0 ? from.row + from.rowSpan : from.row + down
  let col = right > 0 ? from.col + from.colSpan : from.col + right
  for (;;) {
    const cell = cells.find((one) => covers(one, row, col))
    if (!cell) return undefined
    if (cell.path !== null) return cell.path
    row = down > 0 ? cell.row + cell.rowSpan : down < 0 ? cell.row - 1 : row
    col = right > 0 ? cell.col + cell.colSpan : right < 0 ? cell.col - 1 : col
  }
}

const covers = (cell: SheetCell, row: number, col: number): boolean =>
  row >= cell.row && row < cell.row + cell.rowSpan && col >= cell.col && col < cell.col + cell.colSpan

/** The marked cell after (or before) the chosen one, in reading order, round the end; the first (last) where none is chosen. */
export function nextMarked(marked: readonly string[], order: readonly string[], from: string | null, step: 1 | -1) {
  const place = (path: string) => order.indexOf(path)
  const here = from === null ? (step > 0 ? -1 : order.length) : place(from)
  const ahead = step > 0 ? marked.find((p) => place(p) > here) : marked.findLast((p) => place(p) < here)
  return ahead ?? (step > 0 ? marked[0] : marked.at(-1))
}
