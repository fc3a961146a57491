// Rows of texts without lines around them → tables, with a doubt for every text whose place is not sure.
import { labelKey } from '../text.ts'
import { isSum } from '../unseen/words.ts'
import type { TableBlock, TableCell, Undrawn } from './block.ts'
import { around, middle } from './geometry.ts'
import type { TextBlock } from './text-blocks.ts'
import { linesOf } from './text-lines.ts'
import {
  type Columns,
  columnAt,
  columnsBelow,
  crosses,
  extentsIn,
  isOver,
  leavesOf,
  type Place,
  sureOf,
} from './undrawn-columns.ts'
import type { Heading, Region } from './undrawn-regions.ts'
import { bandsOf, extentsOf, firstRows, type UndrawnRow } from './undrawn-rows.ts'

/** Why a text is not read. */
const WHY = {
  column: '没有框线，分不清属于哪一栏，未读入',
  row: '没有框线，分不清属于哪一行，未读入',
  group: '没有框线，分不清管到哪几行，未读入',
  part: '没有框线，分不清各栏的位置，未读入',
} as const

type Doubts = Map<TextBlock, string>

/** A row whose cells follow each other, whatever columns other rows have. `doubtful`: the row belongs to a table. */
export function freeRow(row: UndrawnRow, place: Place, doubtful: boolean): TableBlock {
  const { left, right } = around(row)
  const edges = row.slice(1).map((block, i) => ((row[i]?.right ?? left) + block.left) / 2)
  const xs = [left - 1, ...edges, right + 1]
  const doubts: Doubts = new Map(doubtful ? row.map((block) => [block, WHY.part]) : [])
  const cells = row.map((block, column) => ({ column, blocks: [block] }))
  return tableOf(
    [cells],
    place,
    { xs, labels: 0, parts: 0, extents: extentsIn(xs, row) },
    { doubts, top: false, heading: null },
  )
}

type Filled = { readonly column: number; readonly blocks: readonly TextBlock[] }

/**
 * Rows with columns in common. `open`: the table on the page before; where it has the same headings, or none are
 * printed, its columns go on. Null where the columns cannot be told.
 */
export function columnTable({ heading, rows }: Region, place: Place, open: TableBlock | null): TableBlock | null {
  const blocks = rows.flat()
  const before = open?.undrawn ?? null
  const again = heading !== null && before !== null && isSame(heading, before)
  const goesOn = heading === null || again
  const columns =
    goesOn && open !== null && before !== null ? { ...before, xs: open.xs } : heading && columnsBelow(heading, blocks)
  if (columns === null) return null
  const doubts: Doubts = new Map()
  const columnOf = (block: TextBlock): number =>
    columns.labels > 0 && isTotal(block) ? 0 : columnAt(columns.xs, block)
  const { filled, own } = withGroups(blocks, columns, columnOf, goesOn, doubts)
  doubtColumns(blocks, columns, columnOf, heading, doubts)
  doubtRows(own, columns, goesOn, columnOf, doubts)
  const top = heading === null || again ? [] : headingRows(heading, columns)
  const headings = heading === null ? (before?.headings ?? []) : columnHeadings(heading)
  return tableOf([...top, ...filled], place, columns, {
    doubts,
    top: goesOn,
    heading: headings.map(({ text, left }) => ({ text, left })),
  })
}

/** Headings repeated on the next page stand where they stood. */
function isSame(heading: Heading, { headings }: Undrawn): boolean {
  const again = columnHeadings(heading)
  return (
    again.length === headings.length &&
    again.every(({ text, left }, i) => headings[i]?.text === text && Math.abs(headings[i].left - left) < 2)
  )
}

const columnHeadings = (heading: Heading): readonly TextBlock[] =>
  leavesOf(heading).filter((leaf) => leaf.left >= heading.first.left)

/** The headings of the columns; where some stand over others, those below on a row of their own. */
function headingRows(heading: Heading, { xs }: Columns): readonly Filled[][] {
  const leaves = leavesOf(heading)
  const groups = heading.blocks.filter((block) => !leaves.includes(block))
  const rowOf = (blocks: readonly TextBlock[]): Filled[] => byColumn(blocks, (block) => columnAt(xs, block))
  if (groups.length === 0) return [rowOf(leaves)]
  const under = leaves.filter((leaf) => groups.some((group) => isOver(group, leaf)))
  const level = (block: TextBlock): boolean =>
    under.some((leaf) => Math.abs(middle(leaf).y - middle(block).y) < LEVEL * block.size)
  const children = leaves.filter(level)
  const above = heading.blocks.filter((block) => !children.includes(block))
  return [rowOf(above), rowOf(children)]
}

