// The neutral grid every table reader works on, whatever file the cells come from.
import type { Source } from '../kernel/form/form.ts'
import { isNothing, labelKey, numberText } from './text.ts'

/**
 * One printed cell. Cells swallowed by a merge stand as empty cells or are missing: readers accept both. `doubt`: why it
 * is not sure that the text stands in this cell; the certainty of its source says so to the fields read from it.
 */
export type Cell = { readonly text: string; readonly source: Source; readonly doubt?: string }

/** A row of cells from left to right; a paragraph outside a table is a row of one cell. */
export type Row = readonly Cell[]

/**
 * `tables`: for every row the number of the table it belongs to, null for a paragraph. Left out where neither tables nor
 * merged cells are known (text).
 */
export type Grid = { readonly rows: readonly Row[]; readonly tables?: readonly (number | null)[] }

/** A cell with its place in the grid and its key for comparing with labels ('' where the cell is empty). */
export type Placed = { readonly cell: Cell; readonly key: string; readonly row: number; readonly column: number }

/** All cells in reading order, empty ones included. */
export const placed = (rows: readonly Row[]): readonly Placed[] =>
  rows.flatMap((row, r) => row.map((cell, column) => ({ cell, key: labelKey(cell.text), row: r, column })))

export const isEmptyRow = (row: Row): boolean => row.every((cell) => labelKey(cell.text) === '')

/** One place for a text that was put together from several cells. */
export function joinedSource(cells: readonly Cell[]): Source {
  const [first] = cells
  if (first === undefined) return { text: '' }
  const last = cells.at(-1) ?? first
  const end = last.source.lineEnd ?? last.source.line
  const text = cells.map((cell) => cell.source.text).join('\n')
  const doubtful = cells.find((cell) => cell.source.certainty !== undefined)
  const sure = doubtful === undefined ? {} : { certainty: doubtful.source.certainty }
  return end !== undefined && end !== first.source.line
    ? { ...first.source, ...sure, lineEnd: end, text }
    : { ...first.source, ...sure, text }
}

/** Some programs print a merged cell's text once for every column it spans: the repetitions become empty cells. */
export const unrepeated = (row: Row): Row =>
  row.map((cell, i) => {
    const key = labelKey(cell.text)
    const repeats =
      key !== '' && labelKey(row[i - 1]?.text ?? '') === key && !isNothing(key) && numberText(key) === null
    return repeats ? { ...cell, text: '' } : cell
  })
