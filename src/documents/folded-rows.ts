// Rows of an indicator table that were typed, one cell a paragraph, into the last cell of the row above them.
import type { Row } from './grid.ts'
import { labelKey } from './text.ts'

/** Longer texts are prose. */
const MOST_LINES = 60
const GROUP = /^[^\d，。；、]{2,8}指标$/

/** A row's own cells, and below it the rows folded into its last filled cell; every one of them has all its cells. */
export function unfolded(row: Row): readonly Row[] {
  const at = row.findLastIndex((cell) => cell.text.trim() !== '')
  const cell = row[at]
  if (cell === undefined || at < 2 || !cell.text.includes('指标\n')) return [row]
  const lines = cell.text.split('\n', MOST_LINES).filter((line) => line.trim() !== '')
  const starts = lines.flatMap((_, i) => (beginsRow(lines, i) ? [i] : []))
  const pieces = starts.map((from, i) => lines.slice(from, starts[i + 1] ?? lines.length))
  if (starts[0] !== 1 || !pieces.every((piece) => piece.length === at || piece.length === at + 1)) return [row]
  const rows = pieces.map((piece): Row => {
    const texts = piece.length === at ? ['', ...piece] : piece
    return texts.map((text) => ({ text, source: { ...cell.source, text } }))
  })
  return [row.with(at, { ...cell, text: lines[0] ?? '' }), ...rows]
}

/** A 一级指标 or a 二级指标; the 二级指标 right below a 一级指标 belongs to the same row. */
const beginsRow = (lines: readonly string[], at: number): boolean =>
  GROUP.test(labelKey(lines[at] ?? '')) && !(at > 0 && GROUP.test(labelKey(lines[at - 1] ?? '')))
