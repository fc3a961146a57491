// How a piece of text is laid out: rows of tab-separated cells, one cell a line, or running text as PDF readers give it.
import type { Segment } from './source-text.ts'

export type Shape = 'rows' | 'cells' | 'flow'

/** Filled lines that decide: a form begins with its table, whatever text follows it. */
const ENOUGH = 60
/** So many lines with tabs are a table. */
const TABLE = 5

export function shapeOf(segment: Segment): Shape {
  let rows = 0
  let cells = 0
  let other = 0
  for (const { text } of segment.lines) {
    if (rows + cells + other >= ENOUGH) break
    if (text.trim() === '' && !text.includes('\t')) continue
    // Trailing tabs are empty cells as well: 评分等级→→优→→→
    if (text.slice(text.startsWith('\t') ? 1 : 0).includes('\t')) rows++
    else if (text.startsWith('\t')) cells++
    else other++
  }
  if (rows + cells < Math.min(TABLE, Math.max(1, other / 4))) return 'flow'
  return rows >= cells ? 'rows' : 'cells'
}
