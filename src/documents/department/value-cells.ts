// Between direction and weight stand target, actual and unit, each perhaps empty, wrapped or both: the likeliest cut.
import { type Atom, cellText } from '../flow/atoms.ts'
import { beginsLine, isBalanced, isUnit, maybeUnit } from './indicator-words.ts'

export type ValueCells = {
  readonly target: readonly Atom[]
  readonly actual: readonly Atom[]
  readonly unit: readonly Atom[]
}

/** More pieces than this are no table cells any more; all of them stay in the target. */
const mostPieces = 12

/** A break inside a cell: wrapping is usual, a blank rare. */
const insideCost = (atom: Atom): number => (beginsLine(atom) ? 1 : 4)
/** A new cell that begins a line: only where a cell of the row is wrapped. */
const betweenCost = (atom: Atom): number => (beginsLine(atom) ? 1 : 0)

function cellCost(cell: readonly Atom[]): number {
  const inside = cell.slice(1).reduce((sum, atom) => sum + insideCost(atom), 0)
  return inside + (isBalanced(cell.map((atom) => atom.text).join('')) ? 0 : 6)
}

/** What a value cell costs: a unit alone in it is probably a unit, a known unit as its own last piece too. */
function valueCost(cell: readonly Atom[]): number {
  if (cell.length === 0) return 0
  const last = cell.at(-1)
  const strayUnit = cell.length > 1 && last && isUnit(last.text) ? 1 : 0
  return cellCost(cell) + (isUnit(cellText(cell)) ? 3 : 0) + strayUnit
}

function unitCost(cell: readonly Atom[], units: ReadonlySet<string>): number {
  if (cell.length === 0) return 0.5
  const text = cellText(cell)
  const last = cell.at(-1)
  // 次 / 批次: what is a unit without the piece before it needs no piece before it.
  const needless = cell.length > 1 && last && isUnit(last.text) ? 2 : 0
  return cellCost(cell) + needless + (units.has(text) || isUnit(text) ? 0 : maybeUnit(text) ? 2.5 : 9)
}

/** A cell that is not on the row's own line is wrapped; one piece alone off that line is unlikely. */
function offLineCost(cells: readonly (readonly Atom[])[], next: Atom | undefined): number {
  const filled = cells.filter((cell) => cell.length > 0)
  const [first, last] = [filled[0], filled.at(-1)]
  return (first?.length === 1 && beginsLine(first[0]) ? 0.5 : 0) + (last?.length === 1 && beginsLine(next) ? 2 : 0)
}

/** Every way to cut the pieces into target, actual and unit. */
function* cuts(pieces: readonly Atom[], withActual: boolean): Generator<ValueCells> {
  for (let a = 0; a <= pieces.length; a++)
    for (let b = withActual ? a : pieces.length; b <= pieces.length; b++)
      yield withActual
        ? { target: pieces.slice(0, a), actual: pieces.slice(a, b), unit: pieces.slice(b) }
        : { target: pieces.slice(0, a), actual: [], unit: pieces.slice(a) }
}

const hasDigit = (cell: readonly Atom[]): boolean => cell.some((atom) => /\d/.test(atom.text))

function costOf(cut: ValueCells, withActual: boolean, units: ReadonlySet<string>, next: Atom | undefined): number {
  const { target, actual, unit } = cut
  const begun = [actual, unit].flatMap((cell) => (cell[0] && cell !== target ? [cell[0]] : []))
  const between = begun.reduce(
    (sum, atom) => sum + (atom === (target[0] ?? actual[0] ?? unit[0]) ? 0 : betweenCost(atom)),
    0,
  )
  const empty = (target.length === 0 ? 1.5 : 0) + (withActual && actual.length === 0 ? 0.7 : 0)
  const unlike = actual.length > 0 && target.length > 0 && hasDigit(actual) !== hasDigit(target) ? 1 : 0
  return (
    between +
    empty +
    unlike +
    valueCost(target) +
    valueCost(actual) +
    unitCost(unit, units) +
    offLineCost([target, actual, unit], next)
  )
}

/** The likeliest cells. `units` = units the document uses where nothing is unclear; `next` = the piece behind. */
export function valueCells(
  pieces: readonly Atom[],
  withActual: boolean,
  units: ReadonlySet<string>,
  next: Atom | undefined,
): ValueCells {
  const whole: ValueCells = { target: pieces, actual: [], unit: [] }
  if (pieces.length === 0 || pieces.length > mostPieces) return whole
  let best = { cost: Number.POSITIVE_INFINITY, cut: whole }
  for (const cut of cuts(pieces, withActual)) {
    const cost = costOf(cut, withActual, units, next)
    if (cost < best.cost) best = { cost, cut }
  }
  return best.cut
}
