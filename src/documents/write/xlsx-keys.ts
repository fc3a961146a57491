// A hidden column beside the names of a table, with the key of every row: it is inside whatever is selected to be sorted.
import { type RowKey, rowKeyText } from '../workbook/row-keys.ts'
import type { PrintCell, Printout, PrintRow } from './printout.ts'

/** `hidden`: the base columns that hold keys. */
export type Keyed = { readonly print: Printout; readonly hidden: ReadonlySet<number> }

const TABLES = ['tasks', 'indicators'] as const

/** The printout with a column of keys for each of its tables whose rows have names. */
export const withRowKeys = (print: Printout): Keyed =>
  TABLES.reduce<Keyed>((keyed, table) => withKeysOf(table, keyed), { print, hidden: new Set() })

function withKeysOf(table: RowKey['table'], { print, hidden }: Keyed): Keyed {
  const named = new RegExp(`^${table}\\[(\\d+)\\]\\.name$`)
  const names = print.rows.map((row) => row.find(({ path }) => named.test(path ?? '')))
  const first = names.find((cell) => cell !== undefined)
  if (first === undefined) return { print, hidden }
  const at = first.col + first.colSpan
  const groups = groupsOf(table, print)
  const rows = print.rows.map((row, r) => {
    const name = names[r]
    if (name === undefined) return row.map((cell) => widened(cell, at, true))
    const index = Number(named.exec(name.path ?? '')?.[1])
    const text = rowKeyText({ table, index, groups: groups(index, at) })
    const key: PrintCell = { ...name, col: at, colSpan: 1, text, set: text, role: 'label', path: null, format: null }
    return [...row.map((cell) => widened(cell, at, false)), key].sort((a, b) => a.col - b.col)
  })
  return {
    print: { ...print, rows, widths: [...print.widths.slice(0, at), 0, ...print.widths.slice(at)] },
    hidden: new Set([...[...hidden].map((column) => (column >= at ? column + 1 : column)), at]),
  }
}

/** The cell on a grid that has one more column; `over`: a cell that ends there covers it. */
function widened(cell: PrintCell, at: number, over: boolean): PrintCell {
  if (cell.col >= at) return { ...cell, col: cell.col + 1 }
  const end = cell.col + cell.colSpan
  return end > at || (over && end === at) ? { ...cell, colSpan: cell.colSpan + 1 } : cell
}

const GROUPS = ['dimension', 'aspect'] as const

/** The groups of a row, by the distance of their cells from the key. */
function groupsOf(table: RowKey['table'], { rows, form }: Printout): (index: number, at: number) => RowKey['groups'] {
  const columns = GROUPS.map((group) => firstColumn(rows, new RegExp(`^${table}\\[\\d+\\]\\.${group}$`)))
  return (index, at) =>
    GROUPS.flatMap((group, i) => {
      const text = table === 'indicators' ? form.indicators[index]?.[group] : null
      const column = columns[i]
      return column === undefined || !text ? [] : [{ left: at - column, text }]
    })
}

const firstColumn = (rows: readonly PrintRow[], path: RegExp): number | undefined =>
  rows.flat().find((cell) => path.test(cell.path ?? ''))?.col
