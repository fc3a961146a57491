// The cells a drawn form is put together from: labels, headings, values.
import type { Form } from '../form/form.ts'
import { printedAt } from '../form/path.ts'
import type { Column, FieldFormat, Layout, Section } from './layout.ts'
import type { Strip } from './sheet.ts'

/** Widths are thousandths of the table. */
export const whole = 1000
/** Width of the leftmost label column. */
export const labelWidth = 150

export type Rows = Strip[][]
export type Drawer<K extends Section['kind']> = (
  section: Extract<Section, { kind: K }>,
  form: Form,
  layout: Layout,
) => Rows

export const label = (text: string, from: number, to: number, rowSpan = 1): Strip => ({
  from,
  to,
  rowSpan,
  role: 'label',
  text: text === '' ? null : text,
  path: null,
  format: null,
})
export const headingCell = (text: string, from: number, to: number): Strip => ({
  ...label(text, from, to),
  role: 'heading',
})

export function valueCell(
  form: Form,
  field: { at: string; format: FieldFormat; label?: string; with?: string },
  from: number,
  to: number,
  rowSpan = 1,
): Strip {
  const second = field.with === undefined ? null : printedAt(form, field.with)
  const text = [printedAt(form, field.at), second].filter((t) => t !== null).join(' ')
  const strip = { from, to, rowSpan, role: 'value', path: field.at, format: field.format } as const
  if (text === '') return { ...strip, text: null }
  return field.format === 'rate' && !/[%％]/.test(field.label ?? '')
    ? { ...strip, text, suffix: '%' }
    : { ...strip, text }
}

export type Edges = ReturnType<typeof columnEdges>

/** Edges of columns whose width shares are scaled to the space from–to. */
export function columnEdges(columns: readonly Column[], from: number, to: number) {
  const total = columns.reduce((width, c) => width + c.width, 0)
  let used = 0
  return columns.map((column) => {
    const start = from + Math.round(((to - from) * used) / total)
    used += column.width
    return { column, from: start, to: from + Math.round(((to - from) * used) / total) }
  })
}

/** The unit a heading prints: the form's; the layout's on an empty form; none where nobody said what the amounts are. */
function unitOf(form: Form, layout: Layout): string | null {
  const hasMoney = form.funds.some((fund) => (fund.initialBudget ?? fund.annualBudget ?? fund.executed) !== null)
  return form.amountUnit ?? (hasMoney ? null : layout.amountUnit)
}

export function unitIn(text: string, form: Form, layout: Layout): string {
  const unit = unitOf(form, layout)
  return unit === null ? text.replace(/（\{unit\}）|(金额)?单位：\{unit\}/, '') : text.replace('{unit}', unit)
}

/** A heading that prints the layout's own unit, （万元）, in a form whose amounts are in the other one. */
export function inUnit(text: string, form: Form, layout: Layout): string {
  const unit = unitOf(form, layout)
  return text.replace(`（${layout.amountUnit}）`, unit === null ? '' : `（${unit}）`)
}
