// Costs of cutting a run of atoms into cells; everything that is asked more than once is remembered.
import type { FieldFormat } from '../../kernel/layout/layout.ts'
import { joinWrapped } from '../wrapped.ts'
import { type Atom, cellLines } from './atoms.ts'
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
  readonly cell: (column: RowColumn, from: number, to: number) => Cell
  /** All that speaks against atoms from…to being a cell of the column. */
  readonly cost: (column: RowColumn, from: number, to: number) => number
  /** Every way to end a cell of the column that begins at `from`, the empty cell first. */
  readonly endings: (column: RowColumn, from: number) => readonly Ending[]
}

/** Most atoms a cell can have: reasons are long, the others narrow. */
const longest = (column: RowColumn): number =>
  column.format === 'long-text' ? 48 : column.format === 'target' ? 16 : column.format === 'actual' ? 12 : 10

/** No cell runs over weight and score, no name over a sign of comparison. */
const endsCell = (atoms: readonly Atom[], at: number, column: RowColumn): boolean => {
  const [before, atom] = [atoms[at - 1], atoms[at]]
  if (!before || !atom) return false
  if (atom.gap === 'space' && isNumber(atom.text) && isNumber(before.text)) return true
  return column.format !== 'target' && column.format !== 'long-text' && beginsWithSign(atom.text)
}

/** Blanks inside a cell are rare between Chinese characters, common around Latin words and before misprinted marks. */
function blankCost(before: string, after: string): number {
  if (/^[，。、；：！？）)》”]/.test(after)) return 0.2
  return /[A-Za-z0-9]$/.test(before) || /^[A-Za-z0-9]/.test(after) ? 1.2 : 2.5
}

/** Where a line ends like a name and words follow, the name probably ended there. */
const nameEndsThere = (before: string, after: string): boolean =>
  /(?:[率次]|满意度|[数人质]量|[次人家]数|成本|时[间限效])$|[\u4e00-\u9fff][)）]$/.test(before) &&
  /^[\u4e00-\u9fff]/.test(after)

/** What speaks against the breaks between the pieces of a cell, whatever its width. */
function breakCost(atoms: readonly Atom[], from: number, to: number, { format }: RowColumn): number {
  let cost = 0
  for (let i = from + 1; i < to; i++) {
    const [before, after] = [atoms[i - 1]?.text ?? '', atoms[i]?.text ?? '']
    const gap = atoms[i]?.gap
    if (gap === 'page') cost += 1
    else if (gap === 'blank') cost += 0.15
    else if (gap === 'space') cost += blankCost(before, after) * (format === 'long-text' ? 0.4 : 1)
    if (format === 'target' && gap !== 'space' && nameEndsThere(before, after)) cost += 1
  }
  return cost
}

/** Lines wider than the column is elsewhere belong to another one. */
function overCost(cell: Cell, { full }: Width): number {
  const over = full > 0 ? Math.max(...cell.measured.map((m) => m.width)) - full - overhang : 0
  return over > 0 ? Math.min(1 + 0.1 * over, 2.5) : 0
}

function wrapCost(cell: Cell, { least, full }: Width, ofNote: boolean): number {
  const width = Math.max(least, ...cell.measured.map((m) => m.width))
  let cost = 0
  let fits = full > 0
  for (const [i, next] of cell.measured.slice(1).entries()) {
    const line = cell.measured[i]
    if (!line) continue
    fits &&= roomLeft(line, next, full) < 0 && line.width <= full + 1
    const room = roomLeft(line, next, width)
    if (room < 0) continue
    const paragraph = ofNote && isParagraph(cell.lines[i] ?? '', cell.lines[i + 1] ?? '')
    cost += paragraph ? 0.4 : 1 + Math.min(0.3 * room, 3)
  }
  return fits ? cost + fullLines : cost
}

function cellOf(atoms: readonly Atom[], column: RowColumn, from: number, to: number): Cell {
  const lines = cellLines(atoms.slice(from, to))
  const text = joinWrapped(lines)
  const wraps = column.format === 'text' ? nameWraps * (lines.length - 1) : 0
  const cost = contentCost(column.format, text) + wraps + breakCost(atoms, from, to, column)
  return { value: asValue(text), lines, measured: lines.map(measure), cost }
}

/** The value kept for a key, made where there is none yet. */
function kept<K, V>(of: Map<K, V>, key: K, make: () => V): V {
  const known = of.get(key)
  if (known !== undefined) return known
  const made = make()
  of.set(key, made)
  return made
}

/** What costs more does not get better by being longer. */
const hopeless = 12
/** A cell behind the end of a text that is cut off. */
export const beyondEnd = 0.3

/**
 * Cells are the same for every width, so they outlive the cutters made for one width after the other.
 * `open`: the text may be cut off here, cells behind its end are missing for no other reason.
 */
export function cutter(atoms: readonly Atom[], open: boolean): (widths: Widths) => Cutter {
  const cells = new Map<string, Map<number, Cell>>()
  const cell: Cutter['cell'] = (column, from, to) =>
    kept(
      kept(cells, column.at, () => new Map<number, Cell>()),
      from * 64 + (to - from),
      () => cellOf(atoms, column, from, to),
    )
  return (widths) => {
    const known = new Map<string, Map<number, readonly Ending[]>>()
    const cost: Cutter['cost'] = (column, from, to) =>
      costOf(cell(column, from, to), column, widths.get(column.at) ?? unknown)
    const endingsAt = (column: RowColumn, from: number): readonly Ending[] => {
      const endings: Ending[] = []
      const limit = Math.min(atoms.length, from + longest(column))
      for (let to = from; to <= limit; to++) {
        if (to > from + 1 && endsCell(atoms, to - 1, column)) break
        const missing = open && from === atoms.length
        const found = missing ? beyondEnd : cost(column, from, to)
        if (found > hopeless) break
        endings.push({ to, cost: found, cell: cell(column, from, to) })
      }
      return endings
    }
    const endings: Cutter['endings'] = (column, from) =>
      kept(
        kept(known, column.at, () => new Map<number, readonly Ending[]>()),
        from,
        () => endingsAt(column, from),
      )
    return { atoms, open, cell, cost, endings }
  }
}

function costOf(cell: Cell, column: RowColumn, width: Width): number {
  if (cell.lines.length === 0) return cell.cost
  const wrapped = cell.lines.length < 2 ? 0 : wrapCost(cell, width, column.format === 'long-text')
  return cell.cost + wrapped + overCost(cell, width)
}
