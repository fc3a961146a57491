// The text of a Word 97–2003 document: pieces of the main stream, in one or two bytes a character.
import { viewOf } from './compound.ts'

/** `place` is where the piece begins in the main stream, `width` the bytes of a character. */
export type Piece = { readonly text: string; readonly place: number; readonly width: 1 | 2 }

/** More text than the stream could hold: pieces that point to the same bytes again and again. */
export class PieceProblem extends Error {}

/** The pieces of the document's body (`characters` long), in order, none read twice. Throws `PieceProblem`. */
export function piecesOf(main: Uint8Array, list: Uint8Array, characters: number): readonly Piece[] {
  const table = pieceTable(list)
  const view = viewOf(table)
  const count = Math.floor((table.length - 4) / 12)
  if (count < 1 || characters > main.length) throw new PieceProblem('no pieces')
  const pieces: Piece[] = []
  let read = 0
  for (let i = 0; i < count; i++) {
    const from = view.getUint32(i * 4, true)
    const to = Math.min(view.getUint32(i * 4 + 4, true), characters)
    if (from >= to || from < read) continue
    read = to
    const address = view.getUint32((count + 1) * 4 + i * 8 + 2, true)
    const narrow = (address & 0x4000_0000) !== 0
    const place = narrow ? (address & 0x3fff_ffff) >>> 1 : address & 0x3fff_ffff
    pieces.push(pieceAt(main, place, to - from, narrow ? 1 : 2))
  }
  return pieces
}

/** One character a unit: a mark at the beginning of a piece must not be swallowed. */
const decoders = { 1: new TextDecoder('windows-1252'), 2: new TextDecoder('utf-16le', { ignoreBOM: true }) } as const

function pieceAt(main: Uint8Array, place: number, length: number, width: 1 | 2): Piece {
  const bytes = main.subarray(place, place + length * width)
  return { text: decoders[width].decode(bytes), place, width }
}

/** Behind the property lists of a hasty save stands the table itself. */
function pieceTable(list: Uint8Array): Uint8Array {
  const view = viewOf(list)
  let at = 0
  while (list[at] === 1) at += 3 + view.getUint16(at + 1, true)
  if (list[at] !== 2) throw new PieceProblem('no table of pieces')
  return list.subarray(at + 5, at + 5 + view.getUint32(at + 1, true))
}
