// The indicator table of a drawn form: one block, or one for every goal.
import type { Form } from '../form/form.ts'
import { at } from '../form/path.ts'
import { type Column, type IndicatorSection, withMedium } from './layout.ts'
import type { Strip } from './sheet.ts'
import { columnEdges, type Edges, headingCell, label, type Rows, valueCell, whole } from './strips.ts'

/** Width of the label beside the table. */
const sideWidth = 60

/** Where the columns stand, the label beside them left out; those of the medium term where the form has any. */
export const indicatorColumns = (section: IndicatorSection, form: Form) =>
  columnEdges(
    hasMedium(section, form) ? withMedium(section) : section.columns,
    section.label === null ? 0 : sideWidth,
    whole,
  )

const hasMedium = ({ medium = [] }: IndicatorSection, form: Form): boolean =>
  form.indicators.some((_, i) => medium.some((column) => at(form, `indicators[${i}].${column.at}`) !== undefined))

/** `headings`: rows of headings at the top of `rows`. */
export type DrawnTable = { readonly rows: Rows; readonly headings: number }

/** One table, or one a goal where the form has a block of indicators for each. */
export function drawIndicators(section: IndicatorSection, form: Form): readonly DrawnTable[] {
  if (section.blocks !== true) return [drawBlock(section, form, 0, form.indicators.length)]
  const starts = form.indicators.flatMap(({ goal }, i) => (i === 0 || goal !== form.indicators[i - 1]?.goal ? [i] : []))
  return (starts.length > 0 ? starts : [0]).map((from, i) =>
    drawBlock(section, form, from, starts[i + 1] ?? form.indicators.length),
  )
}

function drawBlock(section: IndicatorSection, form: Form, from: number, end: number): DrawnTable {
  const columns = indicatorColumns(section, form)
  const headings = headingRows(columns)
  const rows = Array.from({ length: end - from }, (_, n) =>
    columns.flatMap(({ column, from: left, to }) => {
      const i = from + n
      const merged = section.mergeDown.includes(column.at)
        ? mergedRows(form, i, column.at, section.mergeDown, from, end)
        : 1
      return merged === 0 ? [] : [valueCell(form, { ...column, at: `indicators[${i}].${column.at}` }, left, to, merged)]
    }),
  )
  const all = [...headings, ...rows]
  const side = (section.blocks === true ? form.indicators[from]?.goal : undefined) ?? section.label
  if (side !== null && section.label !== null) all[0]?.unshift(label(side, 0, sideWidth, all.length))
  return { rows: all, headings: headings.length }
}

/** One row of headings, or two where a heading stands over several of them. */
export function headingRows(columns: Edges): Rows {
  if (columns.every(({ column }) => column.under === undefined))
    return [columns.map(({ column, from, to }) => headingCell(column.label, from, to))]
  const above = columns.flatMap(({ column, from, to }, i): Strip[] => {
    if (column.under === undefined) return [{ ...headingCell(column.label, from, to), rowSpan: 2 }]
    if (columns[i - 1]?.column.under === column.under) return []
    return [headingCell(column.under, from, endOf(columns, i, column))]
  })
  const below = columns.filter(({ column }) => column.under !== undefined)
  return [above, below.map(({ column, from, to }) => headingCell(column.label, from, to))]
}

function endOf(columns: Edges, from: number, { under }: Column): number {
  let last = from
  while (columns[last + 1]?.column.under === under) last++
  return columns[last]?.to ?? whole
}

/** Rows a merged cell covers from row i on; 0 where row i is covered by the cell above. Rows without a group are no group. */
function mergedRows(
  form: Form,
  i: number,
  column: string,
  mergeDown: readonly string[],
  from: number,
  end: number,
): number {
  if ((at(form, `indicators[${i}].${column}`) ?? '') === '') return 1
  const keys = mergeDown.slice(0, mergeDown.indexOf(column) + 1)
  const key = (index: number) => keys.map((k) => at(form, `indicators[${index}].${k}`) ?? '').join('\u0000')
  const here = key(i)
  if (i > from && key(i - 1) === here) return 0
  let n = 1
  while (i + n < end && key(i + n) === here) n++
  return n
}
