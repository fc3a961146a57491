// An Office package with some parts changed or added: all others are copied as they are kept, packed bytes and all.
import { crc32, deflateRawSync } from 'node:zlib'
import { type ZipEntry, zipEntries } from '../zip.ts'

export type Package = {
  readonly has: (part: string) => boolean
  /** The part as it is now; undefined where there is none. */
  readonly read: (part: string) => Uint8Array | undefined
  readonly put: (part: string, bytes: Uint8Array) => void
  readonly parts: () => readonly string[]
  readonly bytes: () => Uint8Array
}

/** Throws `InputProblem` as `zipEntries`. Names are compared as Office does, without regard to case. */
export function openPackage(bytes: Uint8Array, name: string): Package {
  const entries = zipEntries(bytes, name)
  const byKey = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const changed = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>()
  const has = (part: string): boolean => changed.has(part.toLowerCase()) || byKey.has(part.toLowerCase())
  return {
    has,
    read: (part) => changed.get(part.toLowerCase())?.bytes ?? byKey.get(part.toLowerCase())?.read(),
    put: (part, content) => {
      changed.set(part.toLowerCase(), { name: byKey.get(part.toLowerCase())?.name ?? part, bytes: content })
    },
    parts: () => [...entries.map((entry) => entry.name), ...[...changed.values()].map((part) => part.name)],
    bytes: () => {
      const added = new Map(changed)
      const kept = entries.map((entry) => {
        const own = added.get(entry.name.toLowerCase())
        added.delete(entry.name.toLowerCase())
        return own === undefined ? copied(entry) : fresh(own.name, own.bytes)
      })
      return written([...kept, ...[...added.values()].map((part) => fresh(part.name, part.bytes))])
    },
  }
}

/** An entry as it is written: `fields` are bytes 4–28 of its local header, the same in the directory from byte 6 on. */
type Written = {
  readonly fields: Buffer
  readonly name: Uint8Array
  readonly packed: Uint8Array
  /** Version made by, and what the directory keeps about the file on disk. */
  readonly madeBy: number
  readonly attributes: number
}

const FIELDS = 22
const UTF8 = 0x0800
const SIZES_FOLLOW = 0x0008
/** 1980-01-01, the first day ZIP knows. */
const DATE = 0x0021

function copied({ record, packed, size }: ZipEntry): Written {
  const own = Buffer.from(record.buffer, record.byteOffset, record.byteLength)
  const content = packed()
  const fields = Buffer.from(own.subarray(6, 6 + FIELDS))
  fields.writeUInt16LE(fields.readUInt16LE(2) & ~SIZES_FOLLOW, 2)
  fields.writeUInt32LE(content.length, 14)
  fields.writeUInt32LE(size, 18)
  const name = own.subarray(46, 46 + own.readUInt16LE(28))
  return { fields, name, packed: content, madeBy: own.readUInt16LE(4), attributes: own.readUInt32LE(38) }
}

function fresh(name: string, bytes: Uint8Array): Written {
  const packed = deflateRawSync(bytes)
  const fields = Buffer.alloc(FIELDS)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(UTF8, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt16LE(DATE, 8)
  fields.writeUInt32LE(crc32(bytes), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(bytes.length, 18)
  return { fields, name: Buffer.from(name), packed, madeBy: 20, attributes: 0 }
}

function written(entries: readonly Written[]): Uint8Array {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    entry.fields.copy(head, 4)
    head.writeUInt16LE(entry.name.length, 26)
    pieces.push(head, entry.name, entry.packed)
    directory.push(directoryEntry(entry, offset), entry.name)
    offset += head.length + entry.name.length + entry.packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...pieces, listed, end])
}

function directoryEntry({ fields, name, madeBy, attributes }: Written, offset: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(madeBy, 4)
  fields.copy(entry, 6)
  entry.writeUInt16LE(name.length, 28)
  entry.writeUInt32LE(attributes, 38)
  entry.writeUInt32LE(offset, 42)
  return entry
}
