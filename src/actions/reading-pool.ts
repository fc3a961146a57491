// Reads and checks documents in threads of their own: a slow or hostile file never holds up the server, and can be cancelled.
import { Worker } from 'node:worker_threads'
import type { CheckedDocument, WrittenFile } from '../api/check.ts'
import type { ReportFormat } from '../documents/report/write-report.ts'
import { Problem, type ProblemCode, problem } from '../kernel/problem.ts'

export type ReadingInput = { readonly bytes: Uint8Array; readonly name: string; readonly profile?: string | undefined }
export type ReportingInput = ReadingInput & { readonly format: ReportFormat }
export type ReadingTask =
  | ({ readonly task: 'check' | 'annotate' } & ReadingInput)
  | ({ readonly task: 'report' } & ReportingInput)
export type ReadingAnswer =
  | { readonly document: CheckedDocument }
  | { readonly file: WrittenFile }
  | { readonly problem: { readonly code: ProblemCode; readonly message: string } }
  | { readonly fault: string }
/** What a thread tells: that it has begun with its task, then the answer. */
export type ReadingNews = { readonly begun: true } | ReadingAnswer

export type ReadingPool = {
  /** As `checkDocument`. Problems besides its own: document.tooSlow, document.tooComplex. Rejects when the signal aborts. */
  readonly check: (input: ReadingInput, signal?: AbortSignal) => Promise<CheckedDocument>
  /** As `annotateDocument`, with the same problems besides. */
  readonly annotate: (input: ReadingInput, signal?: AbortSignal) => Promise<WrittenFile>
  /** As `reportDocument`, with the same problems besides. */
  readonly report: (input: ReportingInput, signal?: AbortSignal) => Promise<WrittenFile>
  readonly close: () => Promise<void>
}

export type PoolLimits = {
  /** Threads at work at once; further documents wait their turn. */
  readonly threads: number
  /** Seconds one document may take, from when its thread begins with it: to start a thread is no fault of the document. */
  readonly seconds: number
  /** Megabytes of memory one thread may use. */
  readonly megabytes: number
}

const usual: PoolLimits = { threads: 2, seconds: 60, megabytes: 1024 }
const program = new URL('./reading-worker.ts', import.meta.url)

export function createReadingPool(limits: Partial<PoolLimits> = {}): ReadingPool {
  const { threads, seconds, megabytes } = { ...usual, ...limits }
  const idle: Worker[] = []
  const alive = new Set<Worker>()
  const waiting: (() => void)[] = []
  let busy = 0

  const start = (): Worker => {
    const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: megabytes } })
    worker.unref()
    alive.add(worker)
    worker.on('error', () => undefined) // while it works, `ask` listens; an idle one is simply replaced
    worker.once('exit', () => {
      alive.delete(worker)
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
    })
    return worker
  }
  const turn = async (signal: AbortSignal | undefined): Promise<void> => {
    if (busy < threads) {
      busy++
      return
    }
    await new Promise<void>((resolve) => waiting.push(resolve))
    if (signal?.aborted) {
      done()
      throw signal.reason
    }
  }
  /** Passes the turn on, or gives it back. */
  const done = (): void => {
    const next = waiting.shift()
    if (next) next()
    else busy--
  }
  const work = async (task: ReadingTask, signal?: AbortSignal): Promise<ReadingAnswer> => {
    signal?.throwIfAborted()
    await turn(signal)
    const worker = idle.pop() ?? start()
    try {
      const answer = await ask(worker, task, seconds, signal)
      idle.push(worker)
      return sound(answer)
    } catch (error) {
      if (!idle.includes(worker)) void worker.terminate()
      throw error
    } finally {
      done()
    }
  }
  const close = async (): Promise<void> => {
    await Promise.all([...alive].map((worker) => worker.terminate()))
  }
  return {
    check: async (input, signal) => {
      const answer = await work({ ...input, task: 'check' }, signal)
      if (!('document' in answer)) throw new Error('the thread did something else')
      return answer.document
    },
    annotate: async (input, signal) => fileOf(await work({ ...input, task: 'annotate' }, signal)),
    report: async (input, signal) => fileOf(await work({ ...input, task: 'report' }, signal)),
    close,
  }
}

function fileOf(answer: ReadingAnswer): WrittenFile {
  if (!('file' in answer)) throw new Error('the thread did something else')
  return answer.file
}

/** One document, one answer; rejects when the thread dies, takes too long or is no longer wanted. */
function ask(
  worker: Worker,
  input: ReadingTask,
  seconds: number,
  signal: AbortSignal | undefined,
): Promise<ReadingAnswer> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      worker.removeListener('message', onMessage)
      worker.removeListener('error', onError)
      signal?.removeEventListener('abort', onAbort)
      settle()
    }
    let timer: NodeJS.Timeout | undefined
    const onMessage = (news: ReadingNews) => {
      if (!('begun' in news)) return finish(() => resolve(news))
      const tooSlow = () => reject(problem('document.tooSlow', { name: input.name, seconds }))
      timer = setTimeout(() => finish(tooSlow), seconds * 1000)
    }
    const onError = (error: { code?: string }) =>
      finish(() =>
        reject(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? problem('document.tooComplex', { name: input.name }) : error,
        ),
      )
    const onAbort = () => finish(() => reject(signal?.reason))
    worker.on('message', onMessage)
    worker.on('error', onError)
    signal?.addEventListener('abort', onAbort)
    worker.postMessage(input)
  })
}

function sound(answer: ReadingAnswer): ReadingAnswer {
  if ('problem' in answer) throw new Problem(answer.problem.code, answer.problem.message)
  if ('fault' in answer) throw new Error(answer.fault)
  return answer
}
