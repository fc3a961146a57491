// Compound files (OLE), the container of the old Office formats: a small file system of sector chains.

/** A container whose chains or directory make no sense. */
export class CompoundProblem extends Error {}

const END_OF_CHAIN = 0xfffffffe
const LAST_SECTOR = 0xfffffff9
const ENTRY_BYTES = 128
const HEADER_CHAINS = 109

type Container = {
  readonly bytes: Uint8Array
  readonly data: DataView
  readonly sectorBytes: number
  /** The sector that follows each sector. */
  readonly next: readonly number[]
}

/** The content of a stream by its name, whatever its case; null where there is none. Throws `CompoundProblem`. */
export function compoundStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  try {
    return findStream(bytes, names)
  } catch (error) {
    if (error instanceof RangeError) throw new CompoundProblem('out of bounds')
    throw error
  }
}

function findStream(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  const container = openContainer(bytes)
  const { data } = container
  const directory = chain(container, data.getUint32(48, true))
  const entries = directoryEntries(directory)
  const root = entries.find(({ type }) => type === 5)
  for (const name of names) {
    const entry = entries.find(
      (candidate) => candidate.type === 2 && candidate.name.toLowerCase() === name.toLowerCase(),
    )
    if (entry === undefined) continue
    if (entry.size >= data.getUint32(56, true)) return chain(container, entry.start).subarray(0, entry.size)
    return smallStream(container, entry, chain(container, root?.start ?? END_OF_CHAIN))
  }
  return null
}

function openContainer(bytes: Uint8Array): Container {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = data.getUint16(30, true)
  if (shift < 7 || shift > 16) throw new CompoundProblem('sector size')
  const sectorBytes = 1 << shift
  const sectors = Math.ceil(bytes.length / sectorBytes)
  const next: number[] = []
  for (const sector of tableSectors(data, sectorBytes, sectors)) {
    const at = (sector + 1) * sectorBytes
    for (let i = 0; i < sectorBytes; i += 4)
      next.push(at + i + 4 <= bytes.length ? data.getUint32(at + i, true) : END_OF_CHAIN)
  }
  return { bytes, data, sectorBytes, next }
}

/** The sectors that hold the table of chains: the first stand in the header, the others in a chain of lists. */
function tableSectors(data: DataView, sectorBytes: number, sectors: number): readonly number[] {
  const found: number[] = []
  const take = (at: number, count: number): void => {
    for (let i = 0; i < count; i++) {
      const sector = data.getUint32(at + i * 4, true)
      if (sector <= LAST_SECTOR && sector < sectors) found.push(sector)
    }
  }
  take(76, HEADER_CHAINS)
  let list = data.getUint32(68, true)
  for (let steps = 0; list < sectors && steps <= sectors; steps++) {
    const at = (list + 1) * sectorBytes
    take(at, sectorBytes / 4 - 1)
    list = data.getUint32(at + sectorBytes - 4, true)
  }
  return found.slice(0, sectors)
}

/** A chain that does not end within the file goes round in circles. */
function chain({ bytes, sectorBytes, next }: Container, start: number): Uint8Array {
  const parts: Uint8Array[] = []
  const most = Math.ceil(bytes.length / sectorBytes)
  for (let sector = start; sector <= LAST_SECTOR; sector = next[sector] ?? END_OF_CHAIN) {
    if (parts.length > most) throw new CompoundProblem('endless chain')
    const at = (sector + 1) * sectorBytes
    if (at >= bytes.length) break
    parts.push(bytes.subarray(at, at + sectorBytes))
  }
  return Buffer.concat(parts)
}

type Entry = { readonly name: string; readonly type: number; readonly start: number; readonly size: number }

function directoryEntries(directory: Uint8Array): readonly Entry[] {
  const data = new DataView(directory.buffer, directory.byteOffset, directory.byteLength)
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const length = Math.min(64, Math.max(2, data.getUint16(at + 64, true))) - 2
    entries.push({
      name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
      type: directory[at + 66] ?? 0,
      start: data.getUint32(at + 116, true),
      size: data.getUint32(at + 120, true),
    })
  }
  return entries
}

/** Short streams share the sectors of one stream, in small pieces with a chain table of their own. */
function smallStream(container: Container, entry: Entry, shared: Uint8Array): Uint8Array {
  const { data } = container
  const pieceBytes = 1 << Math.min(16, data.getUint16(32, true))
  const table = chain(container, data.getUint32(60, true))
  const next = new DataView(table.buffer, table.byteOffset, table.byteLength)
  const parts: Uint8Array[] = []
  for (let piece = entry.start; piece * 4 + 4 <= table.length; piece = next.getUint32(piece * 4, true)) {
    if (parts.length * 4 > table.length) throw new CompoundProblem('endless chain')
    parts.push(shared.subarray(piece * pieceBytes, (piece + 1) * pieceBytes))
  }
  return Buffer.concat(parts).subarray(0, entry.size)
}
