// The thread documents are read and checked in: it can be stopped whatever it is busy with.
import { parentPort } from 'node:worker_threads'
import { Problem } from '../kernel/problem.ts'
import { annotateDocument } from './annotate-document.ts'
import { checkDocument } from './check-document.ts'
import type { ReadingAnswer, ReadingInput, ReadingTask } from './reading-pool.ts'

if (!parentPort) throw new Error('reading-worker.ts runs as a worker only')
const port = parentPort

type Asked = ReadingInput & { readonly task: ReadingTask }

port.on('message', async (input: Asked) => port.postMessage(await answer(input)))

async function answer({ task, ...input }: Asked): Promise<ReadingAnswer> {
  try {
    if (task === 'check') return { document: await checkDocument({}, input) }
    const { bytes } = await annotateDocument({}, input)
    return { file: { name: input.name, base64: Buffer.from(bytes).toString('base64') } }
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, message: error.message } }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
