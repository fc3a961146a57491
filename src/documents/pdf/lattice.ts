// Ruling lines → tables: lines that touch are one table; squares with no line between them are one cell.
import type { Rule } from './drawing.ts'
import { closing, joined, nearest, snapped, TOLERANCE } from './rules.ts'

/** Rows and columns count from 0. */
export type LatticeCell = {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

/** `xs`, `ys`: the edges of columns and rows, ascending. `at(row, column)` = place of the cell there in `cells`. */
export type Lattice = {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly LatticeCell[]
  readonly at: (row: number, column: number) => number
  /** The line at this edge was not drawn: the page cut the table there. */
  readonly open: { readonly top: boolean; readonly bottom: boolean }
}

/** More lines are a drawing or a chart. */
const MOST_LINES = 4000
const MOST_SQUARES = 100_000
/** Lines that end together show a side that is not drawn. */
const LEAST_ENDS = 3

export function lattices(across: readonly Rule[], down: readonly Rule[]): readonly Lattice[] {
  const [lines, posts] = [joined(across), joined(down)]
  if (lines.length > MOST_LINES || posts.length > MOST_LINES) return []
  const tops = closing(lines, posts, 2)
  return components(joined([...lines, ...tops]), posts)
    .map((part) => latticeOf({ ...part, down: [...part.down, ...closing(part.down, part.across, LEAST_ENDS)] }, tops))
    .filter((lattice) => lattice !== null)
}

type Part = { readonly across: readonly Rule[]; readonly down: readonly Rule[] }

/** Lines that touch, directly or through others. */
function components(across: readonly Rule[], down: readonly Rule[]): readonly Part[] {
  const posts = down.toSorted((a, b) => a.at - b.at)
  const places = posts.map((post) => post.at)
  const sets = unions(across.length + posts.length)
  across.forEach((line, i) => {
    for (let j = firstFrom(places, line.from - TOLERANCE); (places[j] ?? Infinity) <= line.to + TOLERANCE; j++) {
      const post = posts[j]
      if (post && line.at >= post.from - TOLERANCE && line.at <= post.to + TOLERANCE) sets.join(i, across.length + j)
    }
  })
  const parts = new Map<number, { across: Rule[]; down: Rule[] }>()
  const partOf = (i: number) => {
    const root = sets.find(i)
    const part = parts.get(root) ?? { across: [], down: [] }
    parts.set(root, part)
    return part
  }
  for (const [i, line] of across.entries()) partOf(i).across.push(line)
  for (const [j, post] of posts.entries()) partOf(across.length + j).down.push(post)
  return [...parts.values()].filter((part) => part.across.length > 1 && part.down.length > 0)
}

function firstFrom(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const mid = (low + high) >> 1
    if ((ascending[mid] ?? 0) < value) low = mid + 1
    else high = mid
  }
  return low
}

/** Sets that can be joined. The smallest member stands for its set. */
function unions(size: number): { find: (i: number) => number; join: (i: number, j: number) => void } {
  const parents = Int32Array.from({ length: size }, (_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (parents[root] !== root) {
      const parent = parents[root] ?? root
      parents[root] = parents[parent] ?? parent
      root = parents[root] ?? root
    }
    return root
  }
  return {
    find,
    join: (i, j) => {
      const [a, b] = [find(i), find(j)]
      parents[Math.max(a, b)] = Math.min(a, b)
    },
  }
}

function latticeOf({ across, down }: Part, drawnNot: readonly Rule[]): Lattice | null {
  const xs = snapped(down.map((post) => post.at))
  const ys = snapped(across.map((line) => line.at))
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  if (columns < 1 || rows < 1 || columns * rows > MOST_SQUARES) return null
  const posts = byEdge(down, xs)
  const lines = byEdge(across, ys)
  const sets = unions(columns * rows)
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const here = r * columns + c
      if (c + 1 < columns && !separated(posts[c + 1], ys[r], ys[r + 1])) sets.join(here, here + 1)
      if (r + 1 < rows && !separated(lines[r + 1], xs[c], xs[c + 1])) sets.join(here, here + columns)
    }
  const { cells, places } = cellsOf(rows, columns, sets.find)
  if (cells.length < 2) return null
  const isOpen = (edge: number | undefined): boolean =>
    drawnNot.some((rule) => Math.abs(rule.at - (edge ?? 0)) <= TOLERANCE && rule.from >= (xs[0] ?? 0) - TOLERANCE)
  return {
    xs,
    ys,
    cells,
    at: (row, column) => places[row * columns + column] ?? 0,
    open: { top: isOpen(ys[0]), bottom: isOpen(ys.at(-1)) },
  }
}

function byEdge(rules: readonly Rule[], edges: readonly number[]): readonly (readonly Rule[])[] {
  const sorted: Rule[][] = edges.map(() => [])
  for (const rule of rules) sorted[nearest(edges, rule.at)]?.push(rule)
  return sorted
}

/** Two squares are apart where a line covers at least half of the side between them. */
function separated(rules: readonly Rule[] | undefined, from = 0, to = 0): boolean {
  let covered = 0
  for (const rule of rules ?? []) covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from))
  return covered * 2 >= to - from
}

function cellsOf(
  rows: number,
  columns: number,
  find: (i: number) => number,
): { readonly cells: readonly LatticeCell[]; readonly places: Int32Array } {
  const extents = new Map<number, { row: number; column: number; lastRow: number; lastColumn: number; place: number }>()
  const places = new Int32Array(rows * columns)
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const root = find(r * columns + c)
      const known = extents.get(root)
      const extent = known ?? { row: r, column: c, lastRow: r, lastColumn: c, place: extents.size }
      if (known === undefined) extents.set(root, extent)
      extent.column = Math.min(extent.column, c)
      extent.lastRow = Math.max(extent.lastRow, r)
      extent.lastColumn = Math.max(extent.lastColumn, c)
      places[r * columns + c] = extent.place
    }
  const cells = [...extents.values()].map(({ row, column, lastRow, lastColumn }) => ({
    row,
    column,
    rowSpan: lastRow - row + 1,
    columnSpan: lastColumn - column + 1,
  }))
  return { cells, places }
}
