// Text with one cell a line → grid, as Word tables are exported: a tab starts a cell, an empty line ends a row.
import { type Layout, sectionOf } from '../kernel/layout/layout.ts'
import type { Cell, Grid, Row } from './grid.ts'
import { matchHeadings, ownHeadings, withTornOff } from './headings.ts'
import { isAnyLabel, isLabel } from './labels.ts'
import type { Line, Segment } from './source-text.ts'
import { labelKey } from './text.ts'

/** `begins` is false where the text starts somewhere within the form. */
type Piece = Segment & { readonly begins?: boolean }

type State = {
  readonly rows: Row[]
  row: Line[][]
  /** Empty lines since the last text. */
  empty: number
  /** Cells in a row of the indicator table; null outside of it. */
  width: number | null
}

/**
 * Cells may end with empty paragraphs, so below the indicator headings an empty line ends a row only where the row is
 * full, or where the next two cells can only be the beginning of another one.
 */
export function cellGrid(segment: Piece, layout: Layout): Grid {
  const { lines } = segment
  const width = segment.begins === false ? tornWidth(lines, layout) : null
  const state: State = { rows: [], row: [], empty: 0, width }
  lines.forEach((line, i) => {
    if (line.text.startsWith('\t')) {
      if (rowEnds(state, lines, i, layout)) close(state, layout)
      state.row.push([line])
      state.empty = 0
    } else if (line.text.trim() !== '') paragraph(state, lines, i, layout)
    else if (line.text === '' || withinRow(state)) state.empty++
    else leaveTable(state, layout)
  })
  close(state, layout)
  return { rows: state.rows }
}

/** A piece that begins below the headings is the rest of an indicator table from its first line on. */
function tornWidth(lines: readonly Line[], layout: Layout): number | null {
  const columns = sectionOf(layout, 'indicators')?.columns ?? []
  const headed = lines.some(
    (line) => line.text.length < 80 && columns.some((column) => isLabel(labelKey(line.text), column)),
  )
  return columns.length === 0 || headed ? null : columns.length
}

const withinRow = (state: State): boolean =>
  state.width !== null && state.row.length > 0 && state.row.length < state.width

function rowEnds(state: State, lines: readonly Line[], next: number, layout: Layout): boolean {
  if (state.row.length === 0) return false
  if (state.width === null) return state.empty > 0
  if (state.row.length >= state.width) return state.empty > 0 || !isSecondHeading(state.row, layout)
  return state.empty > 0 && beginsRow(lines, next)
}

/** Headings below headings: 年度指标值 stands above 指标性质, 指标值 and 度量单位, so the second row has more cells. */
function isSecondHeading(row: readonly (readonly Line[])[], layout: Layout): boolean {
  const keys = row.map((cell) => labelKey(cell.map(({ text }) => text).join('')))
  return keys.some((key) => key !== '') && keys.every((key) => key === '' || isAnyLabel(key, layout))
}

/** A group label or a cell merged with the group above, then a 二级指标. */
function beginsRow(lines: readonly Line[], at: number): boolean {
  const first = labelKey(lines[at]?.text ?? '')
  const second = lines[at + 1]?.text ?? ''
  return (first === '' || DIMENSION.test(first)) && second.startsWith('\t') && ASPECT.test(labelKey(second))
}

const DIMENSION = /^(产出|效益|效果|成本|满意度|投入|过程|管理|履职)[^\d]{0,6}$/
const ASPECT = /^[^\d]{2,10}指标$/

/** Text without a tab continues the cell above it, unless the table ends there: then it stands outside. */
function paragraph(state: State, lines: readonly Line[], at: number, layout: Layout): void {
  const line = lines[at]
  const cell = state.row.at(-1)
  if (line === undefined) return
  if (cell !== undefined && (state.empty === 0 || withinRow(state) || goesOn(state, lines, at))) {
    cell.push(line)
    state.empty = 0
    return
  }
  leaveTable(state, layout)
  state.rows.push([cellOf([line])])
}

/** Below a full row, text is one more paragraph of its last cell where another row of the table follows. */
function goesOn(state: State, lines: readonly Line[], at: number): boolean {
  if (state.width === null) return false
  for (let next = at + 1; next < Math.min(lines.length, at + 40); next++)
    if (lines[next]?.text.startsWith('\t')) return beginsRow(lines, next)
  return false
}

function leaveTable(state: State, layout: Layout): void {
  close(state, layout)
  state.width = null
}

function close(state: State, layout: Layout): void {
  if (state.row.length > 0) {
    const torn = state.rows.length === 0 && state.width !== null ? state.width - state.row.length : 0
    const row = [...Array.from({ length: Math.max(0, torn) }, () => cellOf([])), ...state.row.map(cellOf)]
    state.rows.push(row)
    const headings = matchHeadings(row, layout, 'indicators')
    // Only a heading row at the very beginning can have lost cells.
    const lost =
      headings === null || state.rows.length > 1
        ? 0
        : withTornOff(headings, ownHeadings(layout)).length - headings.length
    if (headings !== null) state.width = row.length + lost
    else if (state.width !== null && row.length > state.width && isSecondHeading(state.row, layout))
      state.width = row.length
  }
  state.row = []
  state.empty = 0
}

function cellOf(lines: readonly Line[]): Cell {
  const [first] = lines
  const text = lines.map((line) => line.text.replace(/^\t/, '').replaceAll('\t', ' ')).join('\n')
  if (first === undefined) return { text, source: { text } }
  const last = lines.at(-1) ?? first
  return {
    text,
    source: {
      ...(first.page === undefined ? {} : { page: first.page }),
      line: first.line,
      ...(last.line === first.line ? {} : { lineEnd: last.line }),
      text,
    },
  }
}
