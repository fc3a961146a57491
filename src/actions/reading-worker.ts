// The thread documents are read and checked in: it can be stopped whatever it is busy with.
import { parentPort } from 'node:worker_threads'
import { Problem } from '../kernel/problem.ts'
import { annotateDocument } from './annotate-document.ts'
import { checkDocument } from './check-document.ts'
import type { ReadingAnswer, ReadingNews, ReadingTask } from './reading-pool.ts'
import { reportDocument } from './write-report.ts'

if (!parentPort) throw new Error('reading-worker.ts runs as a worker only')
const port = parentPort

port.on('message', async (asked: ReadingTask) => {
  const begun: ReadingNews = { begun: true }
  port.postMessage(begun)
  port.postMessage(await answer(asked))
})

async function answer(asked: ReadingTask): Promise<ReadingAnswer> {
  try {
    if (asked.task === 'check') return { document: await checkDocument({}, asked) }
    if (asked.task === 'report') {
      const name = asked.name.replace(/(\.[^.]*)?$/, `-审核报告.${asked.format}`)
      return fileAnswer(name, await reportDocument({}, asked))
    }
    return fileAnswer(asked.name, (await annotateDocument({}, asked)).bytes)
  } catch (error) {
    if (error instanceof Problem) return { problem: { code: error.code, message: error.message } }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

const fileAnswer = (name: string, bytes: Uint8Array): ReadingAnswer => ({
  file: { name, base64: Buffer.from(bytes).toString('base64') },
})
