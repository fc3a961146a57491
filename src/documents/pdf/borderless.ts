// Forms printed without any lines: columns by the white between them, rows by the white above them. Best effort.
import { layouts } from '../../kernel/layout/index.ts'
import { sectionOf } from '../../kernel/layout/layout.ts'
import type { Cell } from '../grid.ts'
import { matchHeadings } from '../headings.ts'
import { firstLabel, isAnyLabel, isLabel, keysOf } from '../labels.ts'
import { labelKey } from '../text.ts'
import { titleIn } from '../title.ts'
import type { TableBlock, TableCell } from './block.ts'
import type { Glyph } from './drawing.ts'
import { around, type Box, middle } from './geometry.ts'
import { linesOf } from './text-lines.ts'

/** Characters of white between two columns. */
const RIVER = 0.45

type Line = Box & { readonly glyphs: readonly Glyph[]; readonly size: number }
export type Borderless = {
  readonly tables: readonly TableBlock[]
  /** Characters that belong to no form. */
  readonly rest: readonly Glyph[]
}

type Place = { readonly page: number; readonly onPage: (box: Box) => Box }

/**
 * The forms among the text of a page without ruled tables; `open`: the part of such a form at the end of the page
 * before. Null where there is none.
 */
export function borderless(glyphs: readonly Glyph[], place: Place, open: TableBlock | null): Borderless | null {
  const lines = linesIn(glyphs.filter((glyph) => glyph.turn === 0 && glyph.text.trim() !== ''))
  const first = open !== null ? 0 : lines.findIndex(beginsForm)
  if (first < 0 || !lines.slice(first).some((line) => isHeading(line) || open !== null)) return null
  const { regions, rest } = regionsOf(lines.slice(first))
  const tables = regions.map((region, i) => tableOf(region, place, i === 0 && first === 0 ? open : null))
  return { tables, rest: [...lines.slice(0, first), ...rest].flatMap((line) => line.glyphs) }
}

/** The parts of forms that have columns of their own; a title ends a form until the next one begins. */
function regionsOf(lines: readonly Line[]): { readonly regions: readonly Line[][]; readonly rest: readonly Line[] } {
  const regions: Line[][] = []
  const rest: Line[] = []
  let within = true
  for (const line of lines) {
    const begins = beginsForm(line)
    within = begins || (within && titleIn(textOf(line), layouts) === null)
    if (!within) rest.push(line)
    else if (begins || regions.length === 0 || beginsRegion(line)) regions.push([line])
    else regions.at(-1)?.push(line)
  }
  return { regions, rest }
}

const textOf = (line: Line): string => line.glyphs.map((glyph) => glyph.text).join('')

function linesIn(glyphs: readonly Glyph[]): readonly Line[] {
  const lines: { y: number; glyphs: Glyph[] }[] = []
  for (const glyph of glyphs.toSorted((a, b) => middle(a).y - middle(b).y)) {
    const last = lines.at(-1)
    const y = middle(glyph).y
    if (last !== undefined && Math.abs(y - last.y) < 0.3 * (glyph.bottom - glyph.top)) last.glyphs.push(glyph)
    else lines.push({ y, glyphs: [glyph] })
  }
  return lines.map(({ glyphs: own }) => ({
    ...around(own),
    glyphs: own.sort((a, b) => a.left - b.left),
    size: Math.max(...own.map((glyph) => glyph.bottom - glyph.top)),
  }))
}

/** The pieces of a line between white. */
function piecesOf(line: Line): readonly (readonly Glyph[])[] {
  const pieces: Glyph[][] = []
  let edge = Number.NEGATIVE_INFINITY
  for (const glyph of line.glyphs) {
    const piece = pieces.at(-1)
    if (piece !== undefined && glyph.left - edge <= RIVER * line.size) piece.push(glyph)
    else pieces.push([glyph])
    edge = Math.max(edge, glyph.right)
  }
  return pieces
}

const cellsOf = (line: Line): readonly Cell[] =>
  piecesOf(line).map((piece) => {
    const text = piece.map((glyph) => glyph.text).join('')
    return { text, source: { text } }
  })

