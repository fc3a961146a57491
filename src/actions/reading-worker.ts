// The thread documents are read and checked in: it can be stopped whatever it is busy with.
import { parentPort } from 'node:worker_threads'
import { Problem } from '../kernel/problem.ts'
import { checkDocument } from './check-document.ts'
import type { ReadingAnswer, ReadingInput } from './reading-pool.ts'

if (!parentPort) throw new Error('reading-worker.ts runs as a worker only')
const port = parentPort

port.on('message', async (input: ReadingInput) => port.postMessage(await answer(input)))

async function answer(input: ReadingInput): Promise<ReadingAnswer> {
  try {
    return { document: await checkDocument({}, input) }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, message: error.message } }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
