// A ZIP package written as a stream: parts are made, compressed and handed on piece by piece, never held whole.
import { constants, crc32, deflateRawSync } from 'node:zlib'

export type Part = { readonly name: string; readonly chunks: Iterable<string> }

type Written = { readonly name: Buffer; crc: number; packed: number; size: number; readonly offset: number }

/** Pieces are compressed when they reach this many characters; larger ones gain nothing. */
const PIECE = 256 * 1024
/** 1980-01-01, the first day ZIP knows: the same forms give the same bytes. */
const DATE = 0x0021
/** Bit 3: sizes follow the data; bit 11: names are UTF-8. */
const FLAGS = 0x0808

export function* zipped(parts: Iterable<Part>): Generator<Uint8Array> {
  const written: Written[] = []
  let offset = 0
  for (const part of parts) {
    const entry: Written = { name: Buffer.from(part.name), crc: 0, packed: 0, size: 0, offset }
    const head = localHeader(entry)
    yield head
    for (const piece of deflated(part.chunks, entry)) yield piece
    yield descriptor(entry)
    offset += head.length + entry.packed + 16
    written.push(entry)
  }
  const directory = Buffer.concat(written.map(directoryEntry))
  yield directory
  yield endRecord(written.length, directory.length, offset)
}

/** Every piece ends on a byte and refers to nothing before it, so that the pieces put together are one stream. */
function* deflated(chunks: Iterable<string>, entry: Written): Generator<Uint8Array> {
  for (const text of pieces(chunks)) {
    const bytes = Buffer.from(text)
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    const packed = deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH })
    entry.packed += packed.length
    yield packed
  }
  const end = deflateRawSync(new Uint8Array(0))
  entry.packed += end.length
  yield end
}

function* pieces(chunks: Iterable<string>): Generator<string> {
  let waiting: string[] = []
  let length = 0
  for (const chunk of chunks) {
    waiting.push(chunk)
    length += chunk.length
    if (length < PIECE) continue
    yield waiting.join('')
    waiting = []
    length = 0
  }
  if (length > 0) yield waiting.join('')
}

function localHeader({ name }: Written): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(FLAGS, 6)
  head.writeUInt16LE(8, 8)
  head.writeUInt16LE(DATE, 12)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, name])
}

function descriptor({ crc, packed, size }: Written): Buffer {
  const tail = Buffer.alloc(16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  tail.writeUInt32LE(packed, 8)
  tail.writeUInt32LE(size, 12)
  return tail
}

function directoryEntry({ name, crc, packed, size, offset }: Written): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(20, 4)
  entry.writeUInt16LE(20, 6)
  entry.writeUInt16LE(FLAGS, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt16LE(DATE, 14)
  entry.writeUInt32LE(crc, 16)
  entry.writeUInt32LE(packed, 20)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(offset, 42)
  return Buffer.concat([entry, name])
}

function endRecord(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
