// Findings in a text below the lines they are about, in a table between commas below it. The original lines stay as they are.
import { readCsv } from '../csv/read-csv.ts'
import { decode } from '../decode.ts'
import { OWN_NOTE } from '../own-notes.ts'
import { encode } from './encode.ts'
import type { Note } from './notes.ts'
import { type Splice, spliced } from './splice.ts'

/** One line a finding, in the encoding of the file. */
export function annotatePlain(bytes: Uint8Array, name: string, notes: readonly Note[]): Uint8Array {
  const { text, encoding } = decode(bytes, name)
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  const encoded = (line: string): Uint8Array => encode(line, encoding)
  const table = readCsv(text) !== null
  // Cells of a table hold line breaks, and some texts end lines in ways that cannot be counted in bytes.
  if (table || /[\u0085\u2028\u2029]/.test(text)) {
    const lines = notes.map((note) => (table ? quoted(lineOf(note)) : lineOf(note)))
    const closed = /[\r\n]$/.test(text) ? '' : newline
    return Buffer.concat([bytes, encoded(closed + lines.map((line) => line + newline).join(''))])
  }
  const starts = lineStarts(bytes, encoding)
  const splices = notes.map((note): Splice => {
    const place = note.places[0]
    const at = starts[place?.lineEnd ?? place?.line ?? starts.length]
    const line = lineOf(note)
    return at === undefined
      ? { at: bytes.length, insert: encoded(newline + line) }
      : { at, insert: encoded(line + newline) }
  })
  return spliced(bytes, splices)
}

const lineOf = ({ lines, places: [place], quote }: Note): string => {
  // Lines are shown by standing below them; cells of a table are named.
  const where = place?.cell === undefined ? '' : `${place.cell} `
  return `${OWN_NOTE}${where}${quote === null ? '' : `“${short(quote)}”`}${lines.join('　')}`
}

const LONGEST_QUOTE = 24
const short = (quote: string): string => {
  const line = quote.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line
}

const quoted = (line: string): string => `"${line.replaceAll('"', '""')}"`

/** The byte every line starts at, the first at 0. No other character holds the bytes of a line end. */
function lineStarts(bytes: Uint8Array, encoding: string): readonly number[] {
  const width = encoding.startsWith('utf-16') ? 2 : 1
  const low = encoding === 'utf-16be' ? 1 : 0
  const codeAt = (at: number): number =>
    width === 1 ? (bytes[at] ?? 0) : (bytes[at + low] ?? 0) + 256 * (bytes[at + 1 - low] ?? 0)
  const starts = [0]
  for (let at = 0; at < bytes.length; at += width) {
    const code = codeAt(at)
    if (code === 10 || (code === 13 && codeAt(at + width) !== 10)) starts.push(at + width)
  }
  return starts
}
