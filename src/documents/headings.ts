// Which column of a printed table holds which field, by the headings above it.
import { type Column, type Layout, sectionOf } from '../kernel/layout/layout.ts'
import type { Row } from './grid.ts'
import { isLabel } from './labels.ts'
import { labelKey } from './text.ts'

/** Columns in printed order with the place of their heading in the row. */
export type Headings = readonly { readonly column: Column; readonly index: number }[]

type Table = 'indicators' | 'tasks' | 'funds'

/** The headings in a row; null where the row is no heading of that table. At least half of the columns must be named. */
export function matchHeadings(row: Row, layout: Layout, table: Table): Headings | null {
  const columns = sectionOf(layout, table)?.columns ?? []
  if (columns.length < 2 || row.length < 2) return null
  const left = [...columns]
  const found: { column: Column; index: number }[] = []
  row.forEach((cell, index) => {
    const key = labelKey(cell.text)
    const at = left.findIndex((column) => isLabel(key, column))
    const column = left[at]
    if (column === undefined) return
    left.splice(at, 1)
    found.push({ column, index })
  })
  return found.length * 2 >= columns.length ? found : null
}

/** The indicator headings where none are printed: the layout's own, in order. */
export const ownHeadings = (layout: Layout): Headings =>
  (sectionOf(layout, 'indicators')?.columns ?? []).map((column, index) => ({ column, index }))

/** A heading row torn off at its left: the columns before it lie left of the first cell. */
export function withTornOff(printed: Headings, own: Headings): Headings {
  const first = own.findIndex(({ column }) => column === printed[0]?.column)
  const torn = own.slice(0, Math.max(0, first)).filter(({ column }) => !printed.some((p) => p.column === column))
  const left = printed[0]?.index ?? 0
  return [...torn.map(({ column }, i) => ({ column, index: left - torn.length + i })), ...printed]
}