/** Characters by which the middles of headings of one level may differ. */
const LEVEL = 0.6

type Body = { readonly filled: readonly Filled[][]; readonly own: readonly UndrawnRow[] }

/** The rows by their columns, with the labels of several rows in the first of these. */
function withGroups(
  blocks: readonly TextBlock[],
  { labels, parts }: Columns,
  columnOf: (block: TextBlock) => number,
  goesOn: boolean,
  doubts: Doubts,
): Body {
  const own = bandsOf(blocks.filter((block) => columnOf(block) >= labels))
  const filled = own.map((row) => byColumn(row, columnOf))
  const sum = own.findIndex((row) => blocks.some((block) => isTotal(block) && isBeside(block, row)))
  const grouped = sum < 0 ? own.length : sum
  const extents = extentsOf(own).slice(0, grouped)
  for (let column = 0; column < labels; column++) {
    const all = blocks.filter((block) => columnOf(block) === column)
    const below = all.filter((block) => grouped < own.length && middle(block).y > (extents.at(-1)?.bottom ?? 0))
    const groups = all.filter((block) => !below.includes(block))
    const firsts = firstRows(groups, extents, goesOn)
    groups.forEach((block, i) => {
      const first = firsts[i]
      // The label of a whole part stands in the middle of its headings and rows.
      const isPart = column < parts && groups.length === 1
      if (first === undefined || (!first.sure && !isPart)) doubts.set(block, WHY.group)
      filled[first?.row ?? rowAt(own, block)]?.push({ column, blocks: [block] })
    })
    for (const block of below) filled[rowAt(own, block)]?.push({ column, blocks: [block] })
  }
  return { filled, own }
}

/** Texts over an edge, and texts that stand alone between two columns. */
function doubtColumns(
  blocks: readonly TextBlock[],
  { xs, labels, extents }: Columns,
  columnOf: (block: TextBlock) => number,
  heading: Heading | null,
  doubts: Doubts,
): void {
  const leaves = heading === null ? [] : leavesOf(heading)
  for (const [column, own] of Map.groupBy(blocks, columnOf)) {
    const leaf = leaves.find((block) => columnAt(xs, block) === column)
    const sure = column < labels ? new Set(own) : sureOf(own, heading === null ? (extents[column] ?? null) : null, leaf)
    for (const block of own)
      if ((!sure.has(block) || xs.slice(1, -1).some((x) => crosses(block, x))) && !isTotal(block))
        doubts.set(block, WHY.column)
  }
}

/** Rows without a name, and several texts in one place. */
function doubtRows(
  own: readonly UndrawnRow[],
  { labels }: Columns,
  goesOn: boolean,
  columnOf: (block: TextBlock) => number,
  doubts: Doubts,
): void {
  for (const row of own) {
    for (const [, blocks] of Map.groupBy(row, columnOf))
      if (blocks.length > 1) for (const block of blocks) doubts.set(block, WHY.row)
  }
  void [labels, goesOn]
}

const isTotal = (block: TextBlock): boolean => isSum(labelKey(block.text))

const byColumn = (row: readonly TextBlock[], columnOf: (block: TextBlock) => number): Filled[] =>
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

type Made = { readonly doubts: Doubts; readonly top: boolean; readonly heading: Undrawn['headings'] | null }

function tableOf(
  rows: readonly (readonly Filled[])[],
  { page, onPage }: Place,
  columns: Columns,
  { doubts, top, heading }: Made,
): TableBlock {
  const { xs, labels, parts, extents } = columns
  const cells = rows.flatMap((row, r) =>
    xs.slice(1).map((right, column): TableCell => {
      const own = row.filter((cell) => cell.column === column).flatMap(({ blocks }) => blocks)
      const all = own.length > 0 ? own : row.flatMap(({ blocks }) => blocks)
      const box = { ...around(all), left: xs[column] ?? 0, right }
      const glyphs = own.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.glyphs))
      const doubt = own.map((block) => doubts.get(block)).find((why) => why !== undefined)
      const place = { row: r, column, rowSpan: 1, columnSpan: 1, ...box, width: 0, box: onPage(box) }
      return { ...place, lines: linesOf(glyphs), ...(doubt === undefined ? {} : { doubt }) }
    }),
  )
  const first = Math.min(...cells.map((cell) => cell.top))
  const undrawn: Undrawn = { labels, parts, extents, headings: heading ?? [], free: heading === null }
  return { kind: 'table', page, top: first, xs, rows: rows.length, cells, open: { top, bottom: false }, undrawn }
}
