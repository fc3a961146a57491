// Which cells of the older version a newer one changes: what locks are checked against.
import { cellLabel, cellOf, headCells, sameCell, type Table, tables } from './cells.ts'
import type { Form } from './form.ts'
import { changedCells, rowLabel } from './merge.ts'
import { pairRows } from './pairing.ts'

export type ChangedPath = {
  /** In the older version; of the table itself where rows were added or moved. */
  readonly path: string
  /** Name of the cell in its row or in the head; null for a whole row or a table. */
  readonly cell: string | null
  readonly label: string
  /** What the cell held. */
  readonly before: unknown
}

export function changedPaths(older: Form, newer: Form): readonly ChangedPath[] {
  const head = headCells(older, newer)
    .filter((name) => !sameCell(cellOf(older, name), cellOf(newer, name)))
    .map((name) => ({ path: name, cell: name, label: cellLabel(name), before: cellOf(older, name) }))
  return [...head, ...tables.flatMap((table) => inTable(table, older, newer))]
}

const tableTitle: Readonly<Record<Table, string>> = { funds: '资金', tasks: '年度任务', indicators: '指标' }

function inTable(table: Table, older: Form, newer: Form): readonly ChangedPath[] {
  const pairs = pairRows(table, older, newer)
  const added = newer[table].filter((_, i) => !pairs.includes(i))
  const kept = pairs.filter((at) => at >= 0)
  const moved = kept.some((at, i) => i > 0 && at < (kept[i - 1] ?? 0))
  const whole = (label: string): ChangedPath => ({ path: table, cell: null, label, before: null })
  return [
    ...older[table].flatMap((row, i): readonly ChangedPath[] => {
      const now = newer[table][pairs[i] ?? -1]
      const path = `${table}[${i}]`
      if (now === undefined) return [{ path, cell: null, label: `删去${rowLabel(table, row)}`, before: row }]
      return changedCells(table, row, now).map((name) => ({
        path: `${path}.${name}`,
        cell: name,
        label: `${rowLabel(table, row)}的${cellLabel(name, table)}`,
        before: cellOf(row, name),
      }))
    }),
    ...added.map((row) => whole(`新增${rowLabel(table, row)}`)),
    ...(moved ? [whole(`${tableTitle[table]}的顺序`)] : []),
  ]
}

/** Whether a path is one of these cells or lies in one of these rows or tables. */
export const isWithin = (path: string, allowed: readonly string[]): boolean =>
  allowed.some((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`))
