// The records of a binary workbook stream, and the texts inside them.

export const RECORD = {
  formula: 0x06,
  end: 0x0a,
  dateMode: 0x22,
  filePass: 0x2f,
  continue: 0x3c,
  columnInfo: 0x7d,
  sheet: 0x85,
  manyRk: 0xbd,
  richText: 0xd6,
  style: 0xe0,
  merges: 0xe5,
  sharedTexts: 0xfc,
  sharedText: 0xfd,
  number: 0x203,
  text: 0x204,
  boolean: 0x205,
  formulaText: 0x207,
  row: 0x208,
  window: 0x23e,
  rk: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const

export type BinaryRecord = {
  readonly type: number
  readonly data: DataView
  readonly at: number
  readonly next: number
}

/** The record at a place of the stream; null at its end, or where the rest is no whole record. */
export function recordAt(stream: Uint8Array, at: number): BinaryRecord | null {
  if (at < 0 || at + 4 > stream.length) return null
  const head = new DataView(stream.buffer, stream.byteOffset + at, 4)
  const length = head.getUint16(2, true)
  if (at + 4 + length > stream.length) return null
  const data = new DataView(stream.buffer, stream.byteOffset + at + 4, length)
  return { type: head.getUint16(0, true), data, at, next: at + 4 + length }
}

const wide = new TextDecoder('utf-16le')

function characters(data: DataView, at: number, count: number, isWide: boolean): string {
  const bytes = new Uint8Array(
    data.buffer,
    data.byteOffset + at,
    Math.min(count * (isWide ? 2 : 1), data.byteLength - at),
  )
  if (isWide) return wide.decode(bytes)
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** A text within one record: its length in one or two bytes, a byte that says how wide its characters are. */
export function textAt(data: DataView, at: number, lengthBytes: 1 | 2): string {
  const count = lengthBytes === 1 ? data.getUint8(at) : data.getUint16(at, true)
  const flags = data.getUint8(at + lengthBytes)
  const runs = (flags & 8) === 0 ? 0 : 2
  const extra = (flags & 4) === 0 ? 0 : 4
  return characters(data, at + lengthBytes + 1 + runs + extra, count, (flags & 1) === 1)
}

type Cursor = { readonly pieces: readonly DataView[]; piece: number; at: number }

function byte(cursor: Cursor): number {
  let piece = cursor.pieces[cursor.piece]
  while (piece !== undefined && cursor.at >= piece.byteLength) {
    cursor.piece++
    cursor.at = 0
    piece = cursor.pieces[cursor.piece]
  }
  if (piece === undefined) throw new RangeError('end of texts')
  return piece.getUint8(cursor.at++)
}

const uint16 = (cursor: Cursor): number => byte(cursor) | (byte(cursor) << 8)

function skip(cursor: Cursor, count: number): void {
  let left = count
  while (left > 0) {
    const piece = cursor.pieces[cursor.piece]
    if (piece === undefined) return
    const step = Math.min(left, piece.byteLength - cursor.at)
    cursor.at += step
    left -= step
    if (cursor.at >= piece.byteLength && left > 0) {
      cursor.piece++
      cursor.at = 0
    }
  }
}

/** The shared texts, from their record and those that continue it; as far as they are sound. */
export function sharedTexts(pieces: readonly DataView[]): readonly string[] {
  const cursor: Cursor = { pieces, piece: 0, at: 8 }
  const texts: string[] = []
  const count = pieces[0] !== undefined && pieces[0].byteLength >= 8 ? pieces[0].getUint32(4, true) : 0
  try {
    while (texts.length < count) texts.push(sharedText(cursor))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return texts
}

function sharedText(cursor: Cursor): string {
  let left = uint16(cursor)
  const flags = byte(cursor)
  const runs = (flags & 8) === 0 ? 0 : uint16(cursor)
  const extra = (flags & 4) === 0 ? 0 : uint16(cursor) + uint16(cursor) * 65_536
  let isWide = (flags & 1) === 1
  let text = ''
  while (left > 0) {
    let piece = cursor.pieces[cursor.piece]
    if (piece !== undefined && cursor.at >= piece.byteLength) {
      // A text that goes on in the next record says again how wide its characters are.
      cursor.piece++
      piece = cursor.pieces[cursor.piece]
      isWide = piece !== undefined && piece.byteLength > 0 && (piece.getUint8(0) & 1) === 1
      cursor.at = 1
    }
    if (piece === undefined || cursor.at >= piece.byteLength) throw new RangeError('end of texts')
    const size = isWide ? 2 : 1
    const count = Math.min(left, Math.max(1, Math.floor((piece.byteLength - cursor.at) / size)))
    text += characters(piece, cursor.at, count, isWide)
    cursor.at += count * size
    left -= count
  }
  skip(cursor, runs * 4 + extra)
  return text
}
