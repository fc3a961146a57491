// Cells one after the other, without row ends → rows: of all ways to put them under the columns the one that suits best.
import { memo } from '../../kernel/memo.ts'
import { columnFormat } from '../column-format.ts'
import { asValue, contentCost, pairCost } from '../flow/cell-cost.ts'
import { isNothing, numberText } from '../text.ts'
import { isAspect, isDimension } from './vocabulary.ts'

/** How text tells its empty cells: as cells with nothing in them, or not at all. */
export type Empties = 'printed' | 'lost'
/** The places of a row's cells, one a column; null where the column has none. */
export type PlacedRow = readonly (number | null)[]

type Node = { readonly cost: number; readonly before: Node | null; readonly took: number | null; readonly step: Step }
/** `drop`: between rows; `pass`: a cell with nothing in it within a row. */
type Step = 'take' | 'skip' | 'drop' | 'pass'

const isGroup = (column: string): boolean => column === 'dimension' || column === 'aspect'
const isPoints = (column: string): boolean => column === 'weight' || column === 'score'

/** Every row costs a little: of two ways that suit alike the one with fewer rows. */
const NEW_ROW = 0.5
/** An empty cell behind a row is the filling of a shorter one; a printed cell belongs somewhere. */
const DROP_EMPTY = 0.2
const DROP_FILLED = 14
const PASS_EMPTY = 0.6

/**
 * The rows in `keys`, the keys of the cells, under `columns`, the fields of the columns. Merged cells of groups are
 * missing; other cells are there unless empty ones are lost.
 */
export function tableRows(keys: readonly string[], columns: readonly string[], empties: Empties): readonly PlacedRow[] {
  const width = columns.length
  let here: (Node | null)[] = new Array<Node | null>(width + 1).fill(null)
  here[0] = { cost: 0, before: null, took: null, step: 'drop' }
  const costs = costsOf(keys, empties)
  for (let at = 0; at <= keys.length; at++) {
    settle(here, columns, keys, at, empties)
    if (at === keys.length) break
    const next = new Array<Node | null>(width + 1).fill(null)
    for (let c = 0; c < width; c++) {
      const node = here[c]
      const column = columns[c]
      if (!node || column === undefined) continue
      const pair = column === 'actual' && columns[c - 1] === 'target' && node.step === 'take' ? pairAt(keys, at) : 0
      offer(next, c + 1, node, costs(column, at) + pair, at, 'take')
    }
    if (keys[at] === '' && empties === 'lost')
      for (let c = 1; c < width; c++) {
        const node = here[c]
        if (node) offer(next, c, node, PASS_EMPTY, null, 'pass')
      }
    const start = here[0]
    if (start) offer(next, 0, start, keys[at] === '' ? DROP_EMPTY : DROP_FILLED, null, 'drop')
    here = next
  }
  return traced(here[0] ?? null, width)
}

/** A row that ended goes over into the next one, and columns are left empty, before the next cell is looked at. */
function settle(
  here: (Node | null)[],
  columns: readonly string[],
  keys: readonly string[],
  at: number,
  empties: Empties,
): void {
  const width = columns.length
  // Twice: what a row ends with may be left out, and then what the next one begins with.
  for (let round = 0; round < 2; round++) {
    columns.forEach((_, c) => {
      const node = here[c]
      if (!node) return
      offer(here, c + 1, node, skipCost(columns, c, empties, at === keys.length), null, 'skip')
    })
    const ended = here[width]
    // A row of which nothing is printed is none.
    if (
      ended &&
      tookSomething(ended, width) &&
      (here[0] === null || here[0] === undefined || ended.cost + NEW_ROW < here[0].cost)
    )
      here[0] = { cost: ended.cost + NEW_ROW, before: ended, took: null, step: 'drop' }
  }
}

function tookSomething(end: Node, width: number): boolean {
  let node: Node | null = end
  for (let left = width; left > 0 && node !== null; node = node.before) {
    if (node.step === 'take') return true
    if (node.step === 'skip') left--
  }
  return false
}

function offer(to: (Node | null)[], place: number, from: Node, cost: number, took: number | null, step: Step): void {
  const known = to[place]
  const whole = from.cost + cost
  if (known === null || known === undefined || whole < known.cost) to[place] = { cost: whole, before: from, took, step }
}

const pairAt = (keys: readonly string[], at: number): number =>
  pairCost(asValue('target', keys[at - 1] ?? ''), asValue('actual', keys[at] ?? '')) / 2

/** What speaks against a column having no cell. A text that is cut off ends anywhere. */
function skipCost(columns: readonly string[], at: number, empties: Empties, cut: boolean): number {
  const column = columns[at] ?? ''
  if (isGroup(column)) return 0.4
  // What is asked for twice, for the medium term and for the year, is often left empty for the former.
  if (empties === 'lost' && columns.indexOf(column, at + 1) > 0) return 0.4
  if (cut) return 0.1
  if (column === 'name') return 9
  if (empties === 'printed') return 4.5
  if (column === 'target' || column === 'actual') return 4
  if (isPoints(column)) return 4
  if (column === 'direction' || column === 'nature') return 2
  return column === 'measureUnit' ? 1.2 : 0.4
}

function costsOf(keys: readonly string[], empties: Empties): (column: string, at: number) => number {
  const known = new Map<string, (key: string) => number>()
  return (column, at) => {
    let cost = known.get(column)
    if (cost === undefined) {
      cost = memo((key: string) => takeCost(column, key, empties))
      known.set(column, cost)
    }
    return cost(keys[at] ?? '')
  }
}

/** What speaks against a cell standing in a column. */
function takeCost(column: string, key: string, empties: Empties): number {
  if (key === '') return isGroup(column) ? 0.2 : column === 'name' ? 4 : column === 'target' ? 1.5 : 0.3
  if (column === 'dimension') return isDimension(key) ? -2 : isAspect(key) ? 4 : unknownGroup(key)
  if (column === 'aspect') return isAspect(key) ? -2 : isDimension(key) ? 3 : unknownGroup(key)
  if (isPoints(column)) return numberText(key.replace(/分$/, '')) !== null ? 0 : isNothing(key) ? 0.5 : 9
  // 指标性质 heads operators in some forms, 定量 and 定性 in others.
  if ((column === 'direction' || column === 'nature') && /^定[量性](?:指标)?$/.test(key)) return 0
  const format = columnFormat(column)
  // Who prints empty cells prints every cell where it belongs: the content is hardly needed to tell.
  const scale = empties === 'printed' ? 0.5 : 1
  const group = key.includes('指标') && (isDimension(key) || isAspect(key)) ? 5 : 0
  return scale * contentCost(column, format, asValue(format, key)) + group
}

/** Groups some forms name in their own words: short, without a value in them. */
const unknownGroup = (key: string): number =>
  key.length <= 14 && !/[\d，。；≥≤<>=%]/.test(key) && !isNothing(key) ? 3 : 9

function traced(end: Node | null, width: number): readonly PlacedRow[] {
  const rows: (number | null)[][] = []
  let row: (number | null)[] = []
  for (let node = end; node !== null; node = node.before) {
    if (node.step === 'drop') {
      if (row.length === width) rows.push(row.reverse())
      row = []
    } else if (node.step !== 'pass') row.push(node.took)
  }
  if (row.length === width) rows.push(row.reverse())
  return rows.reverse()
}
