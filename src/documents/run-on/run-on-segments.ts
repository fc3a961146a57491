// Forms in text that has lost its rows: found and read where the other readers find no lines to go by.

import type { Form } from '../../kernel/form/form.ts'
import { readFlow } from '../flow/read-flow.ts'
import type { Row } from '../grid.ts'
import { type GridSegment, gridSegments } from '../grid-document.ts'
import type { Line } from '../source-text.ts'
import type { FormSegment } from '../split.ts'
import { barCells, isRunning } from './bar-cells.ts'
import { cellRows } from './cell-rows.ts'
import { flatSegments, titledSegments } from './flat-text.ts'
import { lineCells } from './line-cells.ts'
import { isGlued, readGlued } from './read-glued.ts'
import { isScrambled, readScrambled } from './read-scrambled.ts'

/** The forms of a text without rows; null where its lines tell its rows. */
export function runOnSegments(lines: readonly Line[]): readonly GridSegment[] | null {
  const cells = barCells(withBars(lines))
  if (cells !== null) return rowSegments(cellRows(cells))
  const single = lineCells(lines)
  if (single !== null) return rowSegments(cellRows(single, 'lost'))
  return flatSegments(lines)?.map((segment) => ({ segment, read: () => readFlat(segment) })) ?? null
}

/** Tabs end the cells as bars do where several rows of a form stand on one line. */
const withBars = (lines: readonly Line[]): readonly Line[] =>
  lines.some(({ text }) => isRunning(text.split('\t')))
    ? lines.map((line) => ({ ...line, text: line.text.replaceAll('\t', '|') }))
    : lines

/** Forms whose first label stands somewhere within a line: the last resort, where no line begins with one. */
export const scatteredSegments = (lines: readonly Line[]): readonly GridSegment[] =>
  titledSegments(lines).map((segment) => ({ segment, read: () => readFlat(segment) }))

/** Segments whose lines are those of the text, not rows. */
function rowSegments(rows: readonly Row[]): readonly GridSegment[] {
  const lineOf = (row: number): number =>
    rows[row - 1]?.find(({ source }) => source.line !== undefined)?.source.line ?? row
  return gridSegments({ rows }).map(({ segment, read }) => ({
    segment: { ...segment, lines: segment.lines.map((line) => ({ ...line, line: lineOf(line.line) })) },
    read,
  }))
}

function readFlat(segment: FormSegment): Form {
  if (isGlued(segment.lines)) return readGlued(segment, segment.layout)
  return (isScrambled(segment.lines) ? readScrambled : readFlow)(segment, segment.layout)
}
