// Typing into a form: what a person writes in a cell becomes the cell, or is refused with the reason.
import { parseActual, parseTarget } from '../value/value.ts'
import { blankFund, blankIndicator } from './blank.ts'
import { cellLabel, cellOf, type Row, type Table, tables, withCell } from './cells.ts'
import type { Form, Indicator, Task } from './form.ts'

export type Typed = { readonly form: Form } | { readonly fault: string }

/** Cells that hold a decimal number. */
const numbers = new Set([
  'initialBudget',
  'annualBudget',
  'executed',
  'weight',
  'rate',
  'score',
  'totals.weight',
  'totals.score',
])
/** What a target or result is read by beside its own words. */
const beside = ['direction', 'nature', 'measureUnit']

/** The form with the text in the cell at a path ("indicators[3].target"); blank text empties it. */
export function typeIn(form: Form, path: string, text: string): Typed {
  const { form: typed, faults } = typeAll(form, [{ path, text }])
  const fault = faults.get(path)
  return fault === undefined ? { form: typed } : { fault }
}

/** Many cells at once, in time linear in their number; a cell that is refused stays as it was. */
export function typeAll(
  form: Form,
  cells: readonly { readonly path: string; readonly text: string }[],
): { readonly form: Form; readonly faults: ReadonlyMap<string, string> } {
  const faults = new Map<string, string>()
  const rows = new Map<Table, Row[]>()
  let head = form
  for (const { path, text } of cells) {
    const place = placeOf(path)
    const value = readCell(place?.name ?? path, text, place?.table)
    if ('fault' in value) faults.set(path, value.fault)
    else if (!place) head = withCell(head, path, value.value)
    else {
      const table = rows.get(place.table) ?? [...form[place.table]]
      rows.set(place.table, table)
      const row = table[place.index]
      if (!row) faults.set(path, `第${place.index + 1}行已不存在。`)
      else
        table[place.index] = readRow(
          withCell<Row>(row, place.name, valueIn(row, place.name, value.value)),
          place.name,
          head,
        )
    }
  }
  return { form: { ...head, ...Object.fromEntries(rows) }, faults }
}

export type PlaceOfCell = { readonly table: Table; readonly index: number; readonly name: string }

/** Table, row and name of a path into a table; null for the head of the form. */
export function placeOf(path: string): PlaceOfCell | null {
  const [, table, index, name] = /^(\w+)\[(\d+)\]\.(.+)$/.exec(path) ?? []
  const known = tables.find((one) => one === table)
  return known && index !== undefined && name !== undefined ? { table: known, index: Number(index), name } : null
}

type Value = { readonly value: string | number | null } | { readonly fault: string }

function readCell(name: string, text: string, table: Table | undefined): Value {
  const plain = text.replace(/\r\n?/g, '\n').trim()
  if (plain === '') return { value: null }
  if (name === 'year') return yearOf(plain)
  if (numbers.has(name)) return numberOf(plain, cellLabel(name, table))
  if (name === 'amountUnit' && plain !== '元' && plain !== '万元')
    return { fault: `金额单位只能是“元”或“万元”，不能是“${plain}”。` }
  return { value: plain }
}

function yearOf(text: string): Value {
  const year = Number(text.normalize('NFKC').replace(/年度?$/, ''))
  return Number.isInteger(year) && year >= 1990 && year <= 2100
    ? { value: year }
    : { fault: `“${text}”不是年度，请填四位年份，如 2024。` }
}

/** As people type and paste numbers: ￥1,234.50, １２．５, 12.5%, (3.2). */
function numberOf(text: string, label: string): Value {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,，¥%]/g, '')
    .replace(/万?元$/, '')
  const bare = /^\((\d+(\.\d+)?)\)$/.exec(plain)?.[1]
  const number = bare === undefined ? plain : `-${bare}`
  if (/^[-—–/]+$/.test(number)) return { value: null }
  return /^[-+]?\d+(\.\d+)?$/.test(number)
    ? { value: number }
    : { fault: `${label}“${text}”不是数，请填数字，如 12.50。` }
}

/** A target or result is read from its words; both keep them. */
function valueIn(row: Row, name: string, value: string | number | null): unknown {
  if (name === 'target') return { ...(cellOf(row, 'target') as Indicator['target']), text: value } // rows of indicators have one
  if (name === 'actual') return parseActual(value === null ? null : String(value))
  return value
}

function readRow(row: Row, name: string, form: Form): Row {
  if (!('target' in row) || (name !== 'target' && !beside.includes(name))) return row
  const { direction, nature, measureUnit } = row
  return { ...row, target: parseTarget(row.target.text, { direction, nature, measureUnit, year: form.year }) }
}

const blankTask: Task = { name: null, plan: null, content: null, completion: null }

/** An empty row; an indicator stands in the group of the row above it, so that merged cells go on. */
function blankRow(form: Form, table: Table, at: number): Row {
  if (table === 'funds') return blankFund('', 1)
  if (table === 'tasks') return blankTask
  const above = form.indicators[at - 1] ?? form.indicators[at]
  const actual = above?.actual ? parseActual(null) : null
  const group = above
    ? { dimension: above.dimension, aspect: above.aspect, ...(above.goal === undefined ? {} : { goal: above.goal }) }
    : {}
  return { ...blankIndicator, ...group, actual }
}

const withRows = (form: Form, table: Table, rows: readonly Row[]): Form => ({ ...form, [table]: rows })

/** `count` empty rows before the row at `at`. */
export function insertRows(form: Form, table: Table, at: number, count = 1): Form {
  const rows: readonly Row[] = form[table]
  const made = Array.from({ length: count }, () => blankRow(form, table, at))
  return withRows(form, table, [...rows.slice(0, at), ...made, ...rows.slice(at)])
}

export function removeRows(form: Form, table: Table, at: number, count = 1): Form {
  const rows: readonly Row[] = form[table]
  return withRows(form, table, [...rows.slice(0, at), ...rows.slice(at + count)])
}

/** `count` rows from `from` go before the row that stands at `to`. */
export function moveRows(form: Form, table: Table, from: number, to: number, count = 1): Form {
  const rows: readonly Row[] = form[table]
  if (to >= from && to <= from + count) return form
  const moved = rows.slice(from, from + count)
  const rest = [...rows.slice(0, from), ...rows.slice(from + count)]
  const place = to > from ? to - count : to
  return withRows(form, table, [...rest.slice(0, place), ...moved, ...rest.slice(place)])
}
