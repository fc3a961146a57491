// Where a form ends inside a longer document: further tables below its indicators belong to the report around it.
import { type Layout, sectionOf } from '../kernel/layout/layout.ts'
import { type Grid, isEmptyRow, type Row } from './grid.ts'
import { newDraft } from './grid-form/draft.ts'
import { headingRow } from './grid-form/indicators.ts'
import { matchHeadings } from './headings.ts'
import { isLabel } from './labels.ts'
import { labelKey, numberText } from './text.ts'

/**
 * The number of rows that belong to the form. Its indicator table may go on in further tables (after a page break, or
 * with the sum in a table of its own): those begin with headings, a group or the sum, or are as wide as
 * the table before and follow it directly. Without tables known, all rows belong to it.
 */
export function formEnd(grid: Grid, layout: Layout): number {
  const { rows, tables } = grid
  const heading = headingRow(rows, newDraft(layout))
  if (tables === undefined || heading < 0) return rows.length
  const widths = widthsOf(rows, tables)
  let table = tables[heading] ?? null
  let direct = true
  for (let at = heading + 1; at < rows.length; at++) {
    const here = tables[at] ?? null
    if (here === null) direct &&= isEmptyRow(rows[at] ?? [])
    if (here === null || here === table) continue
    const sameWidth = table !== null && widths.get(here) === widths.get(table)
    if (!continues(rows.slice(at, at + 3), layout) && !(direct && sameWidth)) return at
    table = here
    direct = true
  }
  return rows.length
}

function widthsOf(rows: readonly Row[], tables: readonly (number | null)[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  tables.forEach((table, at) => {
    if (table !== null) widths.set(table, Math.max(widths.get(table) ?? 0, rows[at]?.length ?? 0))
  })
  return widths
}

const GROUP = /^(产出|效益|效果|成本|满意度|数量|质量|时效|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标/

/** Headings, a group, or the sum and the grade: nothing of a report begins with them. */
function continues(rows: readonly Row[], layout: Layout): boolean {
  if (rows.some((row) => matchHeadings(row, layout, 'indicators') !== null)) return true
  const first = (rows[0] ?? []).filter((cell) => labelKey(cell.text) !== '')
  const key = labelKey(first[0]?.text ?? '')
  return GROUP.test(key) || isFooter(key, layout) || first.every((cell) => numberText(cell.text) !== null)
}

function isFooter(key: string, layout: Layout): boolean {
  const sections = [sectionOf(layout, 'totals'), sectionOf(layout, 'grade')]
  return sections.some((section) => section !== undefined && isLabel(key, section))
}
