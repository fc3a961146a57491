// The files of a backup: behind the tables, each as lines of base64 between its name and its sum.

import type { Tx } from './db.ts'
import { everyFile } from './evidence.ts'
import type { FileStore } from './files.ts'

const piece = 512 * 1024

export type FileLine =
  | { readonly file: string }
  | readonly [string]
  | { readonly rows: number; readonly sha256: string }

/** Every file some row names. One that is lost is left out and counted, so that the rest is saved all the same. */
export async function* fileLines(tx: Tx, files: FileStore, counts: Record<string, number>): AsyncGenerator<FileLine> {
  counts.file = 0
  counts.missing = 0
  let last = ''
  for (const { sha256 } of await everyFile(tx)) {
    if (sha256 === last) continue
    last = sha256
    const bytes = await files.get(sha256)
    if (bytes === undefined) {
      counts.missing++
      continue
    }
    yield { file: sha256 }
    let rows = 0
    for (let at = 0; at < bytes.length; at += piece) {
      yield [bytes.subarray(at, at + piece).toString('base64')]
      rows++
    }
    yield { rows, sha256 }
    counts.file++
  }
}

/** The bytes of one file of a backup, from its lines. */
export const fileOf = (pieces: readonly string[]): Buffer =>
  Buffer.concat(pieces.map((text) => Buffer.from(text, 'base64')))
