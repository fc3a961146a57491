// A rectangle of the drawn form: what is chosen, copied and emptied.
import type { Table } from '../../kernel/form/cells.ts'
import { placeOf } from '../../kernel/form/type-in.ts'
import type { Sheet, SheetCell } from '../../kernel/layout/sheet.ts'
import { cellAt, cellOf } from '../parts/sheet-cells.ts'
import type { Block } from './block.ts'

export type Rectangle = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

/** The smallest rectangle of whole cells that holds both; base rows and columns, ends excluded. */
export function rectangleOf(sheet: Sheet, from: string, to: string): Rectangle | null {
  const cells = sheet.rows.flat()
  const [a, b] = [cells.find(({ path }) => path === from), cells.find(({ path }) => path === to)]
  if (!a || !b) return null
  let box = around(edges(a), edges(b))
  for (;;) {
    const wider = cells.filter((cell) => touches(edges(cell), box)).reduce((all, cell) => around(all, edges(cell)), box)
    if (wider.top === box.top && wider.bottom === box.bottom && wider.left === box.left && wider.right === box.right)
      return box
    box = wider
  }
}

const edges = ({ row, col, rowSpan, colSpan }: SheetCell): Rectangle => ({
  top: row,
  bottom: row + rowSpan,
  left: col,
  right: col + colSpan,
})

const around = (a: Rectangle, b: Rectangle): Rectangle => ({
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
  left: Math.min(a.left, b.left),
  right: Math.max(a.right, b.right),
})

const touches = (a: Rectangle, b: Rectangle): boolean =>
  a.top < b.bottom && b.top < a.bottom && a.left < b.right && b.left < a.right

/** Fields within, in reading order. */
export const fieldsWithin = (sheet: Sheet, box: Rectangle): readonly string[] =>
  sheet.rows.flatMap((row) =>
    row.flatMap((cell) => (cell.path !== null && touches(edges(cell), box) ? [cell.path] : [])),
  )

export type Rows = { readonly table: Exclude<Table, 'funds'>; readonly from: number; readonly count: number }

/** The rows chosen cells stand for; a merged cell stands for all it covers. Rows of money are the form's own. */
export function rowsChosen(sheet: Sheet, from: string, to: string): Rows | null {
  const table = placeOf(to)?.table
  const box = rectangleOf(sheet, from, to)
  if (table === undefined || table === 'funds' || box === null) return null
  const covered = sheet.rows.flat().flatMap(({ path, rowSpan, ...cell }) => {
    const place = path === null ? null : placeOf(path)
    return place?.table === table && touches(edges({ path, rowSpan, ...cell }), box)
      ? [{ at: place.index, rowSpan }]
      : []
  })
  const first = Math.min(...covered.map(({ at }) => at))
  const end = Math.max(...covered.map(({ at, rowSpan }) => at + rowSpan))
  return { table, from: first, count: end - first }
}

/** How many rows the chosen ones pass when they go one place up or down: a merged neighbour in the chosen column is passed whole. */
export function rowsPassed(sheet: Sheet, { table, from, count }: Rows, path: string, by: 1 | -1): number {
  const index = by < 0 ? from - 1 : from + count
  const row = sheet.rows.findIndex((cells) => cells.some((cell) => cell.path?.startsWith(`${table}[${index}].`)))
  const column = cellOf(sheet, path)?.col
  if (row < 0 || column === undefined) return 0
  const neighbour = cellAt(sheet, row, column)
  return neighbour?.path && placeOf(neighbour.path)?.table === table ? neighbour.rowSpan : 1
}

/** What is copied: a row of texts for every row of the form; null where a merged cell covers. */
export function blockWithin(sheet: Sheet, box: Rectangle): Block {
  const starts = [
    ...new Set(
      sheet.rows
        .flat()
        .filter((cell) => touches(edges(cell), box))
        .map(({ col }) => col),
    ),
  ].sort((a, b) => a - b)
  const rows: (string | null)[][] = []
  for (let r = box.top; r < box.bottom; r++) {
    const row = sheet.rows[r] ?? []
    rows.push(
      starts.map((col) => {
        const cell = row.find((one) => one.col === col)
        return cell ? (cell.text ?? '') : null
      }),
    )
  }
  return rows
}

/** The cell itself; where it went with its row, or a merged one covers it now, the nearest above in its column; null: none is left. */
export function stillThere(sheet: Sheet, path: string): string | null {
  if (cellOf(sheet, path)) return path
  const place = placeOf(path)
  for (let index = place?.index ?? 0; place && index > 0; index--) {
    const above = `${place.table}[${index - 1}].${place.name}`
    if (cellOf(sheet, above)) return above
  }
  return null
}
