// A whole document as a grid of rows → its forms: split as text is split, then read row by row.
import type { Form } from '../kernel/form/form.ts'
import { layouts } from '../kernel/layout/index.ts'
import type { Layout } from '../kernel/layout/layout.ts'
import { withoutDoubtful, withoutDoubtfulRows } from './doubtful.ts'
import { unfolded } from './folded-rows.ts'
import { formEnd } from './form-end.ts'
import type { Grid, Row } from './grid.ts'
import { readGrid } from './grid-form.ts'
import { listsUnfolded } from './project-list.ts'
import { readSegment } from './readers.ts'
import type { Line } from './source-text.ts'
import { type FormSegment, splitForms } from './split.ts'
import { layoutsTitled } from './title.ts'
import { type Own, ownLayout } from './unseen/own-layout.ts'
import { readOwn } from './unseen/read-own.ts'

/** What a reader of Word, Excel, web pages or PDF yields. `notes` says in Chinese what concerns the file as a whole. */
export type GridDocument = { readonly grid: Grid; readonly notes: readonly string[] }

/** A form found in a grid, and how to read it. */
export type GridSegment = { readonly segment: FormSegment; readonly read: () => Form }

/** Longer cells are no labels and no titles: the rest of them does not help to find a form. */
const ENOUGH = 400

/** The forms of a grid in the order of the document. Rows count from 1: a line's number is its row's. */
export function gridSegments(given: Grid): readonly GridSegment[] {
  const list = listsUnfolded(given)
  if (list === null) return segmentsOf(given)
  const original = (line: Line): Line => ({ ...line, line: list.lines[line.line - 1] ?? line.line })
  return segmentsOf(list.grid).map(({ segment, read }) => ({
    segment: { ...segment, lines: segment.lines.map(original) },
    read,
  }))
}

function segmentsOf(grid: Grid): readonly GridSegment[] {
  return splitForms(grid.rows.map(lineOf), layouts).map((segment) => {
    const from = (segment.lines[0]?.line ?? 1) - 1
    const printed = slice(grid, from, from + segment.lines.length)
    const whole = withoutDoubtfulRows(printed)
    const { layout, unseen } = recognised(whole, segment)
    const own = slice(unseen?.grid ?? whole, 0, formEnd(unseen?.grid ?? whole, layout))
    const known = { ...segment, layout, lines: segment.lines.slice(0, own.rows.length) }
    const form = () => withoutDoubtful(unseen === null ? read(own, known) : readOwn({ ...unseen, grid: own }), printed)
    return { segment: known, read: form }
  })
}

/** The nearest layout where it explains what the form prints, else another of that title that does, else the form's own. */
function recognised(grid: Grid, { layout: nearest, title }: FormSegment): { layout: Layout; unseen: Own | null } {
  if (!isTable(grid)) return { layout: nearest, unseen: null }
  const rows = withRowsUnfolded(grid)
  const unseen = ownLayout(rows, nearest, title)
  if (unseen === null || title === null) return { layout: unseen?.layout ?? nearest, unseen }
  const others = layoutsTitled(title, layouts).filter(
    ({ id, kind }) => id !== nearest.id && kind === unseen.layout.kind,
  )
  const other = others.find((layout) => ownLayout(rows, layout, title) === null)
  return other === undefined ? { layout: unseen.layout, unseen } : { layout: other, unseen: null }
}

const slice = (grid: Grid, from: number, to: number): Grid => {
  const rows = grid.rows.slice(from, to)
  return grid.tables === undefined ? { rows } : { rows, tables: grid.tables.slice(from, to) }
}

/** A form typed as paragraphs, without any table, is text. */
function read(own: Grid, segment: FormSegment): Form {
  const layout: Layout = segment.layout
  return isTable(own)
    ? readGrid(withRowsUnfolded(own), layout)
    : readSegment({ ...segment, lines: own.rows.flatMap(textLines) }, layout)
}

const isTable = (grid: Grid): boolean => grid.rows.some((row) => row.length > 1)

function withRowsUnfolded({ rows, tables }: Grid): Grid {
  const several = rows.map(unfolded)
  return tables === undefined
    ? { rows: several.flat() }
    : { rows: several.flat(), tables: several.flatMap((own, i) => own.map(() => tables[i] ?? null)) }
}

const filledCells = (row: Row): Row => row.filter((cell) => cell.text.trim() !== '')

/** A row as a line of text: its number counts the rows of the document. */
function lineOf(row: Row, at: number): Line {
  const filled = filledCells(row)
  const cells = filled.length === 1 ? filled : row
  const text = cells.map((cell) => cell.text.slice(0, ENOUGH).replace(/[\t\n]+/g, ' ')).join('\t')
  return { line: at + 1, text }
}

const textLines = (row: Row): readonly Line[] =>
  row.flatMap(({ text, source }) => text.split('\n').map((line) => ({ line: source.line ?? 1, text: line })))

/** Every row as one line for people: what stands in its cells, in reading order. */
export const rowLines = (grid: Grid): readonly Line[] =>
  grid.rows.map((row, at) => ({
    line: at + 1,
    text: filledCells(row)
      .map((cell) => cell.text.trim())
      .join(' ｜ '),
  }))
