// Files by their content: a name is the SHA-256 of the bytes, so the same file is kept once and a changed one is found.
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { problem } from '../kernel/problem.ts'
import { codeOf } from './db.ts'
import { sha256 } from './hash.ts'

export type FileStore = {
  /** Keeps the bytes before it answers, and answers their name. */
  readonly put: (bytes: Uint8Array) => Promise<string>
  /** undefined where there is none of this name. */
  readonly get: (name: string) => Promise<Buffer | undefined>
}

/** Below a folder: files/ab/cdef…. A file appears whole or not at all, and is on the disk before `put` answers. */
export function filesIn(folder: string): FileStore {
  const pathOf = (name: string): string => join(folder, name.slice(0, 2), name.slice(2))
  return {
    put: async (bytes) => {
      const name = sha256(bytes)
      const path = pathOf(name)
      const known = await readFile(path).catch(absent)
      if (known === undefined || sha256(known) !== name) await writeWhole(path, bytes)
      return name
    },
    get: (name) => readFile(pathOf(name)).catch(absent),
  }
}

function absent(error: unknown): undefined {
  if (codeOf(error) === 'ENOENT') return undefined
  throw error
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const half = `${path}.${randomUUID()}.part`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(half, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(half, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await rm(half, { force: true })
    if (['EACCES', 'EROFS', 'ENOSPC', 'EDQUOT'].includes(codeOf(error)))
      throw problem('files.notWritable', { reason: codeOf(error) === 'ENOSPC' ? '磁盘已满' : '没有写入权限' })
    throw error
  }
}

/** So that the new name survives a power failure; Windows opens no folders and needs none of it. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

/** Where no place for files is configured. Problem: files.absent. */
export const noFiles: FileStore = {
  put: async () => {
    throw problem('files.absent', {})
  },
  get: async () => {
    throw problem('files.absent', {})
  },
}
