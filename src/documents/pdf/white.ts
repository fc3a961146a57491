// Text without lines around it: what the white between characters sets apart.
import type { Glyph } from './drawing.ts'
import { around, type Box, middle } from './geometry.ts'

/** Characters of white between two columns. */
const RIVER = 0.45

export type Line = Box & { readonly glyphs: readonly Glyph[]; readonly size: number }
/** A part of a line between white. */
export type Piece = Line & { readonly text: string }

export const textOf = (line: Pick<Line, 'glyphs'>): string => line.glyphs.map((glyph) => glyph.text).join('')

export function linesIn(glyphs: readonly Glyph[]): readonly Line[] {
  const lines: { y: number; glyphs: Glyph[] }[] = []
  for (const glyph of glyphs.toSorted((a, b) => middle(a).y - middle(b).y)) {
    const last = lines.at(-1)
    const y = middle(glyph).y
    if (last !== undefined && Math.abs(y - last.y) < 0.3 * (glyph.bottom - glyph.top)) last.glyphs.push(glyph)
    else lines.push({ y, glyphs: [glyph] })
  }
  return lines.map(({ glyphs: own }) => lineOf(own.sort((a, b) => a.left - b.left)))
}

const lineOf = (glyphs: readonly Glyph[]): Line => ({
  ...around(glyphs),
  glyphs,
  size: Math.max(...glyphs.map((glyph) => glyph.bottom - glyph.top)),
})

export function piecesOf(line: Line): readonly Piece[] {
  const pieces: Glyph[][] = []
  let edge = Number.NEGATIVE_INFINITY
  for (const glyph of line.glyphs) {
    const piece = pieces.at(-1)
    if (piece !== undefined && glyph.left - edge <= RIVER * line.size) piece.push(glyph)
    else pieces.push([glyph])
    edge = Math.max(edge, glyph.right)
  }
  return pieces.map((glyphs) => ({ ...lineOf(glyphs), text: textOf({ glyphs }) }))
}
