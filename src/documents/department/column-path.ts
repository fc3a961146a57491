// Tables printed column by column: which column each line belongs to, found as the cheapest way through the columns.
import { endsSentence, isFull, type Row, startsItem } from './paragraphs.ts'

/** A line's column; `starts` marks the first line of a cell. */
export type Placed = { readonly column: number; readonly starts: boolean }

/** Closing marks: no cell begins with one. */
const closing = /^[，。、；：）)”’》！？,;]/
const laterItem = /^[(（]?(?:[2-9]|\d\d|[二三四五六七八九十]{1,3})[)）.．、]/

/** What it costs that a cell goes on from one line to the next. */
function stayCost(row: Row, next: Row, width: number): number {
  const full = isFull(row, width)
  const ended = endsSentence(row)
  const item = startsItem(next)
  if (next.blanks === 0) return full ? 0 : ended || item ? 0.5 : 4
  if (full) return ended && !item ? 2 : 0.7
  return ended && item ? 3 : 6
}

/** What it costs that the next line begins another cell. */
function leaveCost(row: Row, next: Row, width: number): number {
  const goesOn = isFull(row, width) && !endsSentence(row)
  return (
    (next.blanks === 0 ? (goesOn ? 5 : 3) : goesOn ? 1.5 : 0) +
    (closing.test(next.text) ? 6 : 0) +
    (laterItem.test(next.text) ? 2 : 0)
  )
}

const tooWide = (row: Row, width: number): number => (row.width > width + 3 ? 8 + (row.width - width) / 4 : 0)

/** Empty cells print nothing, so columns can be passed over; a table is rarely empty in more than one place. */
const skipCost = 3.5

/** Columns from one cell to the next in reading order: 1 = the neighbour; a whole turn = the same column of the next row. */
const distance = (from: number, to: number, columns: number): number => ((to - from - 1 + columns) % columns) + 1

export type Path = { readonly cost: number; readonly placed: readonly Placed[] }

type Step = { readonly cost: number; readonly from: number; readonly starts: boolean }

/** The cheapest step into a column. */
function stepInto(to: number, costs: readonly number[], row: Row, next: Row, widths: readonly number[]): Step {
  let best: Step = { cost: Number.POSITIVE_INFINITY, from: to, starts: true }
  for (let from = 0; from < widths.length; from++) {
    const width = widths[from] ?? 0
    const before = costs[from] ?? 0
    if (from === to) {
      const stay = before + stayCost(row, next, width)
      if (stay < best.cost) best = { cost: stay, from, starts: false }
    }
    const leave = before + leaveCost(row, next, width) + skipCost * (distance(from, to, widths.length) - 1)
    if (leave < best.cost) best = { cost: leave, from, starts: true }
  }
  return best
}

/** Places every line in a column, given the columns' widths. */
export function columnPath(rows: readonly Row[], widths: readonly number[]): Path {
  const [first] = rows
  if (first === undefined) return { cost: 0, placed: [] }
  let costs = widths.map((width, column) => skipCost * column + tooWide(first, width))
  const steps: (readonly Step[])[] = []
  for (let i = 1; i < rows.length; i++) {
    const [row, next] = [rows[i - 1], rows[i]]
    if (row === undefined || next === undefined) break
    const step = widths.map((_, to) => stepInto(to, costs, row, next, widths))
    costs = step.map((s, to) => s.cost + tooWide(next, widths[to] ?? 0))
    steps.push(step)
  }
  const ends = costs.map((cost, column) => cost + (widths.length - 1 - column))
  const cost = Math.min(...ends)
  return { cost, placed: traceBack(steps, ends.indexOf(cost)) }
}

function traceBack(steps: readonly (readonly Step[])[], end: number): readonly Placed[] {
  const placed: Placed[] = []
  let column = end
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]?.[column]
    placed.push({ column, starts: step?.starts ?? true })
    column = step?.from ?? column
  }
  placed.push({ column, starts: true })
  return placed.reverse()
}
