// Costs of cutting a run of atoms into cells; everything that is asked more than once is remembered.
import type { FieldFormat } from '../../kernel/layout/layout.ts'
import { memo } from '../../kernel/memo.ts'
import { joinWrapped } from '../wrapped.ts'
import type { Atom } from './atoms.ts'
import { asValue, contentCost, type Value } from './cell-cost.ts'
import { beginsWithSign, isNumber } from './vocabulary.ts'
import { type Measured, measure, roomLeft } from './wrap.ts'

export type RowColumn = { readonly at: string; readonly format: FieldFormat }

/**
 * What a reading shows of a column's width, in half squares. `least`: so much fitted on one line. `full`: where wrapped
 * lines of several cells ended; 0 = not known.
 */
export type Width = { readonly least: number; readonly full: number }
/** Widths of the columns by their field. */
export type Widths = ReadonlyMap<string, Width>

type Cell = {
  readonly value: Value
  readonly lines: readonly string[]
  readonly measured: readonly Measured[]
  /** What speaks against it, whatever the width of the column. */
  readonly cost: number
}

/** Lines that end just where other cells of the column are wrapped speak for the cell. */
const fullLines = -0.6
/** A line may be so much wider than the widest wrapped one, in half squares. */
const overhang = 1
/** Names have the widest column and are wrapped less often than what stands behind them. */
const nameWraps = 0.3
const unknown: Width = { least: 0, full: 0 }

const enumerator = /^(?:\d{1,2}[、.．)）]|[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十]{1,2}[、是])/
const paragraphEnd = /[。；;：:！!]$/

/** A cell of many paragraphs may break where the line is not full. */
const isParagraph = (line: string, next: string): boolean => paragraphEnd.test(line) || enumerator.test(next)

/** One way to end a cell that begins at a given atom. */
export type Ending = { readonly to: number; readonly cost: number; readonly cell: Cell }
export type Cutter = {
  readonly atoms: readonly Atom[]
  readonly open: boolean
  /** Widths of the lines that atoms from…to fill in a cell of the column. */
  readonly lineWidths: (column: RowColumn, from: number, to: number) => readonly number[]
  /** All that speaks against atoms from…to being a cell of the column. */
  readonly cost: (column: RowColumn, from: number, to: number) => number
  /** Every way to end a cell of the column that begins at `from`, the empty cell first. */
  readonly endings: (column: RowColumn, from: number) => readonly Ending[]
}

const WORDS: ReadonlySet<string> = new Set(['direction', 'nature', 'measureUnit'])

/** Most atoms a cell can have: reasons are long, the others narrow. */
const longest = (column: RowColumn): number =>
  WORDS.has(column.at)
    ? 2
    : column.format === 'long-text'
      ? 48
      : column.format === 'target'
        ? 16
        : column.format === 'actual'
          ? 12
          : 10

/** No cell runs over weight and score, no name over a sign of comparison. */
type Stop = 'points' | 'sign' | undefined

const stopsIn = (atoms: readonly Atom[]): readonly Stop[] =>
  atoms.map((atom, i) => {
    const before = atoms[i - 1]
    if (before && atom.gap === 'space' && isNumber(atom.text) && isNumber(before.text)) return 'points'
    return beginsWithSign(atom.text) ? 'sign' : undefined
  })

const endsCell = (stop: Stop, { at, format }: RowColumn): boolean =>
  stop === 'points' || (stop === 'sign' && format !== 'target' && format !== 'long-text' && at !== 'direction')

/** Blanks inside a cell are rare between Chinese characters, common around Latin words and before misprinted marks. */
function blankCost(before: string, after: string): number {
  if (/^[，。、；：！？）)》”]/.test(after)) return 0.2
  return /[A-Za-z0-9]$/.test(before) || /^[A-Za-z0-9]/.test(after) ? 1.2 : 2.5
}

/** Where a line ends like a name and words follow, the name probably ended there. */
const nameEndsThere = (before: string, after: string): boolean =>
  /(?:[率次]|满意度|[数人质]量|[次人家]数|成本|时[间限效])$|[\u4e00-\u9fff][)）]$/.test(before) &&
  /^[\u4e00-\u9fff]/.test(after)

/** What speaks against a break between two pieces of a cell, whatever its width. */
function breakCost(before: Atom, after: Atom, { format }: RowColumn): number {
  let cost = 0
  if (after.gap === 'page') cost = 1
  else if (after.gap === 'blank') cost = 0.15
  else if (after.gap === 'space') cost = blankCost(before.text, after.text) * (format === 'long-text' ? 0.4 : 1)
  return format === 'target' && after.gap !== 'space' && nameEndsThere(before.text, after.text) ? cost + 1 : cost
}

/** Lines wider than the column is elsewhere belong to another one. */
function overCost(widest: number, full: number): number {
  const over = full > 0 ? widest - full - overhang : 0
  return over > 0 ? Math.min(1 + 0.1 * over, 2.5) : 0
}

function wrapCost({ lines, measured }: Cell, width: number, ofNote: boolean): number {
  let cost = 0
  for (let i = 1; i < measured.length; i++) {
    const room = roomAt(measured, i, width)
    if (room < 0) continue
    const paragraph = ofNote && isParagraph(lines[i - 1] ?? '', lines[i] ?? '')
    cost += paragraph ? 0.4 : 1 + Math.min(0.3 * room, 3)
  }
  return cost
}

