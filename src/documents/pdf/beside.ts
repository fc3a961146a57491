// Text right beside a table whose outer column has no lines: the column is put in.
import type { Drawing, Glyph, Rule } from './drawing.ts'
import { middle } from './geometry.ts'
import { type Lattice, lattices } from './lattice.ts'

/** Points from the table within which text belongs to it. */
const NEAR = 90
/** Outer columns without lines hold labels; more text is something else. */
const MOST_CHARACTERS = 40

/** The tables of a page, with outer columns that are not drawn. */
export function tablesOf({ glyphs, across, down }: Drawing): readonly Lattice[] {
  const found = lattices(across, down)
  const sides = found.flatMap((lattice) => [sideOf(lattice, glyphs, 'left'), sideOf(lattice, glyphs, 'right')])
  const missing = sides.filter((side) => side !== null)
  if (missing.length === 0) return found
  return lattices(
    [...across, ...missing.flatMap((side) => side.across)],
    [...down, ...missing.map((side) => side.down)],
  )
}

type Side = { readonly across: readonly Rule[]; readonly down: Rule }

function sideOf({ xs, ys }: Lattice, glyphs: readonly Glyph[], side: 'left' | 'right'): Side | null {
  const edge = (side === 'left' ? xs[0] : xs.at(-1)) ?? 0
  const [top, bottom] = [ys[0] ?? 0, ys.at(-1) ?? 0]
  const own = glyphs.filter((glyph) => {
    const { x, y } = middle(glyph)
    const distance = side === 'left' ? edge - x : x - edge
    return glyph.text.trim() !== '' && y > top && y < bottom && distance > 0 && distance < NEAR
  })
  if (own.length === 0 || own.length > MOST_CHARACTERS) return null
  const outer =
    side === 'left' ? Math.min(...own.map((glyph) => glyph.left)) - 3 : Math.max(...own.map((glyph) => glyph.right)) + 3
  const [from, to] = [Math.min(outer, edge), Math.max(outer, edge)]
  return { across: [top, bottom].map((at) => ({ at, from, to })), down: { at: outer, from: top, to: bottom } }
}
