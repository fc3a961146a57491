// Where a form ends inside a longer document: further tables below its indicators belong to the report around it.
import type { Layout } from '../kernel/layout/layout.ts'
import { type Grid, isEmptyRow, type Row } from './grid.ts'
import { matchHeadings } from './headings.ts'
import { isAnyLabel } from './labels.ts'
import { labelKey } from './text.ts'

/**
 * The number of rows that belong to the form. Its indicator table may go on in further tables (after a page break, or
 * with the sum in a table of its own): those begin with a heading, a label or a group of the form, or are as wide as
 * the table before and follow it directly. Without tables known, all rows belong to it.
 */
export function formEnd(grid: Grid, layout: Layout): number {
  const { rows, tables } = grid
  const heading = rows.findIndex((row) => matchHeadings(row, layout, 'indicators') !== null)
  if (tables === undefined || heading < 0) return rows.length
  let table = tables[heading] ?? null
  let paragraphs = 0
  for (let at = heading + 1; at < rows.length; at++) {
    const here = tables[at] ?? null
    if (here === null) {
      if (!isEmptyRow(rows[at] ?? [])) paragraphs++
      continue
    }
    if (here === table) continue
    const sameWidth = (rows[at]?.length ?? 0) === (rows[at - paragraphs - 1]?.length ?? 0)
    if (!continues(rows.slice(at, at + 3), layout) && !(sameWidth && paragraphs === 0)) return at
    table = here
    paragraphs = 0
  }
  return rows.length
}

const GROUP = /^(产出|效益|效果|成本|满意度|数量|质量|时效|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标/

const continues = (rows: readonly Row[], layout: Layout): boolean =>
  rows.some((row) => matchHeadings(row, layout, 'indicators') !== null) ||
  (rows[0] ?? []).some((cell) => {
    const key = labelKey(cell.text)
    return GROUP.test(key) || isAnyLabel(key, layout)
  })
