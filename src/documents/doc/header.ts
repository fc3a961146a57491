// The beginning of a Word 97–2003 document: where its text and tables of properties are.
import { viewOf } from './compound.ts'

export type Header = {
  readonly encrypted: boolean
  /** Which of the two table streams holds the tables. */
  readonly tables: '0Table' | '1Table'
  /** Characters of the body, footnotes and headers not counted. */
  readonly characters: number
  readonly pieces: Extent
  readonly paragraphs: Extent
  readonly characterRuns: Extent
}
type Extent = { readonly from: number; readonly length: number }

/** Null where the stream is no document of Word 97 or later. Throws `RangeError` where it is cut off. */
export function headerOf(main: Uint8Array): Header | null {
  const view = viewOf(main)
  if (view.getUint16(0, true) !== 0xa5ec || view.getUint16(2, true) < 0xc1) return null
  const flags = view.getUint16(10, true)
  const extent = (index: number): Extent => ({
    from: view.getUint32(0x9a + index * 8, true),
    length: view.getUint32(0x9e + index * 8, true),
  })
  return {
    encrypted: (flags & 0x0100) !== 0,
    tables: (flags & 0x0200) === 0 ? '0Table' : '1Table',
    characters: view.getUint32(0x4c, true),
    pieces: extent(33),
    paragraphs: extent(13),
    characterRuns: extent(12),
  }
}

export const partOf = (stream: Uint8Array, { from, length }: Extent): Uint8Array => stream.subarray(from, from + length)
