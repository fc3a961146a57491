// Writes a result to the file the user named.
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { realpath, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { InputProblem } from '../documents/input-problem.ts'

/** Throws `InputProblem` where the output would take the place of the input. */
export async function refuseSameFile(path: string, to: string): Promise<void> {
  const from = await realpath(path).catch(() => null)
  if (from !== null && from === (await realpath(to).catch(() => null)))
    throw new InputProblem('not-readable', `${to}：输出文件与原文件相同，请换一个文件名`)
}

/** The file appears only when it is whole; a failure leaves what was there before. */
export async function save(to: string, bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
  const unfinished = join(dirname(to), `.${randomUUID()}.tmp`)
  try {
    await pipeline(Readable.from(bytes), createWriteStream(unfinished))
    await rename(unfinished, to)
  } catch (error) {
    await rm(unfinished, { force: true })
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error
    throw new InputProblem('not-readable', `${to}：不能写入（${code}），请检查目录是否存在、是否有写入权限`)
  }
}
