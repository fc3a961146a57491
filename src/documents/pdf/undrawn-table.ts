// Rows of texts without lines around them → tables: columns by the headings and the white between the rows' texts.
import { labelKey } from '../text.ts'
import { isSum } from '../unseen/words.ts'
import type { TableBlock, TableCell } from './block.ts'
import { around, type Box, middle } from './geometry.ts'
import type { TextBlock } from './text-blocks.ts'
import { linesOf } from './text-lines.ts'
import { bandsOf, extentsOf, firstRows, type UndrawnRow } from './undrawn-rows.ts'

export type Place = { readonly page: number; readonly onPage: (box: Box) => Box }

/**
 * Rows that follow each other. `heading`: the first of them is one; `first` = its first heading of a column, `name` =
 * the heading of the indicators' names.
 */
export type Region = {
  readonly heading: {
    readonly table: 'indicators' | 'funds' | 'tasks' | 'goals'
    readonly first: TextBlock
    readonly name: TextBlock | null
  } | null
  readonly rows: readonly UndrawnRow[]
}

/** A row whose cells follow each other, whatever columns other rows have. */
export function freeRow(row: UndrawnRow, place: Place): TableBlock {
  const { left, right } = around(row)
  const edges = row.slice(1).map((block, i) => ((row[i]?.right ?? left) + block.left) / 2)
  const xs = [left - 1, ...edges, right + 1]
  return tableOf(xs, [row.map((block, column) => ({ column, blocks: [block] }))], place, { labels: 0, top: false })
}

type Filled = { readonly column: number; readonly blocks: readonly TextBlock[] }

/**
 * Rows with columns in common. `open`: the same part on the page before, whose columns go on. Null where the columns
 * cannot be told.
 */
export function columnTable({ heading, rows }: Region, place: Place, open: TableBlock | null): TableBlock | null {
  const [head, body] = heading === null ? [[], rows] : [rows[0] ?? [], rows.slice(1)]
  const blocks = body.flat()
  const xs = open?.xs ?? (heading === null ? null : edgesOf(head, heading.first, blocks))
  if (xs === null || (open !== null && !isFree(blocks, xs))) return null
  const labels = open?.undrawn?.labels ?? labelColumns(heading, xs)
  const columnOf = (block: TextBlock): number => (labels > 0 && isTotal(block) ? 0 : columnAt(xs, block))
  const own = bandsOf(blocks.filter((block) => columnOf(block) >= labels))
  const filled = own.map((row) => byColumn(row, columnOf))
  const sum = own.findIndex((row) => blocks.some((block) => isTotal(block) && isBeside(block, row)))
  const grouped = sum < 0 ? own.length : sum
  const extents = extentsOf(own).slice(0, grouped)
  for (let column = 0; column < labels; column++) {
    const all = blocks.filter((block) => columnOf(block) === column)
    const below = all.filter((block) => grouped < own.length && middle(block).y > (extents.at(-1)?.bottom ?? 0))
    const groups = all.filter((block) => !below.includes(block))
    const firsts = firstRows(groups, extents, open !== null)
    groups.forEach((block, i) => void filled[firsts[i] ?? rowAt(own, block)]?.push({ column, blocks: [block] }))
    for (const block of below) filled[rowAt(own, block)]?.push({ column, blocks: [block] })
  }
  const top = head.length === 0 ? [] : [byColumn(head, columnOf)]
  return tableOf(xs, [...top, ...filled], place, { labels, top: open !== null })
}

const isTotal = (block: TextBlock): boolean => isSum(labelKey(block.text))

const byColumn = (row: UndrawnRow, columnOf: (block: TextBlock) => number): Filled[] =>
  [...Map.groupBy(row, columnOf)].map(([column, blocks]) => ({ column, blocks }))

const isBeside = (block: TextBlock, row: UndrawnRow): boolean => {
  const { top, bottom } = around(row)
  return middle(block).y > top && middle(block).y < bottom
}

/** The row beside a text, or the last one above it. */
const rowAt = (rows: readonly UndrawnRow[], block: TextBlock): number =>
  Math.max(
    0,
    rows.findLastIndex((row) => around(row).top <= middle(block).y),
  )

function columnAt(xs: readonly number[], box: Box): number {
  const at = xs.findLastIndex((x) => x <= middle(box).x)
  return Math.max(0, Math.min(xs.length - 2, at))
}

/** Columns left of the rows' own texts: the groups of indicators, the label of a whole part. */
function labelColumns(heading: Region['heading'], xs: readonly number[]): number {
  if (heading === null || heading.table === 'tasks') return 0
  if (heading.name !== null) return columnAt(xs, heading.name)
  const before = columnAt(xs, heading.first)
  return heading.table === 'funds' ? Math.max(0, before - 1) : before
}

/** Of a hundred texts so many may run over the edge of a column: sums and remarks. */
const CROSSING = 10

const isFree = (blocks: readonly TextBlock[], xs: readonly number[]): boolean =>
  xs.slice(1, -1).every((x) => crossing(blocks, x) * 100 <= CROSSING * blocks.length)

const crossing = (blocks: readonly TextBlock[], x: number): number =>
  blocks.filter(({ left, right }) => left < x - 2 && right > x + 2).length

/** The edges of the columns: outer ones, between the headings, and left of them where labels stand without a heading. */
function edgesOf(row: UndrawnRow, first: TextBlock, blocks: readonly TextBlock[]): readonly number[] | null {
  const head = row.filter((block) => block.left >= first.left)
  const all = [...row, ...blocks]
  const { left, right } = around(all)
  const between = head.slice(1).map((block, i) => widest(all, middle(head[i] ?? block).x, middle(block).x))
  if (between.some((edge) => edge === null || crossing(blocks, edge) * 100 > CROSSING * blocks.length)) return null
  const labels = rivers(all, left, middle(first).x)
  return [left - 1, ...labels, ...between.filter((edge) => edge !== null), right + 1]
}

/** The middle of the widest stretch from…to that the fewest texts cross. */
function widest(blocks: readonly TextBlock[], from: number, to: number): number | null {
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

function tableOf(
  xs: readonly number[],
  rows: readonly (readonly Filled[])[],
  { page, onPage }: Place,
  { labels, top }: { readonly labels: number; readonly top: boolean },
): TableBlock {
  const cells = rows.flatMap((row, r) =>
    xs.slice(1).map((right, column): TableCell => {
      const own = row.filter((cell) => cell.column === column).flatMap(({ blocks }) => blocks)
      const all = own.length > 0 ? own : row.flatMap(({ blocks }) => blocks)
      const box = { ...around(all), left: xs[column] ?? 0, right }
      const glyphs = own.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.glyphs))
      return { row: r, column, rowSpan: 1, columnSpan: 1, ...box, width: 0, lines: linesOf(glyphs), box: onPage(box) }
    }),
  )
  const first = Math.min(...cells.map((cell) => cell.top))
  const open = { top, bottom: false }
  return { kind: 'table', page, top: first, xs, rows: rows.length, cells, open, undrawn: { labels } }
}
