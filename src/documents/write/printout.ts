// A form ready to be printed, whatever the file: its drawn sheet with the caption as a row, alignment and row heights.
import type { Form } from '../../kernel/form/form.ts'
import { draw, layoutFor } from '../../kernel/layout/draw.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import type { Sheet, SheetCell } from '../../kernel/layout/sheet.ts'
import { InputProblem } from '../input-problem.ts'
import { displayWidth } from '../wrapped.ts'
import { labelLines } from './label-lines.ts'
import { type Orientation, points, roomIn, rowHeights, tableWidth, textHeight } from './measure.ts'

export type PrintCell = Omit<SheetCell, 'text' | 'role'> & {
  readonly text: string
  /** The text as paper shows it: labels and groups are broken between words where they are longer than their cell. */
  readonly set: string
  readonly role: SheetCell['role'] | 'caption'
  readonly align: 'left' | 'center' | 'right'
}
export type PrintRow = readonly PrintCell[]

export type Printout = {
  readonly form: Form
  readonly title: string
  readonly period: string | null
  readonly orientation: Orientation
  /** Base columns in thousandths of the table. */
  readonly widths: readonly number[]
  readonly rows: readonly PrintRow[]
  /** Height of every row in points. */
  readonly heights: readonly number[]
  /** The tables that may go over pages, as in the sheet. */
  readonly tables: Sheet['tables']
  /** Least height of a row in points. */
  readonly leastRow: number
  /** The same for every row: texts of a blank form that are still to be written have room. */
  readonly least: readonly number[]
  /** Size of the table's text in points. */
  readonly fontSize: number
}

/** Throws `InputProblem` for a form of a kind that has no layout. */
export function printout(form: Form, layout: Layout | undefined = layoutFor(form)): Printout {
  if (!layout) throw new InputProblem('unknown-format', `没有“${form.kind}”的表样，无法输出`)
  const sheet = draw(layout, form)
  const caption = captionRow(sheet)
  const drawn = sheet.rows.map((row) => row.map(printCell))
  const rows = caption === null ? drawn : [caption, ...drawn.map((row) => row.map((c) => ({ ...c, row: c.row + 1 })))]
  return {
    form,
    title: sheet.title,
    period: sheet.period,
    orientation: sheet.orientation,
    widths: sheet.widths,
    tables: caption === null ? sheet.tables : sheet.tables.map(below),
    ...fitted(rows, sheet, isBlank(form)),
  }
}

const below = (table: Sheet['tables'][number]) => ({ ...table, heading: table.heading + 1, end: table.end + 1 })

/** A form to be filled by hand or in an office program. */
const isBlank = (form: Form): boolean => form.indicators.every(({ name }) => name === null)

/** What a sheet to be sorted and filtered holds: labels are broken, groups are not. */
export const textOf = ({ role, text, set }: PrintCell): string => (role === 'value' ? text : set)

type Fit = Pick<Printout, 'rows' | 'heights' | 'fontSize' | 'leastRow' | 'least'>

/** Room for title and period above the table. */
export const HEAD = 60

/** Comfortable where that fits on one page, closer where this saves a page. */
const DENSITIES = [
  { fontSize: 10.5, leastRow: points(7) },
  { fontSize: 10.5, leastRow: points(6) },
  { fontSize: 9, leastRow: points(5.5) },
] as const

/** Lines a text is given that is still to be written, a goal or a conclusion: fewer where this saves a page. */
const ROOMS = [4, 2, 1] as const

/** 五号 for tables of few columns, 小五 for wide ones. */
function fitted(rows: readonly PrintRow[], sheet: Sheet, blank: boolean): Fit {
  const wide = sheet.tables.some(({ heading, headings }) => (sheet.rows[heading + headings]?.length ?? 0) >= 8)
  const usual = { fontSize: wide ? 9 : 10.5, leastRow: points(wide ? 6.5 : 7) }
  let first: Fit | null = null
  for (const room of blank ? ROOMS : [1])
    for (const density of [usual, ...DENSITIES.filter((d) => d.fontSize <= usual.fontSize)]) {
      const fit = fitIn(rows, sheet, density, room)
      first ??= fit
      const height = fit.heights.reduce((a, b) => a + b, HEAD)
      if (height <= textHeight(sheet.orientation)) return fit
      if (height > textHeight(sheet.orientation) * 1.5) break
    }
  return first ?? fitIn(rows, sheet, usual, 1)
}

