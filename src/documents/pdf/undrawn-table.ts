// Rows of texts without lines around them → tables, with a doubt for every text whose place is not sure.
import { labelKey } from '../text.ts'
import { isSum } from '../unseen/words.ts'
import { SEAM, type TableBlock, type TableCell, type Undrawn } from './block.ts'
import { around, middle } from './geometry.ts'
import type { TextBlock } from './text-blocks.ts'
import { linesOf, PADDING } from './text-lines.ts'
import {
  type Columns,
  columnAt,
  columnsAgain,
  columnsBelow,
  crosses,
  type Extent,
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
    { xs, labels: 0, parts: 0, name: null, extents: extentsIn(xs, row) },
    { doubts, top: false, edges: xs, undrawn: { headings: [], part: '', table: null } },
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
  const same = heading !== null && before !== null && isSame(heading, before)
  const columns =
    (heading === null || same) && open !== null && before !== null
      ? columnsAgain({ ...before, xs: open.xs }, blocks)
      : heading && columnsBelow(heading, blocks)
  if (columns === null) return null
  // The same columns have the same edges on every page, so that their cells are found to be the same.
  const edges = (heading === null || same) && open !== null ? open.xs : columns.xs
  const columnOf = (block: TextBlock): number =>
    columns.labels > 0 && isTotal(block) ? 0 : columnAt(columns.xs, block)
  const parts = [...(heading?.blocks ?? []), ...blocks].filter(
    (block) => columnOf(block) < columns.parts && !isTotal(block),
  )
  const part = parts.map(({ text }) => text).join('')
  // Another part with the same headings is another table.
  const goesOn = heading === null || (same && (part === '' || part === before?.part))
  const body = blocks.filter((block) => !parts.includes(block))
  const doubts: Doubts = new Map()
  const { filled, own, grouped } = withGroups(body, columns, columnOf, goesOn, doubts)
  doubtColumns(own, columns, columnOf, heading, doubts)
  doubtRows(own.slice(0, grouped), columnOf, doubts)
  doubtNames(own.slice(0, grouped), columns.name, columnOf, goesOn, doubts)
  const top = goesOn || heading === null ? [] : headingRows(heading, columns, parts)
  const table = heading === null ? (before?.table ?? null) : heading.table
  const headings = heading === null ? (before?.headings ?? []) : columnHeadings(heading)
  const undrawn = {
    headings: headings.map(({ text, left }) => ({ text, left })),
    part: part === '' ? (before?.part ?? '') : part,
  }
  return tableOf([...top, ...filled], place, columns, {
    doubts,
    top: goesOn,
    edges,
    undrawn: { ...undrawn, table },
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

/** The headings of the columns, with the label of the whole part; where some stand over others, those below on a row of their own. */
function headingRows(heading: Heading, { xs }: Columns, parts: readonly TextBlock[]): readonly Filled[][] {
  const leaves = leavesOf(heading).filter((block) => !parts.includes(block))
  const groups = heading.blocks.filter((block) => !leaves.includes(block) && !parts.includes(block))
  const rowOf = (blocks: readonly TextBlock[]): Filled[] => byColumn(blocks, (block) => columnAt(xs, block))
  if (groups.length === 0) return [rowOf([...parts, ...leaves])]
  const under = leaves.filter((leaf) => groups.some((group) => isOver(group, leaf)))
  const level = (block: TextBlock): boolean =>
    under.some((leaf) => Math.abs(middle(leaf).y - middle(block).y) < LEVEL * block.size)
  const children = leaves.filter(level)
  const above = [...parts, ...groups, ...leaves.filter((block) => !children.includes(block))]
  return [rowOf(above), rowOf(children)]
}

/** Characters by which the middles of headings of one level may differ. */
const LEVEL = 0.6

/** `grouped` = rows above the sum. */
type Body = { readonly filled: readonly Filled[][]; readonly own: readonly UndrawnRow[]; readonly grouped: number }

/** The rows by their columns, with the labels of several rows in the first of these. */
function withGroups(
  blocks: readonly TextBlock[],
  { labels }: Columns,
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
      if (first === undefined || !first.sure) doubts.set(block, WHY.group)
      filled[first?.row ?? rowAt(own, block)]?.push({ column, blocks: [block] })
    })
    for (const block of below) filled[rowAt(own, block)]?.push({ column, blocks: [block] })
  }
  return { filled, own, grouped }
}

