// Tab-separated text → grid: one line a row, one tab a cell border, empty cells where cells are merged.
import type { Cell, Grid, Row } from './grid.ts'
import type { Line, Segment } from './source-text.ts'

/** Reads the `rows` shape. A line without a tab right under a row of the table continues its last filled cell. */
export function rowGrid(segment: Segment): Grid {
  const rows: Row[] = []
  let open = false
  for (const line of segment.lines) {
    if (line.text.trim() === '' && !line.text.includes('\t')) open = false
    else if (line.text.includes('\t')) {
      rows.push(cellsOf(line))
      open = endsWithinCell(line.text)
    } else if (open && rows.length > 0) rows[rows.length - 1] = continued(rows.at(-1) ?? [], line)
    else rows.push(cellsOf(line))
  }
  return { rows }
}

/** A long text that fills the last cell may go on in the next line; a grade or an amount may not. */
const endsWithinCell = (text: string): boolean => (text.split('\t').at(-1) ?? '').trim().length >= 12

const placeOf = (line: Line): { line: number; page?: number } =>
  line.page === undefined ? { line: line.line } : { line: line.line, page: line.page }

/** No form has a tenth of it. */
const MOST_CELLS = 300

const cellsOf = (line: Line): Row =>
  line.text.split('\t', MOST_CELLS).map((text) => ({ text, source: { ...placeOf(line), text } }))

function continued(row: Row, line: Line): Row {
  const last = row.at(-1)
  if (last === undefined) return row
  const text = `${last.text}\n${line.text}`
  const cell: Cell = { text, source: { ...last.source, lineEnd: line.line, text } }
  return [...row.slice(0, -1), cell]
}
