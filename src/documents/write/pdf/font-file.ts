// What a TrueType font file says of its characters: which glyph draws one, and how wide it is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'assets', 'fonts')

export type Weight = 'regular' | 'bold'
const FILES = {
  regular: { file: 'NotoSerifSC_400Regular.ttf', name: 'NotoSerifSC-Regular' },
  bold: { file: 'NotoSerifSC_600SemiBold.ttf', name: 'NotoSerifSC-SemiBold' },
} as const satisfies Record<Weight, object>

export type FontFile = {
  readonly name: string
  readonly bytes: Buffer
  /** Heights and bounds in thousandths of the font size. */
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly bounds: readonly [number, number, number, number]
  /** Number of the glyph that draws a character; 0 where the font has none. */
  readonly glyphOf: (code: number) => number
  /** Width of a glyph in thousandths of the font size. */
  readonly widthOf: (glyph: number) => number
}

const opened = new Map<Weight, FontFile>()

/** The fonts are read once, when the first text is measured. */
export function fontFile(weight: Weight): FontFile {
  const known = opened.get(weight)
  if (known) return known
  const { file, name } = FILES[weight]
  const font = parsed(readFileSync(join(FOLDER, file)), name)
  opened.set(weight, font)
  return font
}

function parsed(bytes: Buffer, name: string): FontFile {
  const tables = tablesOf(bytes)
  const at = (tag: string): number => {
    const place = tables.get(tag)
    if (place === undefined) throw new Error(`font ${name} has no table ${tag}`)
    return place
  }
  const [head, hhea, hmtx, os2] = [at('head'), at('hhea'), at('hmtx'), at('OS/2')]
  const perEm = bytes.readUInt16BE(head + 18)
  const scaled = (place: number): number => Math.round((bytes.readInt16BE(place) * 1000) / perEm)
  const lastWidth = bytes.readUInt16BE(hhea + 34) - 1
  return {
    name,
    bytes,
    ascent: scaled(hhea + 4),
    descent: scaled(hhea + 6),
    capHeight: scaled(os2 + 88),
    bounds: [scaled(head + 36), scaled(head + 38), scaled(head + 40), scaled(head + 42)],
    glyphOf: characterMap(bytes, at('cmap')),
    widthOf: (glyph) => (bytes.readUInt16BE(hmtx + 4 * Math.min(glyph, lastWidth)) * 1000) / perEm,
  }
}

function tablesOf(bytes: Buffer): ReadonlyMap<string, number> {
  const count = bytes.readUInt16BE(4)
  const record = (i: number): number => 12 + 16 * i
  return new Map(
    Array.from({ length: count }, (_, i) => [
      bytes.toString('latin1', record(i), record(i) + 4),
      bytes.readUInt32BE(record(i) + 8),
    ]),
  )
}

/** The map of all Unicode characters: a subtable of format 12, groups of characters whose glyphs follow each other. */
function characterMap(bytes: Buffer, cmap: number): (code: number) => number {
  const places = Array.from(
    { length: bytes.readUInt16BE(cmap + 2) },
    (_, i) => cmap + bytes.readUInt32BE(cmap + 8 + 8 * i),
  )
  const full = places.find((place) => bytes.readUInt16BE(place) === 12)
  if (full === undefined) throw new Error('the font has no map of all Unicode characters')
  const groups = bytes.readUInt32BE(full + 12)
  return (code) => {
    let [low, high] = [0, groups - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const group = full + 16 + 12 * middle
      const first = bytes.readUInt32BE(group)
      if (code < first) high = middle - 1
      else if (code > bytes.readUInt32BE(group + 4)) low = middle + 1
      else return bytes.readUInt32BE(group + 8) + code - first
    }
    return 0
  }
}
