// A font cut down to the glyphs a document uses, by HarfBuzz.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The part of HarfBuzz's C interface that is used; numbers are addresses in its memory. */
type HarfBuzz = {
  readonly memory: WebAssembly.Memory
  readonly malloc: (bytes: number) => number
  readonly free: (address: number) => void
  readonly hb_blob_create: (data: number, bytes: number, mode: number, user: number, destroy: number) => number
  readonly hb_blob_destroy: (blob: number) => void
  readonly hb_blob_get_data: (blob: number, length: number) => number
  readonly hb_blob_get_length: (blob: number) => number
  readonly hb_face_create: (blob: number, index: number) => number
  readonly hb_face_destroy: (face: number) => void
  readonly hb_face_reference_blob: (face: number) => number
  readonly hb_set_add: (set: number, value: number) => void
  readonly hb_subset_input_create_or_fail: () => number
  readonly hb_subset_input_destroy: (input: number) => void
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

export type FontCutter = (font: Uint8Array, glyphs: Iterable<number>) => Uint8Array

/** Cuts fonts down to the given glyphs, which keep their numbers. Its memory, some 35 MB, goes with it. */
export async function createFontCutter(): Promise<FontCutter> {
  const hb = await instance()
  return (font, glyphs) => {
    const address = hb.malloc(font.length)
    new Uint8Array(hb.memory.buffer).set(font, address)
    const blob = hb.hb_blob_create(address, font.length, WRITABLE, 0, 0)
    const face = hb.hb_face_create(blob, 0)
    const input = hb.hb_subset_input_create_or_fail()
    choose(hb, input, glyphs)
    const subset = hb.hb_subset_or_fail(face, input)
    if (subset === 0) throw new Error('the font cannot be cut down')
    const result = hb.hb_face_reference_blob(subset)
    const from = hb.hb_blob_get_data(result, 0)
    const bytes = new Uint8Array(hb.memory.buffer).slice(from, from + hb.hb_blob_get_length(result))
    for (const other of [result, blob]) hb.hb_blob_destroy(other)
    for (const other of [subset, face]) hb.hb_face_destroy(other)
    hb.hb_subset_input_destroy(input)
    hb.free(address)
    return bytes
  }
}

function choose(hb: HarfBuzz, input: number, glyphs: Iterable<number>): void {
  hb.hb_subset_input_set_flags(input, RETAIN_GLYPH_NUMBERS)
  const wanted = hb.hb_subset_input_glyph_set(input)
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph)
  const dropped = hb.hb_subset_input_set(input, DROPPED_TABLES)
  for (const tag of NOT_NEEDED) hb.hb_set_add(dropped, Buffer.from(tag.padEnd(4), 'latin1').readUInt32BE())
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
