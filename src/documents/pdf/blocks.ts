// A page → its parts in reading order: tables with their cells, and lines of text outside of them.

import { tablesOf } from './beside.ts'
import type { Block, LineBlock, TableBlock, TableCell } from './block.ts'
import { borderless } from './borderless.ts'
import type { Glyph } from './drawing.ts'
import { around, middle } from './geometry.ts'
import type { Lattice } from './lattice.ts'
import type { Page } from './page.ts'
import { runsOf } from './runs.ts'
import { linesOf, type TextLine } from './text-lines.ts'

/** `open`: the part of a form printed without lines at the end of the page before. */
export function blocksOf(page: Page, open: TableBlock | null): readonly Block[] {
  const tables = tablesOf(page)
  const inside = tables.map((lattice) => lattice.cells.map((): Glyph[] => []))
  const outside: Glyph[] = []
  const bySize = tables.map((lattice, i) => ({ lattice, i, area: areaOf(lattice) })).sort((a, b) => a.area - b.area)
  for (const run of runsOf(page.glyphs)) {
    const found = bySize.find(({ lattice }) => holds(lattice, run, page.height))
    if (found === undefined) outside.push(...run)
    else place(run, found.lattice, inside[found.i] ?? [])
  }
  const ruled = tables.map((lattice, i) => tableBlock(page, lattice, inside[i] ?? [])).filter(isFilled)
  const found = ruled.length > 0 ? null : borderless(outside, { page: page.number, onPage: page.onPage }, open)
  const blocks = [...ruled, ...(found?.tables ?? []), ...lineBlocks(page, found?.rest ?? outside)]
  return blocks.sort((a, b) => a.top - b.top)
}

/** A table without any text is a frame or a drawing. */
const isFilled = (block: TableBlock): boolean => block.cells.some((cell) => cell.lines.length > 0)

const first = (edges: readonly number[]): number => edges[0] ?? 0
const last = (edges: readonly number[]): number => edges.at(-1) ?? 0

const areaOf = ({ xs, ys }: Lattice): number => (last(xs) - first(xs)) * (last(ys) - first(ys))

function holds({ xs, ys, open }: Lattice, run: readonly Glyph[], height: number): boolean {
  const { x, y } = middle(around(run))
  const below = open.bottom && isRest(run) && y < FOOT * height ? BELOW : 0
  return x >= first(xs) && x <= last(xs) && y >= first(ys) && y <= last(ys) + below
}

/** Points below a table cut by the page within which the rest of a merged cell's text may stand. */
const BELOW = 40
/** Share of the page below which page numbers stand. */
const FOOT = 0.93

const isRest = (run: readonly Glyph[]): boolean =>
  run.length <= 2 && run.every((glyph) => /\p{Script=Han}/u.test(glyph.text))

/** The place between ascending edges in which a value lies; the nearest one for values outside. */
function between(edges: readonly number[], value: number): number {
  let [low, high] = [0, Math.max(0, edges.length - 2)]
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if ((edges[mid] ?? 0) <= value) low = mid
    else high = mid - 1
  }
  return low
}

/**
 * Puts the characters of a run into the cells under them. A run that crosses a line is split at it where the line
 * stands between two characters; where the line cuts through a character, the text overflows its cell and stays whole.
 */
function place(run: readonly Glyph[], lattice: Lattice, cells: readonly Glyph[][]): void {
  const cellUnder = (glyph: Glyph): number => {
    const { x, y } = middle(glyph)
    return lattice.at(between(lattice.ys, y), between(lattice.xs, x))
  }
  const places = run.map(cellUnder)
  const counts = Map.groupBy(places, (index) => index)
  const overflows =
    counts.size > 1 && run.some((_, i) => i > 0 && places[i] !== places[i - 1] && isCut(run, i, lattice.xs))
  const whole = overflows ? [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0] : undefined
  for (const [i, glyph] of run.entries()) cells[whole ?? places[i] ?? 0]?.push(glyph)
}

