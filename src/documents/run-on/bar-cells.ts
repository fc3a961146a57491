// Text whose cells stand between bars over line ends: 项目名称 | … | 主管部门 |, one cell or many a line.

import { layouts } from '../../kernel/layout/index.ts'
import type { Cell } from '../grid.ts'
import type { Line } from '../source-text.ts'
import { labelKey } from '../text.ts'
import { titleIn } from '../title.ts'
import { labelKinds } from './vocabulary.ts'

const BAR = /[|｜│┃]/
/** So many bars make a table. */
const LEAST = 20

/**
 * The cells between bars, empty ones included; null for a text that holds no such cells, or whose lines are whole rows:
 * those are read as a table.
 */
export function barCells(printed: readonly Line[]): readonly Cell[] | null {
  const filling = printed.filter(({ text }) => isFilledUp(text)).length
  const lines = filling >= LEAST_FILLED ? withoutFilling(printed) : printed
  let bars = 0
  let single = 0
  let barred = 0
  let running = false
  let ending = 0
  let torn = false
  for (const [i, { text }] of lines.entries()) {
    if (!BAR.test(text)) continue
    const whole = /[|｜│┃]\s*$/.test(text)
    if (whole) ending++
    // A row that does not end where it should goes on below: a cell of it holds a line break.
    else torn ||= /^\s*[|｜│┃]/.test(lines[i + 1]?.text ?? '') && !/^\s*[|｜│┃]/.test(text)
    const pieces = text.split(BAR)
    bars += pieces.length - 1
    barred++
    if (pieces.filter((piece) => piece.trim() !== '').length <= 1) single++
    running ||= isRunning(pieces)
  }
  const whole = single * 3 < barred * 2 && !running && !(torn && ending * 3 > barred * 2)
  if (bars < LEAST || (whole && filling < LEAST_FILLED)) return null
  return cut(lines)
}

/** Bars one behind the other at the end of a row: it was filled up because cells merged elsewhere are missing from it. */
function isFilledUp(line: string): boolean {
  const text = line.trim()
  return /[^|｜\s]/.test(text) && /[|｜]{2}$/.test(text)
}
const LEAST_FILLED = 5

/** Rows without what they were filled up with, and without the bar that frames them where rows begin with one. */
function withoutFilling(lines: readonly Line[]): readonly Line[] {
  const barred = lines.filter(({ text }) => BAR.test(text))
  const framed = barred.filter(({ text }) => FRAME.test(text)).length * 2 > barred.length
  return lines.map((line) => {
    const text = line.text.replace(/[|｜]{2,}\s*$/, '|')
    // A bar at the beginning of a line here and there ends a cell that goes over two lines.
    return { ...line, text: framed ? text.replace(FRAME, '') : text }
  })
}
const FRAME = /^\s*[|｜](?=.*[|｜]|\s*$)/

/** Several rows of a form on one line: labels of the head and of the money table, or headings and groups. */
export function isRunning(pieces: readonly string[]): boolean {
  if (pieces.length < 16) return false
  const kinds = pieces.map((piece) => labelKinds(labelKey(piece)))
  const has = (kind: 'pair' | 'fund-column' | 'goal' | 'column' | 'fund-row'): boolean =>
    kinds.some((of) => of.has(kind))
  return (has('pair') && has('fund-column')) || (has('goal') && has('column')) || (has('fund-row') && has('goal'))
}

function cut(lines: readonly Line[]): readonly Cell[] {
  const cells: Cell[] = []
  let open: { text: string; line: Line }[] = []
  const close = (): void => {
    cells.push(...cellsOf(open))
    open = []
  }
  for (const line of lines)
    line.text.split(BAR).forEach((text, i) => {
      if (i > 0) close()
      open.push({ text, line })
    })
  if (open.some(({ text }) => text.trim() !== '')) close()
  return cells
}

/** One cell; where lines of other things stand above it, a title or a label, each of them is its own. */
function cellsOf(pieces: readonly { readonly text: string; readonly line: Line }[]): readonly Cell[] {
  const filled = pieces.filter(({ text }) => text.trim() !== '')
  if (filled.length > 1 && filled.some(({ text }) => standsAlone(text))) return filled.map((piece) => cellOf([piece]))
  return [cellOf(filled.length > 0 ? filled : pieces.slice(0, 1))]
}

const standsAlone = (text: string): boolean => {
  if (text.length > 80) return false
  const kinds = labelKinds(labelKey(text))
  return kinds.has('pair') || kinds.has('fund-row') || titleIn(text, layouts) !== null
}

function cellOf(pieces: readonly { readonly text: string; readonly line: Line }[]): Cell {
  const text = pieces.map((piece) => piece.text.trim()).join('\n')
  const [first, last] = [pieces[0]?.line, pieces.at(-1)?.line]
  if (first === undefined || last === undefined) return { text, source: { text } }
  const end = last.line === first.line ? {} : { lineEnd: last.line }
  const page = first.page === undefined ? {} : { page: first.page }
  return { text, source: { ...page, line: first.line, ...end, text } }
}
