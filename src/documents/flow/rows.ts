// Cuts the atoms between two group labels into rows and cells: the cheapest of all ways to read them.
import type { Atom } from './atoms.ts'
import { bestPair, pairCost, reasonExpected } from './cell-cost.ts'
import { beyondEnd, type Cutter, type RowColumn } from './cutter.ts'
import { isDash, isNumber } from './vocabulary.ts'

/** A cell as a stretch of atoms; empty where from = to. */
export type Span = { readonly from: number; readonly to: number }
/** The cells of one row in the order of the columns. */
export type RowCut = readonly Span[]
export type Cut = { readonly rows: readonly RowCut[]; readonly unread: readonly number[]; readonly cost: number }

/** Columns that are decided together. */
export type Stage = { readonly kind: 'cell' | 'values' | 'points'; readonly columns: readonly RowColumn[] }

const unreadCost = 7
const missingPoints = 5
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

/** One way to fill the columns of a stage: where each of its cells ends. */
type Step = { readonly ends: readonly number[]; readonly cost: number }

const cellSteps = (cutter: Cutter, column: RowColumn, from: number): readonly Step[] =>
  cutter.endings(column, from).map(({ to, cost }) => ({ ends: [to], cost }))

function valueSteps(cutter: Cutter, [target, actual]: readonly RowColumn[], from: number): readonly Step[] {
  if (!target || !actual) return []
  // Of all pairs that end at one place the cheapest is enough.
  const steps: (Step | undefined)[] = []
  for (const wanted of cutter.endings(target, from))
    for (const reached of cutter.endings(actual, wanted.to)) {
      const alone = wanted.cost + reached.cost
      const least = steps[reached.to - from]?.cost ?? Number.POSITIVE_INFINITY
      if (alone > hopelessPair || alone + bestPair >= least) continue
      const cost = alone + pairCost(wanted.cell.value, reached.cell.value)
      if (cost < least) steps[reached.to - from] = { ends: [wanted.to, reached.to], cost }
    }
  return steps.filter((step) => step !== undefined)
}

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

function pointSteps(cutter: Cutter, columns: readonly RowColumn[], from: number): readonly Step[] {
  const { atoms } = cutter
  const points = columns.filter((column) => column.format === 'points').length
  const note = columns[points]
  const steps: Step[] = []
  for (let filled = 0; filled <= points; filled++) {
    const last = atoms[from + filled - 1]
    if (filled > 0 && (!last || !(isNumber(last.text) || (filled > 1 && isDash(last.text))))) break
    const end = from + filled
    const ends = Array.from({ length: points }, (_, i) => Math.min(from + i + 1, end))
    const missing = cutter.open && end === atoms.length ? beyondEnd : missingPoints
    const cost = missing * (points - filled) + pointsCost(atoms, from, end)
    if (!note) steps.push({ ends, cost })
    else if (filled < points) steps.push({ ends: [...ends, end], cost })
    else
      for (const step of noteSteps(cutter, note, end))
        steps.push({ ends: [...ends, ...step.ends], cost: cost + step.cost })
  }
  return steps
}

function noteSteps(cutter: Cutter, note: RowColumn, from: number): readonly Step[] {
  const [score, weight] = [cutter.atoms[from - 1], cutter.atoms[from - 2]].map((atom) => Number(atom?.text))
  const expected = reasonExpected(weight, score)
  return cellSteps(cutter, note, from).map(({ ends, cost }) => {
    const empty = ends[0] === from
    return { ends, cost: cost + (empty ? (expected ? 0.8 : 0) : expected ? -1 : 0) }
  })
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
  /** Where the cells end that led here; none for an atom that fits nowhere. */
  readonly ends: readonly number[]
}

/** The cheapest reading of all atoms as rows. `crowded`: what speaks against rows with no blank line between. */
export function cutRows(cutter: Cutter, stages: readonly Stage[], crowded: number): Cut {
  const { atoms } = cutter
  const best: (Node | undefined)[][] = Array.from({ length: atoms.length + 1 }, () => [])
  const offer = (stage: number, node: Node): boolean => {
    const row = best[node.at] ?? []
    const known = row[stage]
    if (known && known.cost <= node.cost) return false
    row[stage] = node
    return true
  }
  const advanced = new Set<Node>()
  const advance = (stage: number, at: number): void => {
    const node = best[at]?.[stage]
    const of = stages[stage]
    if (!node || !of || advanced.has(node)) return
    advanced.add(node)
    const begin = node.cost + (stage === 0 ? rowBegin(atoms, at, crowded) : 0)
    for (const { ends, cost } of stepsOf(of, cutter, at))
      offer((stage + 1) % stages.length, { cost: begin + cost, at: ends.at(-1) ?? at, before: node, ends })
    if (stage === 0) offer(0, { cost: node.cost + unreadCost, at: at + 1, before: node, ends: [] })
  }
  offer(0, { cost: 0, at: 0, before: undefined, ends: [] })
  for (let at = 0; at < atoms.length; at++) {
    // Rows that end here first, then the row that begins here; its empty first cells lead to later stages again.
    for (let stage = 1; stage < stages.length; stage++) advance(stage, at)
    for (let stage = 0; stage < stages.length; stage++) advance(stage, at)
  }
  for (let stage = 1; stage < stages.length; stage++) advance(stage, atoms.length)
  return traced(best[atoms.length]?.[0], stages.flatMap((stage) => stage.columns).length)
}

function stepsOf({ kind, columns }: Stage, cutter: Cutter, from: number): readonly Step[] {
  if (kind === 'values') return valueSteps(cutter, columns, from)
  if (kind === 'points') return pointSteps(cutter, columns, from)
  return columns[0] ? cellSteps(cutter, columns[0], from) : []
}

/** The way back from the end: cells gathered into rows. */
function traced(end: Node | undefined, width: number): Cut {
  const path: Node[] = []
  for (let node = end; node?.before; node = node.before) path.push(node)
  path.reverse()
  const rows: Span[][] = []
  const unread: number[] = []
  let columns = 0
  for (const node of path) {
    let from = node.before?.at ?? 0
    if (node.ends.length === 0) unread.push(from)
    for (const to of node.ends) {
      if (columns === 0) rows.push([])
      rows.at(-1)?.push({ from, to })
      columns = (columns + 1) % width
      from = to
    }
  }
  return { rows, unread, cost: end?.cost ?? 0 }
}
