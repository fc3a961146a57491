// ZIP packages, opened with bounds: nothing is inflated beyond what its directory declares and the caps allow.
import { crc32, inflateRawSync } from 'node:zlib'
import { InputProblem } from './input-problem.ts'

/**
 * One file of a package. `size` is what its directory declares; `read` never yields more than that. `record` is its
 * entry in the directory and `packed` its bytes as they are kept: what is needed to copy it untouched.
 */
export type ZipEntry = {
  readonly name: string
  readonly size: number
  readonly read: () => Uint8Array
  readonly packed: () => Uint8Array
  readonly record: Uint8Array
}

/** The largest published workbook inflates to a hundredth of it. */
const MOST_INFLATED = 160 * 1024 * 1024
const MOST_ENTRIES = 20_000

type View = { readonly bytes: Uint8Array; readonly data: DataView; readonly name: string }

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/** The directory of a package. Throws `InputProblem` for one that is cut, damaged or has too many entries. */
export function zipEntries(bytes: Uint8Array, name: string): readonly ZipEntry[] {
  const view = { bytes, data: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), name }
  const end = endOfDirectory(view)
  const count = view.data.getUint16(end + 10, true)
  let at = directoryStart(view, end)
  if (count > MOST_ENTRIES)
    throw new InputProblem('too-large', `${name}：压缩包里的文件过多（${count} 个），请拆分后再试`)
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.data.getUint32(at, true) !== ENTRY) throw damaged(name)
    const lengths = [28, 30, 32].map((field) => view.data.getUint16(at + field, true))
    const nameEnd = at + 46 + (lengths[0] ?? 0)
    const next = at + 46 + lengths.reduce((sum, length) => sum + length, 0)
    const entry = entryAt(view, at, bytes.subarray(at + 46, nameEnd), bytes.subarray(nameEnd, next))
    entries.push({ ...entry, record: bytes.subarray(at, next) })
    at = next
  }
  return entries
}

/** The wanted files of a package, inflated. Throws `InputProblem` before inflating what is too large. */
export function unzipCapped(
  bytes: Uint8Array,
  name: string,
  wanted: (entry: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  const entries = zipEntries(bytes, name).filter((entry) => wanted(entry.name))
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > MOST_INFLATED) throw inflatesTooFar(name, total)
  return new Map(entries.map((entry) => [entry.name, entry.read()]))
}

export const inflatesTooFar = (name: string, total: number): InputProblem =>
  new InputProblem(
    'too-large',
    `${name}：解压后有 ${Math.ceil(total / 1024 / 1024)} MB（上限 ${MOST_INFLATED / 1024 / 1024} MB），请拆成几个文件后再试`,
  )

/** The end record stands behind everything else but a comment of at most 64 K. */
function endOfDirectory({ bytes, data, name }: View): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 65_557; at--)
    if (bytes[at] === 0x50 && data.getUint32(at, true) === END) return at
  throw damaged(name)
}

const WIDE = 0xffffffff
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50

/** Where the directory begins; packages written as a stream say it in the wide record before the end. */
function directoryStart({ data, name }: View, end: number): number {
  const start = data.getUint32(end + 16, true)
  if (start !== WIDE) return start
  if (end < 20 || data.getUint32(end - 20, true) !== LOCATOR_64) throw damaged(name)
  const record = Number(data.getBigUint64(end - 12, true))
  if (record + 56 > data.byteLength || data.getUint32(record, true) !== END_64) throw damaged(name)
  return Number(data.getBigUint64(record + 48, true))
}

/** Sizes and place of an entry; those that read as all ones stand in its wide field, in this order. */
function wideNumbers(numbers: readonly number[], extra: Uint8Array, name: string): readonly number[] {
  if (!numbers.includes(WIDE)) return numbers
  const data = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  let at = 0
  while (at + 4 <= extra.length && data.getUint16(at, true) !== 1) at += 4 + data.getUint16(at + 2, true)
  at += 4
  return numbers.map((number) => {
    if (number !== WIDE) return number
    if (at + 8 > extra.length) throw damaged(name)
    at += 8
    return Number(data.getBigUint64(at - 8, true))
  })
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const chinese = new TextDecoder('gb18030')

/** Chinese systems write names in GB18030 without saying so. */
function entryName(raw: Uint8Array): string {
  try {
    return utf8.decode(raw)
  } catch {
    return chinese.decode(raw)
  }
}

function entryAt(
  { bytes, data, name }: View,
  at: number,
  raw: Uint8Array,
  extra: Uint8Array,
): Omit<ZipEntry, 'record'> {
  const flags = data.getUint16(at + 8, true)
  const method = data.getUint16(at + 10, true)
  const sum = data.getUint32(at + 16, true)
  const narrow = [24, 20, 42].map((field) => data.getUint32(at + field, true))
  const [size = 0, packed = 0, local = 0] = wideNumbers(narrow, extra, name)
  const kept = (): Uint8Array => {
    if ((flags & 1) === 1) throw new InputProblem('encrypted', `${name}：压缩包设有密码，请解除密码后再试`)
    if (local + 30 > bytes.length || data.getUint32(local, true) !== LOCAL) throw damaged(name)
    const from = local + 30 + data.getUint16(local + 26, true) + data.getUint16(local + 28, true)
    return bytes.subarray(from, from + packed)
  }
  const read = (): Uint8Array => {
    const content = inflated(kept(), method, size, name)
    if (content.length !== size || crc32(content) !== sum) throw damaged(name)
    return content
  }
  return { name: entryName(raw).replaceAll('\\', '/'), size, read, packed: kept }
}

function inflated(packed: Uint8Array, method: number, size: number, name: string): Uint8Array {
  if (method === 0) return packed
  if (method !== 8)
    throw new InputProblem('unknown-format', `${name}：压缩方式不常见（${method}），请解压后重新压缩为普通 ZIP`)
  if (size === 0) return new Uint8Array()
  if (size > MOST_INFLATED) throw inflatesTooFar(name, size)
  try {
    return inflateRawSync(packed, { maxOutputLength: size })
  } catch {
    throw damaged(name)
  }
}

const damaged = (name: string): InputProblem =>
  new InputProblem('not-readable', `${name}：文件不完整或已损坏，请重新下载或另存一份后再试`)
