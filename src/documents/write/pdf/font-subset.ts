// A font cut down to the glyphs a document uses, by HarfBuzz.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The part of HarfBuzz's C interface that is used; numbers are addresses in its memory. */
type HarfBuzz = {
  readonly memory: WebAssembly.Memory
  readonly malloc: (bytes: number) => number
  readonly hb_blob_create: (data: number, bytes: number, mode: number, user: number, destroy: number) => number
  readonly hb_blob_get_data: (blob: number, length: number) => number
  readonly hb_blob_get_length: (blob: number) => number
  readonly hb_face_create: (blob: number, index: number) => number
  readonly hb_face_reference_blob: (face: number) => number
  readonly hb_set_add: (set: number, value: number) => void
  readonly hb_subset_input_create_or_fail: () => number
  readonly hb_subset_input_glyph_set: (input: number) => number
  readonly hb_subset_input_set: (input: number, kind: number) => number
  readonly hb_subset_input_set_flags: (input: number, flags: number) => void
  readonly hb_subset_or_fail: (face: number, input: number) => number
}

const WRITABLE = 2
const DROPPED_TABLES = 3
const RETAIN_GLYPH_NUMBERS = 2
/** Tables for shaping text, naming and vertical lines: a PDF draws glyphs by number. */
const NOT_NEEDED = [
  'BASE',
  'GDEF',
  'GPOS',
  'GSUB',
  'OS/2',
  'STAT',
  'VORG',
  'cmap',
  'name',
  'vhea',
  'vmtx',
  'DSIG',
  'meta',
]

/** A font file with the given glyphs under their old numbers; the rest is empty. */
export async function subsetOf(font: Uint8Array, glyphs: Iterable<number>): Promise<Uint8Array> {
  // An instance a font: its memory, into which the whole font is copied, goes with it.
  const hb = await instance()
  const address = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer).set(font, address)
  const blob = hb.hb_blob_create(address, font.length, WRITABLE, 0, 0)
  const face = hb.hb_face_create(blob, 0)
  const input = hb.hb_subset_input_create_or_fail()
  hb.hb_subset_input_set_flags(input, RETAIN_GLYPH_NUMBERS)
  const wanted = hb.hb_subset_input_glyph_set(input)
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph)
  const dropped = hb.hb_subset_input_set(input, DROPPED_TABLES)
  for (const tag of NOT_NEEDED) hb.hb_set_add(dropped, Buffer.from(tag.padEnd(4), 'latin1').readUInt32BE())
  const subset = hb.hb_subset_or_fail(face, input)
  if (subset === 0) throw new Error('the font cannot be cut down')
  const result = hb.hb_face_reference_blob(subset)
  const from = hb.hb_blob_get_data(result, 0)
  return new Uint8Array(hb.memory.buffer).slice(from, from + hb.hb_blob_get_length(result))
}

let compiled: Promise<WebAssembly.Module> | null = null

async function instance(): Promise<HarfBuzz> {
  compiled ??= WebAssembly.compile(
    readFileSync(fileURLToPath(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'))),
  )
  const { exports } = await WebAssembly.instantiate(await compiled)
  // The module's exports have no types of their own; the names are those of HarfBuzz's published C interface.
  return exports as unknown as HarfBuzz
}
