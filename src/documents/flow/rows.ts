// Cuts the atoms between two group labels into rows and cells: the cheapest of all ways to read them.
import type { Atom } from './atoms.ts'
import { bestPair, pairCost, reasonExpected } from './cell-cost.ts'
import { beyondEnd, type Cell, type Cutter, type RowColumn } from './cutter.ts'
import { isDash, isNumber } from './vocabulary.ts'

/** A cell as a stretch of atoms; empty where from = to. */
export type Span = { readonly from: number; readonly to: number }
/** The cells of one row in the order of the columns. */
export type RowCut = readonly Span[]
export type Cut = { readonly rows: readonly RowCut[]; readonly unread: readonly number[]; readonly cost: number }

/** Columns that are decided together. */
export type Stage = { readonly kind: 'cell' | 'values' | 'points'; readonly columns: readonly RowColumn[] }

const unreadCost = 7
/** Two bare numbers that end a row are its points, not values without any points behind them. */
const missingPoints = 11.5
/** A little more than two empty cells: no reading needs a worse target and actual value. */
const hopelessPair = 12

/** Target with actual value and weights with score and reason depend on each other; other columns stand alone. */
export function stagesOf(columns: readonly RowColumn[]): readonly Stage[] {
  const stages: { kind: Stage['kind']; columns: RowColumn[] }[] = []
  for (const column of columns) {
    const last = stages.at(-1)
    const before = last?.columns.at(-1)?.format
    if (column.format === 'actual' && before === 'target') last?.columns.push(column)
    else if (before === 'points' && (column.format === 'points' || column.format === 'long-text'))
      last?.columns.push(column)
    else stages.push({ kind: column.format === 'points' ? 'points' : 'cell', columns: [column] })
    const stage = stages.at(-1)
    if (stage && column.format === 'actual' && stage.columns.length > 1) stage.kind = 'values'
  }
  return stages
}

/**
 * Takes one way to fill the columns of a stage: where its last cell ends, and where the one before ended, or for points
 * how many of them are filled.
 */
type Offer = (to: number, cost: number, inner: number) => void

function cellSteps(cutter: Cutter, column: RowColumn, from: number, offer: Offer): void {
  const { costs } = cutter.endings(column, from)
  for (let i = 0; i < costs.length; i++) offer(from + i, costs[i] ?? 0, 0)
}

function valueSteps(cutter: Cutter, [target, actual]: readonly RowColumn[], from: number, offer: Offer): void {
  if (!target || !actual) return
  // Of all pairs that end at one place the cheapest is enough.
  const least: number[] = []
  const inner: number[] = []
  const wanted = cutter.endings(target, from)
  for (let i = 0; i < wanted.costs.length; i++) {
    const reached = cutter.endings(actual, from + i)
    for (let j = 0; j < reached.costs.length; j++) {
      if (i + j === least.length) least.push(Number.POSITIVE_INFINITY)
      const known = least[i + j] ?? Number.POSITIVE_INFINITY
      const alone = (wanted.costs[i] ?? 0) + (reached.costs[j] ?? 0)
      if (alone > hopelessPair || alone + bestPair >= known) continue
      const cost = alone + costOfPair(wanted.cells[i], reached.cells[j])
      if (cost >= known) continue
      least[i + j] = cost
      inner[i + j] = from + i
    }
  }
  for (let k = 0; k < least.length; k++) {
    const cost = least[k] ?? Number.POSITIVE_INFINITY
    if (cost !== Number.POSITIVE_INFINITY) offer(from + k, cost, inner[k] ?? from)
  }
}

const costOfPair = (target: Cell | undefined, actual: Cell | undefined): number =>
  target && actual ? pairCost(target.value, actual.value) : 0

const pointsBreak = { space: 0, line: 0.5, blank: 1.5, page: 2 } as const

/** Weight and score stand beside each other; a total of 100 is no weight. */
function pointsCost(atoms: readonly Atom[], from: number, to: number): number {
  let cost = 0
  for (let i = from + 1; i < to; i++) cost += pointsBreak[atoms[i]?.gap ?? 'space']
  const weight = Number(atoms[from]?.text)
  if (weight >= 100) cost += 6
  if (to - from > 1 && Number(atoms[from + 1]?.text) > weight) cost += 3
  return cost
}

function pointSteps(cutter: Cutter, columns: readonly RowColumn[], from: number, offer: Offer): void {
  const { atoms } = cutter
  const points = pointsIn(columns)
  const note = columns[points]
  for (let filled = 0; filled <= points; filled++) {
    const last = atoms[from + filled - 1]
    if (filled > 0 && (!last || !(isNumber(last.text) || (filled > 1 && isDash(last.text))))) break
    const end = from + filled
    const missing = cutter.open && end === atoms.length ? beyondEnd : missingPoints
    const cost = missing * (points - filled) + pointsCost(atoms, from, end)
    if (!note || filled < points) offer(end, cost, filled)
    else noteSteps(cutter, note, end, (to, ofNote) => offer(to, cost + ofNote, filled))
  }
}

