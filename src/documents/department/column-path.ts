// Tables printed column by column: which column each line belongs to, found as the cheapest way through the columns.
import { endsSentence, isFullAt, type Row, startsItem } from './paragraphs.ts'

/** A line's column; `starts` marks the first line of a cell. */
export type Placed = { readonly column: number; readonly starts: boolean }

/** Closing marks: no cell begins with one. */
const closing = /^[，。、；：）)”’》！？,;]/
const laterItem = /^[(（]?(?:[2-9]|\d\d|[二三四五六七八九十]{1,3})[)）.．、]/

/** A line and the break in front of it, with everything that does not depend on the widths. */
export type Seam = {
  /** Widths of the line itself and of the line before. */
  readonly width: number
  readonly before: number
  readonly blank: boolean
  /** The line before ends a sentence. */
  readonly ended: boolean
  /** This line begins a numbered item. */
  readonly item: boolean
  /** What is odd about a cell that begins with this line. */
  readonly oddStart: number
}

export const seamsOf = (rows: readonly Row[]): readonly Seam[] =>
  rows.map((row, i) => {
    const before = rows[i - 1]
    return {
      width: row.width,
      before: before?.width ?? 0,
      blank: row.blanks > 0,
      ended: before === undefined || endsSentence(before),
      item: startsItem(row),
      oddStart: (closing.test(row.text) ? 6 : 0) + (laterItem.test(row.text) ? 2 : 0),
    }
  })

/** What it costs that a cell goes on over a break. */
function stayCost(seam: Seam, full: boolean): number {
  if (!seam.blank) return full ? 0 : seam.ended || seam.item ? 0.5 : 4
  if (full) return seam.ended && !seam.item ? 2 : 0.7
  return seam.ended && seam.item ? 3 : 6
}

/** What it costs that another cell begins behind a break. */
function leaveCost(seam: Seam, full: boolean): number {
  const goesOn = full && !seam.ended
  return seam.oddStart + (seam.blank ? (goesOn ? 1.5 : 0) : goesOn ? 5 : 3)
}

const tooWide = (line: number, column: number): number => (line > column + 3 ? 8 + (line - column) / 4 : 0)

/** Empty cells print nothing, so columns can be passed over; a table is rarely empty in more than one place. */
const skipCost = 3.5

/** Columns passed over from one cell to the next in reading order; all others for the same column of the next row. */
const passed = (from: number, to: number, columns: number): number => (to - from - 1 + columns) % columns

/** `placed` is worked out when asked for. */
export type Path = { readonly cost: number; readonly placed: () => readonly Placed[] }

/** Which column each step came from; `columns + column` = the same cell went on. */
type Trace = { readonly columns: number; readonly from: Uint8Array }

/**
 * Places every line in a column, given the columns' widths. undefined = every way costs more than `limit`, which lets
 * a search over widths drop a bad guess early.
 */
export function columnPath(
  seams: readonly Seam[],
  widths: readonly number[],
  limit = Number.POSITIVE_INFINITY,
): Path | undefined {
  const [first] = seams
  if (first === undefined) return { cost: 0, placed: () => [] }
  const columns = widths.length
  const trace: Trace = { columns, from: new Uint8Array(seams.length * columns) }
  let costs = widths.map((width, column) => skipCost * column + tooWide(first.width, width))
  for (let i = 1; i < seams.length; i++) {
    const seam = seams[i]
    if (seam === undefined) break
    costs = stepCosts(seam, costs, widths, trace, i * columns)
    if (Math.min(...costs) > limit) return undefined
  }
  const ends = costs.map((cost, column) => cost + (columns - 1 - column))
  const cost = Math.min(...ends)
  return { cost, placed: () => traceBack(trace, seams.length, ends.indexOf(cost)) }
}

/** Costs of standing in each column behind a break; where each came from is noted in the trace. */
function stepCosts(
  seam: Seam,
  costs: readonly number[],
  widths: readonly number[],
  trace: Trace,
  offset: number,
): number[] {
  const columns = widths.length
  const next = new Array<number>(columns).fill(Number.POSITIVE_INFINITY)
  for (let from = 0; from < columns; from++) {
    const before = costs[from] ?? 0
    const full = isFullAt(seam.before, widths[from] ?? 0)
    const leave = before + leaveCost(seam, full)
    const stay = before + stayCost(seam, full)
    for (let to = 0; to < columns; to++) {
      const moved = leave + skipCost * passed(from, to, columns)
      const cost = from === to ? Math.min(stay, moved) : moved
      if (cost >= (next[to] ?? 0)) continue
      next[to] = cost
      trace.from[offset + to] = from === to && stay <= moved ? columns + from : from
    }
  }
  return next.map((cost, to) => cost + tooWide(seam.width, widths[to] ?? 0))
}

function traceBack({ columns, from }: Trace, count: number, end: number): readonly Placed[] {
  const placed: Placed[] = []
  let column = end
  for (let i = count - 1; i > 0; i--) {
    const step = from[i * columns + column] ?? column
    placed.push({ column, starts: step < columns })
    column = step % columns
  }
  placed.push({ column, starts: true })
  return placed.reverse()
}
