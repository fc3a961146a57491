// Compound files, the container of old Office documents: named streams in chains of sectors.

/** A chain that leads nowhere, an entry outside of the file. */
export class CompoundProblem extends Error {}

type Chains = {
  readonly bytes: Uint8Array
  readonly sector: number
  readonly offset: number
  readonly next: readonly number[]
}

const END = 0xfffffffe
const NAMED = 109

/** The streams of a file by name, each read when asked for. Throws `CompoundProblem` or `RangeError` for broken ones. */
export function streamsOf(bytes: Uint8Array): ReadonlyMap<string, () => Uint8Array> {
  const view = viewOf(bytes)
  const sector = 1 << view.getUint16(30, true)
  if (sector !== 512 && sector !== 4096) throw new CompoundProblem('sector size')
  const large: Chains = { bytes, sector, offset: sector, next: allocation(view, bytes, sector) }
  const directory = chain(large, view.getUint32(48, true))
  const entries = entriesOf(directory)
  const root = entries.find((entry) => entry.type === 5)
  const small: Chains = {
    bytes: root === undefined ? new Uint8Array() : chain(large, root.start),
    sector: 1 << view.getUint16(32, true),
    offset: 0,
    next: numbers(chain(large, view.getUint32(60, true))),
  }
  const cutoff = view.getUint32(56, true)
  const read = ({ start, size }: Entry) => chain(size < cutoff ? small : large, start).subarray(0, size)
  return new Map(entries.filter((entry) => entry.type === 2).map((entry) => [entry.name, () => read(entry)]))
}

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const numbers = (bytes: Uint8Array): readonly number[] => {
  const view = viewOf(bytes)
  return Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(i * 4, true))
}

/** The next sector of every sector. Its own sectors are named in the header and, for large files, in a list of lists. */
function allocation(view: DataView, bytes: Uint8Array, sector: number): readonly number[] {
  const at = (number: number): Uint8Array => bytes.subarray((number + 1) * sector, (number + 2) * sector)
  const most = Math.ceil(bytes.length / sector)
  const own: number[] = Array.from({ length: NAMED }, (_, i) => view.getUint32(76 + i * 4, true))
  let list = view.getUint32(68, true)
  for (let lists = 0; list < most && lists < most; lists++) {
    const more = numbers(at(list))
    own.push(...more.slice(0, -1))
    list = more.at(-1) ?? END
  }
  return own
    .filter((number) => number < most)
    .slice(0, most)
    .flatMap((number) => numbers(at(number)))
}

function chain({ bytes, sector, offset, next }: Chains, start: number): Uint8Array {
  const pieces: Uint8Array[] = []
  const most = Math.ceil(bytes.length / sector)
  for (let number = start; number < most; number = next[number] ?? END) {
    if (pieces.length > most) throw new CompoundProblem('endless chain')
    pieces.push(bytes.subarray(offset + number * sector, offset + (number + 1) * sector))
  }
  return Buffer.concat(pieces)
}

type Entry = { readonly name: string; readonly type: number; readonly start: number; readonly size: number }

function entriesOf(directory: Uint8Array): readonly Entry[] {
  const view = viewOf(directory)
  return Array.from({ length: directory.length >> 7 }, (_, i) => {
    const at = i * 128
    const length = Math.max(0, Math.min(62, view.getUint16(at + 64, true) - 2))
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
      type: view.getUint8(at + 66),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    }
  })
}