const firstKeys = [...new Set(layouts.flatMap((layout) => keysOf(firstLabel(layout) ?? { label: '' })))]

const beginsForm = (line: Line): boolean => firstKeys.includes(labelKey(cellsOf(line)[0]?.text ?? ''))

const isHeading = (line: Line): boolean => {
  const cells = cellsOf(line)
  return layouts.some((layout) => matchHeadings(cells, layout, 'indicators') !== null)
}

/** Headings begin a part of the form that has columns of its own. */
function beginsRegion(line: Line): boolean {
  const cells = cellsOf(line)
  return layouts.some(
    (layout) =>
      (['indicators', 'funds', 'tasks'] as const).some((table) => matchHeadings(cells, layout, table) !== null) ||
      (sectionOf(layout, 'goals')?.fields ?? []).some((field) => cells.some((c) => isLabel(labelKey(c.text), field))),
  )
}

/** `open`: the same part on the page before; its columns go on where no text stands across their edges. */
function tableOf(lines: readonly Line[], { page, onPage }: Place, open: TableBlock | null): TableBlock {
  const goesOn = open !== null && !beginsPart(lines[0]) && isFree(lines, open.xs)
  const xs = goesOn ? open.xs : edgesOf(lines)
  const glyphs = lines.flatMap((line) => line.glyphs)
  const columns = columnsOf(lines, xs)
  const columnAt = (glyph: Glyph): number => columns.get(glyph) ?? 0
  const labels = goesOn ? (open.undrawn?.labels ?? 0) : labelColumns(lines, xs)
  const rows = rowsOf(linesIn(glyphs.filter((glyph) => columnAt(glyph) >= labels)))
  const tops = rows.map((row) => around(row).top)
  const cells = new Map<string, Glyph[]>()
  const put = (row: number, glyph: Glyph): void => {
    const key = `${row},${columnAt(glyph)}`
    const own = cells.get(key)
    if (own === undefined) cells.set(key, [glyph])
    else own.push(glyph)
  }
  rows.forEach((row, r) => {
    for (const glyph of row.flatMap((line) => line.glyphs)) put(r, glyph)
  })
  for (const block of labelBlocks(glyphs, columnAt, labels)) {
    const row = Math.max(
      0,
      tops.findLastIndex((top) => top <= middle(around(block.slice(0, 1))).y),
    )
    for (const glyph of block) put(row, glyph)
  }
  const all = rows.flatMap((row, r) =>
    xs.slice(1).map((right, column): TableCell => {
      const own = cells.get(`${r},${column}`) ?? []
      const box = { ...around(own.length > 0 ? own : row), left: xs[column] ?? 0, right }
      return { row: r, column, rowSpan: 1, columnSpan: 1, ...box, width: 0, lines: linesOf(own), box: onPage(box) }
    }),
  )
  const cut = { top: goesOn, bottom: false }
  return {
    kind: 'table',
    page,
    top: lines[0]?.top ?? 0,
    xs,
    rows: rows.length,
    cells: all,
    open: cut,
    undrawn: { labels },
  }
}

const beginsPart = (line: Line | undefined): boolean => line !== undefined && (beginsForm(line) || beginsRegion(line))

const isFree = (lines: readonly Line[], xs: readonly number[]): boolean => {
  const inner = xs.slice(1, -1)
  const pieces = lines.flatMap(piecesOf).map((piece) => around(piece))
  const crossing = pieces.filter(({ left, right }) => inner.some((x) => left < x - 2 && right > x + 2))
  return crossing.length * 20 < pieces.length
}

const columnAt = (xs: readonly number[], box: Box): number =>
  Math.max(
    0,
    Math.min(
      xs.length - 2,
      xs.findLastIndex((x) => x <= middle(box).x),
    ),
  )

/** The column of every character: what stands together stands in one column, though it may run over its edge. */
const columnsOf = (lines: readonly Line[], xs: readonly number[]): ReadonlyMap<Glyph, number> =>
  new Map(
    lines.flatMap(piecesOf).flatMap((piece) => {
      const column = columnAt(xs, around(piece))
      return piece.map((glyph) => [glyph, column] as const)
    }),
  )

