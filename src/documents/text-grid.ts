// Tab-separated text → grid: one line a row, one tab a cell border, empty cells where cells are merged.
import type { Cell, Grid, Row } from './grid.ts'
import type { Line, Segment } from './source-text.ts'

/** No form has a tenth of it. */
const MOST_CELLS = 300

/**
 * Reads the `rows` shape. Cells may hold line breaks: a row that is torn by them is put together again where its
 * pieces have exactly as many tabs as the other rows, and a line without a tab right below a long last cell continues it.
 */
export function rowGrid(segment: Segment): Grid {
  const rows: Row[] = []
  const regular = regularTabs(segment.lines)
  let open = false
  for (let i = 0; i < segment.lines.length; i++) {
    const line = segment.lines[i]
    if (line === undefined) continue
    const pieces = regular === null ? 1 : tornOver(segment.lines, i, regular)
    if (pieces > 1) {
      rows.push(joined(segment.lines.slice(i, i + pieces)))
      i += pieces - 1
      open = false
    } else if (line.text.includes('\t')) {
      rows.push(cellsOf(line))
      open = endsWithinCell(line.text)
    } else if (line.text.trim() === '') open = false
    else if (open) rows.push(continued(rows.pop() ?? [], line))
    else rows.push(cellsOf(line))
  }
  return { rows }
}

const tabsIn = (line: Line): number => line.text.split('\t', MOST_CELLS).length - 1

/** The number of tabs that most rows have; null where the rows of a table differ too much to tell. */
function regularTabs(lines: readonly Line[]): number | null {
  const counts = Map.groupBy(
    lines.map(tabsIn).filter((tabs) => tabs > 0),
    (tabs) => tabs,
  )
  const [most] = [...counts].sort((a, b) => b[1].length - a[1].length)
  const rows = [...counts.values()].reduce((sum, group) => sum + group.length, 0)
  return most !== undefined && most[1].length * 2 > rows && most[0] > 2 ? most[0] : null
}

/** How many lines the row that begins here is torn over; 1 where it is whole or no row. */
function tornOver(lines: readonly Line[], at: number, regular: number): number {
  const first = lines[at]
  if (first === undefined || first.text.endsWith('\t')) return 1
  let tabs = tabsIn(first)
  if (tabs === 0 || tabs >= regular) return 1
  for (let next = at + 1; next < Math.min(lines.length, at + 60); next++) {
    const line = lines[next]
    if (line === undefined || line.text.trim() === '' || line.text.startsWith('\t')) return 1
    tabs += tabsIn(line)
    if (tabs > regular) return 1
    if (tabs === regular) return next - at + 1
  }
  return 1
}

function joined(lines: readonly Line[]): Row {
  const [first, ...rest] = lines
  return rest.reduce<Row>(
    (row, line) => {
      const [head, ...tail] = cellsOf(line)
      return head === undefined ? row : [...continued(row, { ...line, text: head.text }), ...tail]
    },
    first === undefined ? [] : cellsOf(first),
  )
}

/** A long text that fills the last cell may go on in the next line; a grade or an amount may not. */
const endsWithinCell = (text: string): boolean => (text.split('\t').at(-1) ?? '').trim().length >= 12

const placeOf = (line: Line): { line: number; page?: number } =>
  line.page === undefined ? { line: line.line } : { line: line.line, page: line.page }

const cellsOf = (line: Line): Row =>
  line.text.split('\t', MOST_CELLS).map((text) => ({ text, source: { ...placeOf(line), text } }))

function continued(row: Row, line: Line): Row {
  const last = row.at(-1)
  if (last === undefined) return row
  const text = `${last.text}\n${line.text}`
  const cell: Cell = { text, source: { ...last.source, lineEnd: line.line, text } }
  return [...row.slice(0, -1), cell]
}
