// Pieces of lines → the texts of cells: lines below each other that stand as close as wrapped lines do.
import { numberText } from '../text.ts'
import { around, type Box } from './geometry.ts'
import { isPrinted } from './printed-label.ts'
import type { Piece } from './white.ts'

/** The text of one cell, its lines from top to bottom. */
export type TextBlock = Box & { readonly pieces: readonly Piece[]; readonly text: string; readonly size: number }

/** Characters by which the white between rows is larger than between the lines of a text. */
const STEP = 0.09
/** More white between lines is found between rows only, unless there is still more between others. */
const LEADING = 0.62

export function textBlocks(pieces: readonly Piece[]): readonly TextBlock[] {
  const sorted = pieces.toSorted((a, b) => a.top - b.top || a.left - b.left)
  const leading = leadingOf(sorted)
  const blocks: Piece[][] = []
  for (const piece of sorted) {
    const block = blocks.findLast((own) => goesOn(own, piece, leading))
    if (block === undefined) blocks.push([piece])
    else block.push(piece)
  }
  return joinedInside(blocks.map(blockOf))
}

/** Cells do not overlap, and so their texts do not: what reaches into the box of a text was set apart by wide blanks. */
function joinedInside(blocks: readonly TextBlock[]): readonly TextBlock[] {
  const large = blocks.filter(({ pieces }) => pieces.length > 1)
  const homes = new Map(
    blocks.flatMap((block) => {
      const home = large.find((other) => other !== block && reachesInto(block, other))
      return home === undefined ? [] : [[block, home] as const]
    }),
  )
  if (homes.size === 0) return blocks
  const kept = blocks.filter((block) => !homes.has(block))
  return kept.map((block) => {
    const inside = [...homes].filter(([, home]) => home === block).flatMap(([own]) => own.pieces)
    if (inside.length === 0) return block
    return blockOf([...block.pieces, ...inside].sort((a, b) => a.top - b.top || a.left - b.left))
  })
}

const reachesInto = (block: TextBlock, home: TextBlock): boolean =>
  block.pieces.length < home.pieces.length &&
  Math.min(block.right, home.right) - Math.max(block.left, home.left) > ASIDE &&
  Math.min(block.bottom, home.bottom) - Math.max(block.top, home.top) > ASIDE

export const blockOf = (pieces: readonly Piece[]): TextBlock => ({
  ...around(pieces),
  pieces,
  text: pieces.map(({ text }) => text).join(''),
  size: Math.max(...pieces.map(({ size }) => size)),
})

/** White between two pieces below each other, in characters. */
const gap = (above: Piece, below: Piece): number => (below.top - above.bottom) / below.size

const overlap = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right

/** `limit`: the most white there is between the lines of a text; `tight`: there is as little between some rows. */
type Leading = { readonly limit: number; readonly tight: boolean }

function leadingOf(sorted: readonly Piece[]): Leading {
  const pairs = sorted.flatMap((piece, i) => {
    const next = sorted.find(
      (below, j) => j > i && below.top > piece.bottom - 0.3 * piece.size && overlap(piece, below),
    )
    return next === undefined ? [] : [{ above: piece, below: next, white: gap(piece, next) }]
  })
  const limit = limitOf(pairs.map(({ white }) => white).sort((a, b) => a - b))
  const close = pairs.filter(({ above, below, white }) => white <= limit && isAligned([above], below))
  const apart = close.filter(({ above, below }) => areCells(above.text, below.text))
  return { limit, tight: apart.length > 1 && apart.length * TIGHT >= close.length }
}

/** One in so many lines that stands as close below another cell as lines of a text do: white does not tell rows. */
const TIGHT = 8

/** Two labels, two numbers, two values: never lines of one text. */
function areCells(above: string, below: string): boolean {
  if (isPrinted(above) && isPrinted(below)) return !isPrinted(above + below)
  const [first, second] = [above, below].map((text) => /^\d{1,3}(?:\.(\d{1,2}))?[%％]?$/.exec(text))
  return first != null && second != null && first[1]?.length === second[1]?.length
}

/** The most white there is between the lines of a text on this page; 0 where no text is wrapped. */
function limitOf(gaps: readonly number[]): number {
  // Figures of another font stand a little closer or wider than the lines of a text, but there are fewer of them.
  const near = (one: number): number => gaps.filter((other) => Math.abs(other - one) < STEP / 2).length
  const usual = gaps.filter((one) => one < WRAPPED).reduce((best, one) => (near(one) > near(best) ? one : best), -1)
  const least = near(usual) > ALIKE ? usual : (gaps[0] ?? 0)
  const wider = gaps.filter((one) => one > least + STEP && one < least + 1.5).length
  return least < LEADING || wider * 4 > gaps.length ? least + STEP : 0
}

/** With less white than this lines follow each other in a text. */
const WRAPPED = 0.52
/** So many lines and more stand alike. */
const ALIKE = 2

function goesOn(own: readonly Piece[], piece: Piece, { limit, tight }: Leading): boolean {
  const last = own.at(-1)
  if (last === undefined || Math.abs(last.size - piece.size) > 0.15 * piece.size) return false
  const white = gap(last, piece)
  return white > -0.3 && white <= limit && isAligned(own, piece) && !(tight && isApart(own, piece))
}

/** Points by which lines of one text may stand beside each other. */
const ASIDE = 2

/** Below each other at the left, in the middle or at the right; paragraphs may be set in by two characters. */
function isAligned(own: readonly Piece[], piece: Piece): boolean {
  const box = around(own)
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= ASIDE
  const isLong = box.right - box.left > 10 * piece.size
  return (
    own.some((line) => near(line.left, piece.left) || near(line.left + line.right, piece.left + piece.right)) ||
    own.some((line) => near(line.right, piece.right) && overlap(line, piece)) ||
    (isLong && own.some((line) => near(Math.abs(line.left - piece.left), 2 * piece.size)))
  )
}

/** Numbers, values and labels stand in cells of their own, however close they are. */
function isApart(own: readonly Piece[], piece: Piece): boolean {
  const text = own.map((line) => line.text).join('')
  if (/^[≥≤＞＜><=＝]/.test(piece.text)) return !isPrinted(text + piece.text)
  if (numberText(text) !== null && numberText(piece.text) !== null) return true
  return (isPrinted(text) || isPrinted(piece.text)) && !isPrinted(text + piece.text)
}
