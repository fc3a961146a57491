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

/** A line of a cell and those above it: a cell has its lines in common with the shorter ones it grew from. */
type CellLine = Measured & {
  readonly above: CellLine | null
  readonly text: string
  /** Of this line and those above. */
  readonly widest: number
}

export type Cell = {
  readonly value: Value
  readonly last: CellLine | null
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

/** Every way to end a cell that begins at a given atom, the empty cell first; the i-th ends before the i-th atom behind it. */
export type Endings = { readonly cells: readonly Cell[]; readonly costs: readonly number[] }
export type Cutter = {
  readonly atoms: readonly Atom[]
  readonly open: boolean
  /** Widths of the lines that atoms from…to fill in a cell of the column. */
  readonly lineWidths: (column: RowColumn, from: number, to: number) => readonly number[]
  /** All that speaks against atoms from…to being a cell of the column. */
  readonly cost: (column: RowColumn, from: number, to: number) => number
  readonly endings: (column: RowColumn, from: number) => Endings
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

/** What speaks against the breaks between the lines of a cell: room was left for what was printed on the next one. */
function wrapCost(line: CellLine, width: number, ofNote: boolean): number {
  const { above } = line
  if (above === null) return 0
  const cost = wrapCost(above, width, ofNote)
  const room = roomLeft(above, line, width)
  if (room < 0) return cost
  return cost + (ofNote && isParagraph(above.text, line.text) ? 0.4 : 1 + Math.min(0.3 * room, 3))
}

/** Every line ends just where wrapped lines of the column do. */
function endsFull(last: CellLine, full: number): boolean {
  if (full === 0) return false
  for (let next = last; next.above !== null; next = next.above)
    if (roomLeft(next.above, next, full) >= 0 || next.above.width > full + 1) return false
  return true
}

/** All that speaks against a cell in a column of this width. */
function costOf({ cost, last }: Cell, { format }: RowColumn, { least, full }: Width): number {
  if (last === null || (last.above === null && full === 0)) return cost
  const over = cost + overCost(last.widest, full)
  if (last.above === null) return over
  const wraps = wrapCost(last, Math.max(least, last.widest), format === 'long-text')
  return over + wraps + (endsFull(last, full) ? fullLines : 0)
}

/** The cells that begin at one atom: each has one atom more than the one before, made when they are asked for. */
type Run = { readonly cells: Cell[]; breaks: number; lineStart: number; lines: number }

const emptyCell = (column: RowColumn): Cell => {
  const value = asValue(column.format, '')
  const cost = contentCost(column.at, column.format, value) - (column.format === 'text' ? nameWraps : 0)
  return { value, last: null, cost }
}

/** Adds the cell that ends with the next atom. */
function grow(run: Run, atoms: readonly Atom[], column: RowColumn, from: number, measureLine: MeasureLine): void {
  const shorter = run.cells.at(-1)
  const at = from + run.cells.length - 1
  const atom = atoms[at]
  if (!shorter || !atom) return
  const before = at > from ? atoms[at - 1] : undefined
  if (before) run.breaks += breakCost(before, atom, column)
  const goesOn = before?.line === atom.line
  if (!goesOn) {
    run.lineStart = atom.start
    run.lines++
  }
  const line = goesOn ? atom.line.text.slice(run.lineStart, atom.end) : atom.text
  const above = goesOn ? (shorter.last?.above ?? null) : shorter.last
  const { width, first } = measureLine(line)
  const text = goesOn
    ? shorter.value.text + atom.line.text.slice(before.end, atom.end)
    : joinWrapped([shorter.value.text, line])
  const value = asValue(column.format, text)
  const wraps = column.format === 'text' ? nameWraps * (run.lines - 1) : 0
  const cost = contentCost(column.at, column.format, value) + wraps + run.breaks
  const widest = Math.max(width, above?.widest ?? 0)
  run.cells.push({ value, last: { above, text: line, width, first, widest }, cost })
}

type MeasureLine = (line: string) => Measured

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
    const run = begun[from] ?? { cells: [emptyCell(column)], breaks: 0, lineStart: 0, lines: 0 }
    begun[from] = run
    for (let end = from + run.cells.length; end <= to; end++) grow(run, atoms, column, from, measureLine)
    return run.cells[to - from] ?? emptyCell(column)
  }
  return (widths) => {
    const known: ByPlace<Endings> = new Map()
    const widthOf = (column: RowColumn): Width => widths.get(column.at) ?? unknown
    const endingsAt = (column: RowColumn, from: number): Endings => {
      if (open && from === atoms.length) return { cells: [cell(column, from, from)], costs: [beyondEnd] }
      const cells: Cell[] = []
      const costs: number[] = []
      const limit = Math.min(atoms.length, from + longest(column))
      const width = widthOf(column)
      for (let to = from; to <= limit; to++) {
        if (to > from + 1 && endsCell(stops[to - 1], column)) break
        const next = cell(column, from, to)
        const cost = costOf(next, column, width)
        if (cost > hopeless) break
        cells.push(next)
        costs.push(cost)
      }
      return { cells, costs }
    }
    return {
      atoms,
      open,
      lineWidths: (column, from, to) => lineWidths(cell(column, from, to)),
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

function lineWidths({ last }: Cell): readonly number[] {
  const widths: number[] = []
  for (let line = last; line !== null; line = line.above) widths.push(line.width)
  return widths.reverse()
}
