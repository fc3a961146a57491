// A large file is read in a thread of its own, so that the person waiting can be told that it is still being read.
import { checkDocument } from '../actions/check-document.ts'
import { createReadingPool } from '../actions/reading-pool.ts'
import type { CheckedDocument } from '../api/check.ts'
import { type ReadDocument, readDocument } from '../documents/read-document.ts'
import { say } from './outcome.ts'

/** Smaller ones are done before a thread has started. */
const large = 300_000
/** A word every so many seconds. */
const every = 5
/** Nobody else waits for this machine: longer than the server allows. */
const limits = { threads: 1, seconds: 900, megabytes: 4096 }

type File = { readonly bytes: Uint8Array; readonly name: string }

/** As `readDocument`, with progress on standard error where it takes long. */
export async function readFile(file: File): Promise<ReadDocument> {
  if (file.bytes.length < large) return readDocument(file.bytes, file.name)
  const { source, forms, notes } = await inThread(file)
  const document = { source, forms: forms.map(({ form }) => form) }
  return notes.length > 0 ? { ...document, notes } : document
}

/** As `checkDocument`, with progress on standard error where it takes long. */
export const checkFile = async (file: File & { readonly profile?: string | undefined }): Promise<CheckedDocument> =>
  file.bytes.length < large ? checkDocument({}, file) : inThread(file)

async function inThread(file: File & { readonly profile?: string | undefined }): Promise<CheckedDocument> {
  const pool = createReadingPool(limits)
  let seconds = 0
  const progress = setInterval(() => {
    seconds += every
    say(`正在读取 ${file.name}，已用 ${seconds} 秒…（Ctrl+C 取消）`)
  }, every * 1000)
  try {
    return await pool.check(file)
  } finally {
    clearInterval(progress)
    await pool.close()
  }
}