/** Texts over an edge, and texts that stand alone between two columns. */
function doubtColumns(
  rows: readonly UndrawnRow[],
  { xs, labels, extents }: Columns,
  columnOf: (block: TextBlock) => number,
  heading: Heading | null,
  doubts: Doubts,
): void {
  const leaves = heading === null ? [] : leavesOf(heading)
  const sure = new Set<TextBlock>()
  const columns = [...Map.groupBy(rows.flat(), columnOf)].map(([column, own]) => {
    const leaf = leaves.find((block) => columnAt(xs, block) === column)
    const place = leaf ?? (heading === null ? extents[column] : null) ?? null
    for (const block of sureOf(own, place === null ? [] : [place])) sure.add(block)
    return { column, own, place }
  })
  for (const { column, own, place } of columns) {
    // Between two headings a text belongs to the one whose place in the row is not taken.
    const isLeft = (block: TextBlock): boolean => place !== null && middle(block).x < (place.left + place.right) / 2
    const isTaken = (block: TextBlock): boolean => {
      const other = column + (isLeft(block) ? -1 : 1)
      if (other < labels || other > xs.length - 2) return true
      return rows.some((row) => row.includes(block) && row.some((one) => sure.has(one) && columnOf(one) === other))
    }
    const all = sureOf(own, [...(place === null ? [] : [place]), ...own.filter(isTaken)])
    for (const block of own)
      if (!all.has(block) || xs.slice(1, -1).some((x) => crosses(block, x))) doubts.set(block, WHY.column)
  }
}

/** Rows with several texts in one place may be several rows, or one of the texts belongs to another column. */
function doubtRows(own: readonly UndrawnRow[], columnOf: (block: TextBlock) => number, doubts: Doubts): void {
  for (const row of own)
    if ([...Map.groupBy(row, columnOf).values()].some((blocks) => bandsOf(blocks).length > 1 || areApart(blocks)))
      for (const block of row) doubts.set(block, WHY.row)
}

/** Characters of white that a text has inside at most. */
const WHITE = 1.5

/** Texts beside each other, too far apart for one text. */
const areApart = (blocks: readonly TextBlock[]): boolean =>
  blocks
    .toSorted((a, b) => a.left - b.left)
    .some((block, i, sorted) => block.left - (sorted[i - 1]?.right ?? block.left) > WHITE * block.size)

/** Rows without a name are torn off another one. */
function doubtNames(
  own: readonly UndrawnRow[],
  name: number | null,
  columnOf: (block: TextBlock) => number,
  goesOn: boolean,
  doubts: Doubts,
): void {
  for (const [i, row] of own.entries())
    if (name !== null && !row.some((block) => columnOf(block) === name))
      for (const block of row) doubts.set(block, goesOn && i === 0 ? SEAM : WHY.row)
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

type Made = {
  readonly doubts: Doubts
  readonly top: boolean
  readonly edges: readonly number[]
  readonly undrawn: Pick<Undrawn, 'headings' | 'part' | 'table'>
}

function tableOf(
  rows: readonly (readonly Filled[])[],
  { page, onPage }: Place,
  { xs, labels, parts, name, extents }: Columns,
  { doubts, top, edges, undrawn }: Made,
): TableBlock {
  const cells = rows.flatMap((row, r) =>
    xs.slice(1).map((right, column): TableCell => {
      const own = row.filter((cell) => cell.column === column).flatMap(({ blocks }) => blocks)
      const all = own.length > 0 ? own : row.flatMap(({ blocks }) => blocks)
      const box = { ...around(all), left: xs[column] ?? 0, right }
      const glyphs = own.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.glyphs))
      const doubt = own.map((block) => doubts.get(block)).find((why) => why !== undefined)
      const width = widthOf(extents[column] ?? null, own)
      const ends = { left: edges[column] ?? 0, right: edges[column + 1] ?? 0 }
      const place = { row: r, column, rowSpan: 1, columnSpan: 1, ...box, ...ends, width, box: onPage(box) }
      return { ...place, lines: linesOf(glyphs), ...(doubt === undefined ? {} : { doubt }) }
    }),
  )
  const first = around(cells).top
  const open = { top, bottom: false }
  return {
    kind: 'table',
    page,
    top: first,
    xs: edges,
    rows: rows.length,
    cells,
    open,
    undrawn: { labels, parts, name, extents, ...undrawn },
  }
}

/** What is printed in a column reaches nearly from edge to edge where a text of it is wrapped. */
const widthOf = (extent: Extent | null, own: readonly TextBlock[]): number =>
  extent === null ? 0 : extent.right - extent.left + PADDING * Math.max(0, ...own.map(({ size }) => size))