const pointsIn = (columns: readonly RowColumn[]): number => columns.filter(({ format }) => format === 'points').length

function noteSteps(cutter: Cutter, note: RowColumn, from: number, offer: (to: number, cost: number) => void): void {
  const [weight, score] = [cutter.atoms[from - 2], cutter.atoms[from - 1]].map((atom) => Number(atom?.text))
  const expected = reasonExpected(weight, score)
  const { costs } = cutter.endings(note, from)
  for (let i = 0; i < costs.length; i++)
    offer(from + i, (costs[i] ?? 0) + (i === 0 ? (expected ? 0.8 : 0) : expected ? -1 : 0))
}

/** A row begins on a line of its own, in most texts after a blank line. */
function rowBegin(atoms: readonly Atom[], at: number, crowded: number): number {
  const gap = atoms[at]?.gap
  if (at === 0 || gap === 'blank' || gap === 'page') return 0
  return gap === 'space' ? 4 : crowded
}

type Node = {
  readonly cost: number
  readonly at: number
  readonly before: Node | undefined
  /** The columns filled since then; null for an atom that fits nowhere. */
  readonly stage: Stage | null
  /** As an `Offer` says it. */
  readonly inner: number
}

/** The cheapest reading of all atoms as rows. `crowded`: what speaks against rows with no blank line between. */
export function cutRows(cutter: Cutter, stages: readonly Stage[], crowded: number): Cut {
  const { atoms } = cutter
  const width = stages.length
  const best: (Node | undefined)[] = new Array((atoms.length + 1) * width).fill(undefined)
  const advanced: (Node | undefined)[] = new Array(best.length).fill(undefined)
  const offer = (place: number, before: Node, to: number, cost: number, stage: Stage | null, inner: number): void => {
    const known = best[place]
    if (known === undefined || known.cost > cost) best[place] = { cost, at: to, before, stage, inner }
  }
  const advance = (number: number, at: number): void => {
    const node = best[at * width + number]
    const stage = stages[number]
    if (!node || !stage || advanced[at * width + number] === node) return
    advanced[at * width + number] = node
    const begin = node.cost + (number === 0 ? rowBegin(atoms, at, crowded) : 0)
    const next = (number + 1) % width
    eachStep(stage, cutter, at, (to, cost, inner) => offer(to * width + next, node, to, begin + cost, stage, inner))
    if (number === 0 && at < atoms.length) offer((at + 1) * width, node, at + 1, node.cost + unreadCost, null, 0)
  }
  best[0] = { cost: 0, at: 0, before: undefined, stage: null, inner: 0 }
  for (let at = 0; at < atoms.length; at++) {
    // Rows that end here first, then the row that begins here; its empty first cells lead to later stages again.
    for (let stage = 1; stage < width; stage++) advance(stage, at)
    for (let stage = 0; stage < width; stage++) advance(stage, at)
  }
  for (let stage = 1; stage < width; stage++) advance(stage, atoms.length)
  return traced(best[atoms.length * width])
}

function eachStep({ kind, columns }: Stage, cutter: Cutter, from: number, offer: Offer): void {
  if (kind === 'values') valueSteps(cutter, columns, from, offer)
  else if (kind === 'points') pointSteps(cutter, columns, from, offer)
  else if (columns[0]) cellSteps(cutter, columns[0], from, offer)
}

/** Where the cells of a stage end that led to a node. */
function endsOf({ kind, columns }: Stage, from: number, { at, inner }: Node): readonly number[] {
  if (kind === 'cell') return [at]
  if (kind === 'values') return [inner, at]
  const points = Array.from({ length: pointsIn(columns) }, (_, i) => from + Math.min(i + 1, inner))
  return columns.length > points.length ? [...points, at] : points
}

/** The way back from the end: cells gathered into rows. */
function traced(end: Node | undefined): Cut {
  const path: Node[] = []
  for (let node = end; node?.before; node = node.before) path.push(node)
  path.reverse()
  const rows: Span[][] = []
  const unread: number[] = []
  let first: Stage | null = null
  for (const node of path) {
    let from = node.before?.at ?? 0
    if (node.stage === null) {
      unread.push(from)
      continue
    }
    first ??= node.stage
    if (node.stage === first) rows.push([])
    for (const to of endsOf(node.stage, from, node)) {
      rows.at(-1)?.push({ from, to })
      from = to
    }
  }
  return { rows, unread, cost: end?.cost ?? 0 }
}
