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
  /** The whole file; it is not kept, only what measuring needs. */
  readonly read: () => Buffer
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
  const font = parsed(() => readFileSync(join(FOLDER, file)), name)
  opened.set(weight, font)
  return font
}

function parsed(read: () => Buffer, name: string): FontFile {
  const tables = tablesOf(read())
  const table = (tag: string): Buffer => {
    const bytes = tables.get(tag)
    if (bytes === undefined) throw new Error(`font ${name} has no table ${tag}`)
    return bytes
  }
  const [head, hhea, hmtx] = [table('head'), table('hhea'), table('hmtx')]
  const perEm = head.readUInt16BE(18)
  const scaled = (bytes: Buffer, place: number): number => Math.round((bytes.readInt16BE(place) * 1000) / perEm)
  const lastWidth = hhea.readUInt16BE(34) - 1
  return {
    name,
    read,
    ascent: scaled(hhea, 4),
    descent: scaled(hhea, 6),
    capHeight: scaled(table('OS/2'), 88),
    bounds: [scaled(head, 36), scaled(head, 38), scaled(head, 40), scaled(head, 42)],
    glyphOf: characterMap(table('cmap')),
    widthOf: (glyph) => (hmtx.readUInt16BE(4 * Math.min(glyph, lastWidth)) * 1000) / perEm,
  }
}

const MEASURED = ['head', 'hhea', 'hmtx', 'OS/2', 'cmap']

/** Copies of the tables that measuring needs. */
function tablesOf(file: Buffer): ReadonlyMap<string, Buffer> {
  const tables = new Map<string, Buffer>()
  for (let i = 0; i < file.readUInt16BE(4); i++) {
    const record = 12 + 16 * i
    const tag = file.toString('latin1', record, record + 4)
    const [from, length] = [file.readUInt32BE(record + 8), file.readUInt32BE(record + 12)]
    if (MEASURED.includes(tag)) tables.set(tag, Buffer.from(file.subarray(from, from + length)))
  }
  return tables
}

/** The map of all Unicode characters: a subtable of format 12, groups of characters whose glyphs follow each other. */
function characterMap(bytes: Buffer): (code: number) => number {
  const places = Array.from({ length: bytes.readUInt16BE(2) }, (_, i) => bytes.readUInt32BE(8 + 8 * i))
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
