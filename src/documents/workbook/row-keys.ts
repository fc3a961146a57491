// Which row of the form a row of a sheet is, in a hidden cell beside its name: it goes where the row goes when rows are
// sorted, inserted or deleted.
import { isRowMark, ROW_MARK } from '../../kernel/form/row-mark.ts'
import { MOST_STEPS, type Sheet, type SheetRow } from './sheet.ts'

/** `groups`: what the group cells show, each with its distance to the left of the key. */
export type RowKey = {
  readonly table: 'tasks' | 'indicators'
  readonly index: number
  readonly groups: readonly { readonly left: number; readonly text: string }[]
}

export const rowKeyText = ({ table, index, groups }: RowKey): string =>
  `${ROW_MARK}${JSON.stringify([table, index, ...groups.flatMap(({ left, text }) => [left, text])])}`

const isWhole = (value: unknown, least: number): value is number =>
  Number.isSafeInteger(value) && Number(value) >= least

/** The key a cell holds; null for every other text. Anybody can write into the cell: only places that can be are taken. */
export function rowKeyIn(text: string): RowKey | null {
  if (!isRowMark(text)) return null
  try {
    const [table, index, ...rest]: readonly unknown[] = JSON.parse(text.slice(ROW_MARK.length)) as unknown[]
    if ((table !== 'tasks' && table !== 'indicators') || !isWhole(index, 0)) return null
    const groups = rest.flatMap((left, i) => {
      const shown = rest[i + 1]
      return i % 2 === 0 && isWhole(left, 1) && typeof shown === 'string' ? [{ left, text: shown }] : []
    })
    return { table, index, groups }
  } catch {
    return null
  }
}

/** Comparisons that may still be made for the groups of a sheet. */
type Allowance = { steps: number }

/** A row with its key, and the place of the key in it. */
type Keyed = { readonly row: SheetRow; readonly key: RowKey; readonly column: number }

/**
 * Takes the keys out of a sheet and answers them by the number of their row; of copied rows the first one keeps the
 * key. Rows that were moved out of their group, its cells no longer merged, are given its name again.
 */
export function takeRowKeys(sheet: Sheet): ReadonlyMap<number, RowKey> {
  const keys = new Map<number, RowKey>()
  const taken = new Set<string>()
  let above: Keyed | null = null
  let between: SheetRow[] = []
  const allowance: Allowance = { steps: MOST_STEPS }
  for (const row of sheet.rows) {
    const keyed = takeKey(row, sheet)
    if (keyed === null) {
      between.push(row)
      continue
    }
    const name = `${keyed.key.table} ${keyed.key.index}`
    if (!taken.has(name)) keys.set(row.number, keyed.key)
    taken.add(name)
    nameGroups(keyed, above, between, sheet, allowance)
    above = keyed
    between = []
  }
  return keys
}

function takeKey(row: SheetRow, { hiddenColumns }: Sheet): Keyed | null {
  const place = row.cells.findIndex(({ text }) => isRowMark(text))
  const cell = row.cells[place]
  const key = cell === undefined ? null : rowKeyIn(cell.text)
  if (cell === undefined || key === null) return null
  row.cells.splice(place, 1)
  // Nothing else of the column is left out: nobody has to be told that it is hidden.
  hiddenColumns.delete(cell.column)
  return { row, key, column: cell.column }
}

/** A blank group cell is the group of the row above, unless the two were written in different groups. */
function nameGroups(
  { row, key, column }: Keyed,
  above: Keyed | null,
  between: readonly SheetRow[],
  sheet: Sheet,
  allowance: Allowance,
): void {
  let same = above !== null && above.key.table === key.table
  for (const [i, { left, text }] of key.groups.entries()) {
    allowance.steps -= sheet.merges.length + row.cells.length + between.length + 1
    if (allowance.steps < 0) return
    const place = column - left
    if (place < 0) continue
    same &&= above?.key.groups[i]?.text === text && !between.some((other) => textIn(other, place) !== '')
    if (same || textIn(row, place) !== '' || isMerged(sheet, row, place)) continue
    row.cells.push({ column: place, text })
  }
}

const textIn = ({ cells }: SheetRow, column: number): string =>
  cells.find((cell) => cell.column === column)?.text.trim() ?? ''

/** Below the first row of a merged area, whose text is shown for all of them. */
const isMerged = ({ merges }: Sheet, { number }: SheetRow, column: number): boolean =>
  merges.some(({ top, bottom, left, right }) => number > top && number <= bottom && column >= left && column <= right)