/** How much room was left at the end of the line before line `i`. */
function roomAt(measured: readonly Measured[], i: number, width: number): number {
  const line = measured[i - 1]
  const next = measured[i]
  return line && next ? roomLeft(line, next, width) : -1
}

/** Every line ends just where wrapped lines of the column do. */
function endsFull(measured: readonly Measured[], full: number): boolean {
  if (full === 0) return false
  for (let i = 1; i < measured.length; i++)
    if (roomAt(measured, i, full) >= 0 || (measured[i - 1]?.width ?? 0) > full + 1) return false
  return true
}

/** All that speaks against a cell in a column of this width. */
function costOf(cell: Cell, { format }: RowColumn, { least, full }: Width): number {
  const { cost, measured } = cell
  if (measured.length === 0 || (measured.length === 1 && full === 0)) return cost
  let widest = 0
  for (const line of measured) widest = Math.max(widest, line.width)
  const over = cost + overCost(widest, full)
  if (measured.length < 2) return over
  const wraps = wrapCost(cell, Math.max(least, widest), format === 'long-text')
  return over + wraps + (endsFull(measured, full) ? fullLines : 0)
}

/** The cells that begin at one atom: each has one atom more than the one before, made when they are asked for. */
type Run = { readonly cells: Cell[]; breaks: number; lineStart: number }

const emptyCell = (column: RowColumn): Cell => {
  const value = asValue(column.format, '')
  return {
    value,
    lines: [],
    measured: [],
    cost: contentCost(column.at, column.format, value) - (column.format === 'text' ? nameWraps : 0),
  }
}

type MeasureLine = (line: string) => Measured

/** Adds the cell that ends with the next atom. */
function grow(run: Run, atoms: readonly Atom[], column: RowColumn, from: number, measureLine: MeasureLine): void {
  const shorter = run.cells.at(-1)
  const at = from + run.cells.length - 1
  const atom = atoms[at]
  if (!shorter || !atom) return
  const before = at > from ? atoms[at - 1] : undefined
  if (before) run.breaks += breakCost(before, atom, column)
  const goesOn = before?.line === atom.line
  if (!goesOn) run.lineStart = atom.start
  const line = goesOn ? atom.line.text.slice(run.lineStart, atom.end) : atom.text
  const kept = goesOn ? -1 : shorter.lines.length
  const lines = [...shorter.lines.slice(0, kept), line]
  const measured = [...shorter.measured.slice(0, kept), measureLine(line)]
  const text = goesOn
    ? shorter.value.text + atom.line.text.slice(before.end, atom.end)
    : joinWrapped([shorter.value.text, line])
  const value = asValue(column.format, text)
  const wraps = column.format === 'text' ? nameWraps * (lines.length - 1) : 0
  run.cells.push({ value, lines, measured, cost: contentCost(column.at, column.format, value) + wraps + run.breaks })
}

/** What costs more does not get better by being longer. */
const hopeless = 12
/** A cell behind the end of a text that is cut off. */
export const beyondEnd = 0.3

/** For every column and atom what begins there. */
type ByPlace<T> = Map<string, (T | undefined)[]>

function placesOf<T>(of: ByPlace<T>, column: RowColumn, places: number): (T | undefined)[] {
  const known = of.get(column.at)
  if (known !== undefined) return known
  const made = new Array<T | undefined>(places).fill(undefined)
  of.set(column.at, made)
  return made
}

/**
 * Cells are the same for every width, so they outlive the cutters made for one width after the other.
 * `open`: the text may be cut off here, cells behind its end are missing for no other reason.
 */
export function cutter(atoms: readonly Atom[], open: boolean): (widths: Widths) => Cutter {
  const runs: ByPlace<Run> = new Map()
  const places = atoms.length + 1
  const stops = stopsIn(atoms)
  const measureLine = memo(measure)
  const cell = (column: RowColumn, from: number, to: number): Cell => {
    const begun = placesOf(runs, column, places)
    const run = begun[from] ?? { cells: [emptyCell(column)], breaks: 0, lineStart: 0 }
    begun[from] = run
    for (let end = from + run.cells.length; end <= to; end++) grow(run, atoms, column, from, measureLine)
    return run.cells[to - from] ?? emptyCell(column)
  }
  return (widths) => {
    const known: ByPlace<readonly Ending[]> = new Map()
    const widthOf = (column: RowColumn): Width => widths.get(column.at) ?? unknown
    const endingsAt = (column: RowColumn, from: number): readonly Ending[] => {
      if (open && from === atoms.length) return [{ to: from, cost: beyondEnd, cell: cell(column, from, from) }]
      const endings: Ending[] = []
      const limit = Math.min(atoms.length, from + longest(column))
      const width = widthOf(column)
      for (let to = from; to <= limit; to++) {
        if (to > from + 1 && endsCell(stops[to - 1], column)) break
        const next = cell(column, from, to)
        const cost = costOf(next, column, width)
        if (cost > hopeless) break
        endings.push({ to, cost, cell: next })
      }
      return endings
    }
    return {
      atoms,
      open,
      lineWidths: (column, from, to) => cell(column, from, to).measured.map((line) => line.width),
      cost: (column, from, to) => costOf(cell(column, from, to), column, widthOf(column)),
      endings: (column, from) => {
        const before = placesOf(known, column, places)
        const found = before[from] ?? endingsAt(column, from)
        before[from] = found
        return found
      },
    }
  }
}