type Density = Pick<Printout, 'fontSize' | 'leastRow'>

function fitIn(given: readonly PrintRow[], { widths, orientation }: Sheet, density: Density, room: number): Fit {
  const total = tableWidth(orientation)
  const cells = given.map((row) => row.map((cell) => setIn(cell, widths, density.fontSize, total)))
  const blanks = cells.map((row) => (room > 1 ? row.filter(({ cell }) => isToBeWritten(cell)) : []))
  const empty = blanks.map((row) => row.map(({ cell }) => ({ ...cell, lines: room })))
  return {
    ...density,
    rows: cells.map((row) => row.map(({ cell }) => cell)),
    heights: rowHeights(
      cells.map((row, i) => [
        ...row.map(({ cell, lines }) => ({ ...cell, text: cell.set, lines })),
        ...(empty[i] ?? []),
      ]),
      widths,
      total,
      density,
    ),
    least: rowHeights(empty, widths, total, density),
  }
}

const GROUP = /^indicators\[\d+\]\.(dimension|aspect)$/
/** Whether a field names the group of an indicator: 产出指标, 数量指标. */
export const isGroup = (path: string | null): boolean => path !== null && GROUP.test(path)

/** A label or group with its lines; null lines are to be counted. */
type SetCell = { readonly cell: PrintCell; readonly lines: number | null }

function setIn(cell: PrintCell, widths: readonly number[], fontSize: number, total: number): SetCell {
  if (cell.role === 'caption' || (cell.role === 'value' && !isGroup(cell.path))) return { cell, lines: null }
  const width = widths.slice(cell.col, cell.col + cell.colSpan).reduce((sum, w) => sum + (w * total) / 1000, 0)
  const room = roomIn(width, fontSize)
  const set = labelLines(cell.text, room)
  const lines = set.split('\n')
  return { cell: { ...cell, set }, lines: lines.every((line) => displayWidth(line) <= room) ? lines.length : null }
}

/** Rows of tables stay as they are. */
const isToBeWritten = ({ text, format, path }: PrintCell): boolean =>
  text === '' && format === 'long-text' && !/\[\d+\]/.test(path ?? '')

/** The line above the table as a row without borders: organisation left, unit of money right. */
function captionRow({ caption, widths }: Sheet): PrintRow | null {
  if (caption === null) return null
  let middle = 1
  for (let width = widths[0] ?? 0; middle < widths.length - 1 && width < 750; middle++) width += widths[middle] ?? 0
  const place = { row: 0, rowSpan: 1, role: 'caption', path: null, format: null } as const
  return [
    { ...place, col: 0, colSpan: middle, text: caption.left, set: caption.left, align: 'left' },
    {
      ...place,
      col: middle,
      colSpan: widths.length - middle,
      text: caption.right,
      set: caption.right,
      align: 'right',
    },
  ]
}

function printCell(cell: SheetCell): PrintCell {
  const text = `${cell.text ?? ''}${cell.suffix ?? ''}`
  return { ...cell, text, set: text, align: alignOf(cell) }
}

/** Short words of a table's columns stand in the middle, texts to read at the left, money at the right. */
function alignOf({ role, path, format }: SheetCell): PrintCell['align'] {
  if (role !== 'value' || path === null) return 'center'
  if (format === 'amount') return 'right'
  if (format === 'long-text') return 'left'
  return format === 'text' && /\.(name|code|content|plan|completion)$|^(project|remarks)\./.test(path)
    ? 'left'
    : 'center'
}
