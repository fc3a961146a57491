// Columns of a table without lines: by its headings, by the white between its texts, and by what its texts have in common.
import { around, type Box, middle } from './geometry.ts'
import type { TextBlock } from './text-blocks.ts'
import type { Heading, TableKind } from './undrawn-regions.ts'

export type Place = { readonly page: number; readonly onPage: (box: Box) => Box }

/** What is printed in a column reaches from left to right. */
export type Extent = { readonly left: number; readonly right: number }

export type Columns = {
  /** Edges of the columns, the outer ones included. */
  readonly xs: readonly number[]
  /** Columns at the left that hold labels of several rows: groups of indicators, the label of a whole part. */
  readonly labels: number
  /** Those among them that no heading stands over. */
  readonly parts: number
  /** The column in which every row has a text; null where rows may go without. */
  readonly name: number | null
  /** Of every column; null for columns in which nothing is printed. */
  readonly extents: readonly (Extent | null)[]
}

/** The columns that the texts below the headings stand in. Null where they cannot be told. */
export function columnsBelow(heading: Heading, blocks: readonly TextBlock[]): Columns | null {
  const leaves = leavesOf(heading).filter((leaf) => leaf.left > heading.first.left - 2)
  const all = [...leaves, ...blocks]
  const between = leaves.slice(1).map((leaf, i) => widest(all, middle(leaves[i] ?? leaf).x, middle(leaf).x))
  if (between.some((edge) => edge === null || isCrossed(blocks, edge))) return null
  const edges = between.filter((edge) => edge !== null)
  const { left, right } = around([...heading.blocks, ...blocks])
  const end = edges[0] ?? right
  const beside = [...heading.blocks, ...blocks].filter((block) => block.right <= end)
  const xs = [left - 1, ...rivers(beside, left, middle(heading.first).x), ...edges, right + 1]
  const labels = labelColumns(heading, xs)
  const parts = Math.min(labels, columnAt(xs, heading.first))
  const name = heading.name === null ? (NAMED.has(heading.table) ? labels : null) : columnAt(xs, heading.name)
  return { xs, labels, parts, name, extents: extentsIn(xs, [...heading.blocks, ...blocks]) }
}

/**
 * The columns of the page before for texts of the next: white that no text stood in there may hold some here. Null where
 * the texts do not fit.
 */
export function columnsAgain(before: Columns, blocks: readonly TextBlock[]): Columns | null {
  const known = before.extents.map((extent) => (extent === null ? null : { ...extent, top: 0, bottom: 0 }))
  const all = [...known.filter((box) => box !== null), ...blocks]
  const xs = before.xs.map((x, i) => {
    const [left, right] = [known[i - 1], known[i]]
    if (!left || !right || !blocks.some((block) => crosses(block, x))) return x
    return widest(all, middle(left).x, middle(right).x) ?? x
  })
  if (xs.slice(1, -1).some((x) => isCrossed(blocks, x))) return null
  const now = extentsIn(xs, blocks)
  const extents = before.extents.map((extent, i) => joined(extent, now[i] ?? null))
  return { ...before, xs, extents }
}

/** Headings that stand over no other one. */
export const leavesOf = ({ blocks }: Heading): readonly TextBlock[] =>
  blocks.filter((block) => !blocks.some((other) => isOver(block, other)))

/** A heading over another one. */
export const isOver = (above: TextBlock, below: TextBlock): boolean =>
  below.top > above.bottom - 0.3 * above.size && below.left < above.right && above.left < below.right

const joined = (a: Extent | null, b: Extent | null): Extent | null =>
  a === null || b === null ? (a ?? b) : { left: Math.min(a.left, b.left), right: Math.max(a.right, b.right) }

/** What is printed in every column, texts over several of them left out. */
export const extentsIn = (xs: readonly number[], blocks: readonly Box[]): readonly (Extent | null)[] =>
  xs.slice(1).map((right, column) => {
    const left = xs[column] ?? 0
    const own = blocks.filter((block) => block.left > left - 2 && block.right < right + 2)
    return own.length === 0 ? null : around(own)
  })

export function columnAt(xs: readonly number[], box: Box): number {
  const at = xs.findLastIndex((x) => x <= middle(box).x)
  return Math.max(0, Math.min(xs.length - 2, at))
}

/** Tables whose rows begin with a label of their own. */
const NAMED: ReadonlySet<TableKind> = new Set(['funds', 'statements'])

function labelColumns(heading: Heading, xs: readonly number[]): number {
  if (heading.table === 'tasks') return 0
  if (heading.table === 'indicators' && heading.name !== null) return columnAt(xs, heading.name)
  const before = columnAt(xs, heading.first)
  return heading.table === 'funds' || heading.table === 'statements' ? Math.max(0, before - 1) : before
}

/** Of a hundred texts so many may run over the edge of a column: sums and remarks. */
const CROSSING = 10

const isCrossed = (blocks: readonly TextBlock[], x: number): boolean =>
  blocks.filter((block) => crosses(block, x)).length * 100 > CROSSING * blocks.length

/** Points by which a text may touch an edge that is told by the white around texts. */
const TOUCH = 2

export const crosses = ({ left, right }: Box, x: number): boolean => left < x - TOUCH && right > x + TOUCH

/** The middle of the widest stretch from…to that the fewest texts cross. */
function widest(blocks: readonly Box[], from: number, to: number): number | null {
  const inside = (x: number): boolean => x > from && x < to
  const marks = [from, ...blocks.flatMap(({ left, right }) => [left, right]).filter(inside), to].sort((a, b) => a - b)
  let best: { readonly x: number; readonly width: number; readonly crossed: number } | null = null
  for (let i = 1; i < marks.length; i++) {
    const [a = 0, b = 0] = [marks[i - 1], marks[i]]
    const [x, width] = [(a + b) / 2, b - a]
    if (width < 1) continue
    const crossed = blocks.filter((block) => block.left < x && block.right > x).length
    if (best === null || crossed < best.crossed || (crossed === best.crossed && width > best.width))
      best = { x, width, crossed }
  }
  return best?.x ?? null
}

/** Middles of the white from…to that no text crosses. */
function rivers(blocks: readonly TextBlock[], from: number, to: number): readonly number[] {
  const edges: number[] = []
  let covered = from
  for (const block of blocks.toSorted((a, b) => a.left - b.left)) {
    if (block.left > covered && covered > from && block.left <= to) edges.push((block.left + covered) / 2)
    covered = Math.max(covered, block.right)
  }
  return edges
}

/**
 * The texts of a column that surely belong to it: they stand over or below what is known to stand there, or begin, end
 * or have their middle where that has. All of them where nothing is known.
 */
export function sureOf(column: readonly TextBlock[], known: readonly Extent[]): ReadonlySet<TextBlock> {
  if (known.length === 0) return new Set(column)
  const sure = new Set<TextBlock>()
  const anchors = [...known]
  for (let before = -1; sure.size > before; ) {
    before = sure.size
    for (const block of column)
      if (!sure.has(block) && anchors.some((anchor) => anchor === block || isUnder(anchor, block))) {
        sure.add(block)
        anchors.push(block)
      }
  }
  return sure
}

const isUnder = (a: Extent, b: Extent): boolean =>
  (a.left < b.right && b.left < a.right) ||
  [a.left - b.left, a.right - b.right, (a.left + a.right - b.left - b.right) / 2].some((off) => Math.abs(off) <= TOUCH)