/** Columns left of the rows' own texts: labels of the whole part, and the groups left of the names. */
function labelColumns(lines: readonly Line[], xs: readonly number[]): number {
  const head = lines[0]
  const name = head === undefined ? -1 : nameColumn(head, xs)
  if (name >= 0) return name
  const first = lines.flatMap((line) => line.glyphs.filter((glyph) => columnAt(xs, glyph) === 0))
  const text = first.map((glyph) => glyph.text).join('')
  const isOneLabel = lines.length > 1 && xs.length > 2 && layouts.some((layout) => isAnyLabel(labelKey(text), layout))
  return isOneLabel ? 1 : 0
}

/** The column under the heading of the indicators' names; -1 where the line is no such heading. */
function nameColumn(head: Line, xs: readonly number[]): number {
  const cells = cellsOf(head)
  for (const layout of layouts) {
    const found = matchHeadings(cells, layout, 'indicators')?.find(({ column }) => column.at === 'name')
    const piece = found === undefined ? undefined : piecesOf(head)[found.index]?.[0]
    if (piece !== undefined) return columnAt(xs, piece)
  }
  return -1
}

/** The texts in the label columns: what stands close together in one column is one text. */
function labelBlocks(
  glyphs: readonly Glyph[],
  columnAt: (glyph: Glyph) => number,
  labels: number,
): readonly (readonly Glyph[])[] {
  return Array.from({ length: labels }, (_, column) => column).flatMap((column) => {
    const blocks: Line[][] = []
    for (const line of linesIn(glyphs.filter((glyph) => columnAt(glyph) === column))) {
      const last = blocks.at(-1)?.at(-1)
      if (last !== undefined && line.top - last.bottom < LEADING * line.size) blocks.at(-1)?.push(line)
      else blocks.push([line])
    }
    return blocks.map((block) => block.flatMap((line) => line.glyphs))
  })
}

/** White between the lines of one text, in characters. */
const LEADING = 0.7

/** Middles of the white that no line crosses, and the outer edges. Pairs of labels and values have no such columns. */
function edgesOf(lines: readonly Line[]): readonly number[] {
  const { left, right } = around(lines)
  const spans = lines
    .flatMap(piecesOf)
    .map((piece) => around(piece))
    .sort((a, b) => a.left - b.left)
  const size = Math.max(...lines.map((line) => line.size))
  const edges = [left - 1]
  let covered = left
  for (const span of spans) {
    if (span.left - covered > RIVER * size) edges.push((span.left + covered) / 2)
    covered = Math.max(covered, span.right)
  }
  return [...edges, right + 1]
}

/** Lines that belong to one row stand closer than rows do; where all stand alike, a fuller line begins a row. */
function rowsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const gaps = gapsOf(lines)
  const limit = limitOf(gaps.slice(1), lines[0]?.size ?? 1)
  const rows: Line[][] = []
  lines.forEach((line, i) => {
    const row = rows.at(-1)
    const begins = limit === null ? piecesOf(line).length > 2 : (gaps[i] ?? 0) > limit
    if (row === undefined || begins || isLabelLine(line)) rows.push([line])
    else row.push(line)
  })
  return rows
}

/** A line that begins with a label of a pair or an amount. */
const isLabelLine = (line: Line): boolean => {
  const key = labelKey(cellsOf(line)[0]?.text ?? '')
  return layouts.some((layout) => isAnyLabel(key, layout)) && piecesOf(line).length > 1
}

/** White above every line. */
function gapsOf(lines: readonly Line[]): readonly number[] {
  let bottom = lines[0]?.top ?? 0
  return lines.map((line) => {
    const gap = line.top - bottom
    bottom = Math.max(bottom, line.bottom)
    return gap
  })
}

/** The white that tells rows from lines of a row; null where there are no two kinds of it. */
function limitOf(gaps: readonly number[], size: number): number | null {
  const sorted = gaps.toSorted((a, b) => a - b)
  const least = sorted[0] ?? 0
  const step = STEP * size
  return sorted.some((gap) => gap > least + step) ? least + step : null
}

/** Characters by which the white between rows is larger than between lines. */
const STEP = 0.12
