// Which column of a printed table holds which field, by the headings above it.
import { type Column, type Layout, sectionOf, withMedium } from '../kernel/layout/layout.ts'
import type { Cell, Row } from './grid.ts'
import { isLabel } from './labels.ts'
import { labelKey } from './text.ts'

/** Columns in printed order with the place of their heading in the row. */
export type Headings = readonly { readonly column: Column; readonly index: number }[]

type Table = 'indicators' | 'tasks' | 'funds'

/** The headings in a row; null where the row is no heading of that table. At least half of the columns must be named. */
export function matchHeadings(row: Row, layout: Layout, table: Table): Headings | null {
  const columns = columnsOf(row, layout, table)
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
  // What is only remarked upon may be missing.
  const needed = columns.filter(({ at }) => !at.startsWith('remarks.'))
  return found.length * 2 >= needed.length ? found : null
}

/** A row that names the value twice prints the medium term before the year. */
function columnsOf(row: Row, layout: Layout, table: Table): readonly Column[] {
  const section = sectionOf(layout, table)
  if (section?.kind !== 'indicators' || section.medium === undefined) return section?.columns ?? []
  const values = section.columns.filter(({ at }) => at === 'target')
  const printed = row.filter(({ text }) => values.some((column) => isLabel(labelKey(text), column)))
  return printed.length > 1 ? withMedium(section) : section.columns
}

/**
 * Two rows of headings as one: 年度指标值 over 指标性质, 指标值 and 度量单位. What stands below counts, else what is merged
 * over both rows.
 */
export function headingsJoined(rows: readonly Row[], layout: Layout): readonly Row[] {
  const columns = [...(sectionOf(layout, 'indicators')?.columns ?? []), ...(sectionOf(layout, 'tasks')?.columns ?? [])]
  const names = (cell: Cell | undefined): boolean =>
    columns.some((column) => isLabel(labelKey(cell?.text ?? ''), column))
  const isBelow = (row: Row | undefined): boolean => {
    const filled = (row ?? []).filter((cell) => labelKey(cell.text) !== '')
    return filled.length >= 2 && filled.every(names)
  }
  const joined: Row[] = []
  for (let at = 0; at < rows.length; at++) {
    const [above, below] = [rows[at] ?? [], rows[at + 1] ?? []]
    const isPair =
      above.filter(names).length >= 2 &&
      isBelow(below) &&
      !isBelow(above.filter((_, i) => labelKey(below[i]?.text ?? '') !== ''))
    // 预算金额（万元） over several columns: the unit is read from it.
    const units = isPair ? above.filter((cell, i) => names(below[i]) && /[（(]万?元[）)]/.test(cell.text)) : []
    if (units.length > 0) joined.push(units)
    joined.push(isPair ? oneOver(above, below) : above)
    if (isPair) at++
  }
  return joined
}

/** Cells merged at the end of a row may be missing from it. */
const oneOver = (above: Row, below: Row): Row =>
  Array.from({ length: Math.max(above.length, below.length) }, (_, i) => {
    const lower = below[i]
    return lower === undefined || (labelKey(lower.text) === '' && above[i] !== undefined) ? above[i] : lower
  }).filter((cell) => cell !== undefined)

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
