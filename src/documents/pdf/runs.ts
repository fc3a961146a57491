// Characters drawn one after another without white between them.
import type { Glyph } from './drawing.ts'

/** Characters of white that end a run. */
const WHITE = 0.25

export function runsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const runs: Glyph[][] = []
  for (const glyph of glyphs) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (run !== undefined && last !== undefined && follows(last, glyph)) run.push(glyph)
    else runs.push([glyph])
  }
  return runs
}

function follows(last: Glyph, glyph: Glyph): boolean {
  if (glyph.text.trim() === '' || last.text.trim() === '') return false
  if (glyph.turn !== 0 || last.turn !== 0 || glyph.vertical || last.vertical) return false
  const size = glyph.bottom - glyph.top
  const gap = glyph.left - last.right
  return Math.abs(glyph.bottom - last.bottom) < 0.3 * size && gap > -0.3 * size && gap < WHITE * size
}