/** Shares of a character that a line may cut off: its ink does not fill its box. */
const TOUCH = 0.25

function isCut(run: readonly Glyph[], at: number, xs: readonly number[]): boolean {
  const [before, after] = [run[at - 1], run[at]]
  if (before === undefined || after === undefined || after.turn !== 0) return false
  const touch = TOUCH * (after.bottom - after.top)
  // The ink of a full-width bracket or mark stands in one half of its box.
  const right = /[）】》」，。；：、]/.test(before.text) ? middle(before).x : before.right
  const left = /[（【《「]/.test(after.text) ? middle(after).x : after.left
  const edge = xs.find((x) => x > middle(before).x && x <= middle(after).x)
  return edge !== undefined && (edge < right - touch || edge > left + touch)
}

function tableBlock(page: Page, lattice: Lattice, glyphs: readonly (readonly Glyph[])[]): TableBlock {
  const cells = lattice.cells.map((cell, i): TableCell => {
    const box = {
      left: lattice.xs[cell.column] ?? 0,
      right: lattice.xs[cell.column + cell.columnSpan] ?? 0,
      top: lattice.ys[cell.row] ?? 0,
      bottom: lattice.ys[cell.row + cell.rowSpan] ?? 0,
    }
    const width = box.right - box.left
    return { ...cell, ...box, width, lines: linesOf(glyphs[i] ?? []), box: page.onPage(box) }
  })
  const { xs, ys, open } = lattice
  return { kind: 'table', page: page.number, top: first(ys), xs, rows: ys.length - 1, cells, open, undrawn: null }
}

/** Characters of white that part two cells of a line outside of tables. */
const APART = 2.5

function lineBlocks(page: Page, glyphs: readonly Glyph[]): readonly LineBlock[] {
  return linesWithParts(glyphs).map((parts) => {
    const box = around(parts)
    return {
      kind: 'line',
      page: page.number,
      top: box.top,
      bottom: box.bottom,
      height: page.height,
      parts: parts.map((part) => ({ ...part, box: page.onPage(part) })),
    }
  })
}

/** Text outside of tables as lines of parts: the runs of a line, put together where they are close. */
function linesWithParts(glyphs: readonly Glyph[]): readonly (readonly TextLine[])[] {
  const upright = glyphs.filter((glyph) => glyph.turn === 0 && !glyph.vertical)
  const other = glyphs.filter((glyph) => glyph.turn !== 0 || glyph.vertical)
  const lines = heights(upright).map((line) => {
    const parts: Glyph[][] = []
    let edge = Number.NEGATIVE_INFINITY
    for (const glyph of line.toSorted((a, b) => a.left - b.left)) {
      if (glyph.text.trim() === '') continue
      const open = parts.at(-1)
      if (open !== undefined && glyph.left - edge <= APART * (glyph.bottom - glyph.top)) open.push(glyph)
      else parts.push([glyph])
      edge = Math.max(edge, glyph.right)
    }
    return parts.flatMap((part) => linesOf([...part, ...blanksIn(line, part)]))
  })
  return [...lines, ...linesOf(other).map((line) => [line])].filter((parts) => parts.length > 0)
}

function blanksIn(line: readonly Glyph[], part: readonly Glyph[]): readonly Glyph[] {
  const { left, right } = around(part)
  return line.filter((glyph) => glyph.text.trim() === '' && glyph.left >= left && glyph.right <= right)
}

/** Characters by the line they stand on, from top to bottom. */
function heights(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const lines: { y: number; glyphs: Glyph[] }[] = []
  for (const glyph of glyphs.toSorted((a, b) => middle(a).y - middle(b).y)) {
    const line = lines.at(-1)
    const { y } = middle(glyph)
    if (line !== undefined && Math.abs(y - line.y) < 0.45 * (glyph.bottom - glyph.top)) line.glyphs.push(glyph)
    else lines.push({ y, glyphs: [glyph] })
  }
  return lines.map((line) => line.glyphs)
}
