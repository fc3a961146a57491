// Has pages laid out in a process of its own, within bounds of time and memory.
import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { InputProblem } from '../input-problem.ts'

export type TypesettingTask = {
  readonly template: 'forms' | 'front'
  /** What the template prints. */
  readonly json: string
  /** `tagged` for screen readers, in a PDF that stands alone; `plain` to be put together; `none`: only places are asked for. */
  readonly pdf: 'tagged' | 'plain' | 'none'
}
export type Typeset = {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Page, from 1, each form begins on. */
  readonly starts: readonly number[]
  /** Form, row and page of marked rows. */
  readonly rows: readonly MarkedRow[]
}
export type MarkedRow = readonly [form: number, row: number, page: number]
export type TypesettingAnswer = Typeset | { readonly missing: string } | { readonly fault: string }

export type Typesetter = {
  /** Throws `InputProblem` where pages cannot be laid out on this machine or within the limits. */
  readonly typeset: (task: TypesettingTask) => Promise<Typeset>
  readonly close: () => void
}
export type TypesettingLimits = { readonly seconds: number; readonly megabytes: number }

const usual: TypesettingLimits = { seconds: 60, megabytes: 1024 }
const program = fileURLToPath(new URL('./typesetting-process.ts', import.meta.url))

/** Milliseconds between two looks at the memory of the process. */
const LOOK = 200

export function createTypesetter(limits: Partial<TypesettingLimits> = {}): Typesetter {
  const bounds = { ...usual, ...limits }
  let child: ChildProcess | null = null
  const close = (): void => {
    child?.kill('SIGKILL')
    child = null
  }
  const typeset = async (task: TypesettingTask): Promise<Typeset> => {
    child ??= fork(program, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] })
    try {
      return pagesOf(await ask(child, task, bounds))
    } catch (error) {
      close()
      throw error
    }
  }
  return { typeset, close }
}

function ask(child: ChildProcess, task: TypesettingTask, limits: TypesettingLimits): Promise<TypesettingAnswer> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer)
      clearInterval(watch)
      child.removeAllListeners()
      settle()
    }
    const refuse = (message: string): void => finish(() => reject(new InputProblem('too-large', message)))
    const timer = setTimeout(
      () => refuse(`排版超过 ${limits.seconds} 秒，已停止；请减少一次输出的表`),
      limits.seconds * 1000,
    )
    const watch = setInterval(async () => {
      if ((await megabytesOf(child)) > limits.megabytes)
        refuse(`排版占用内存超过 ${limits.megabytes} MB，已停止；请减少一次输出的表`)
    }, LOOK)
    child.once('message', (answer: TypesettingAnswer) => finish(() => resolve(answer)))
    child.once('error', (error) => finish(() => reject(error)))
    child.once('exit', (code, signal) =>
      finish(() => reject(new Error(`typesetting process ended: ${code ?? signal}`))),
    )
    child.send(task)
  })
}

/** Memory a process holds, where the system tells (Linux); else 0. */
async function megabytesOf({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024
}

function pagesOf(answer: TypesettingAnswer): Typeset {
  if ('pdf' in answer) return answer
  if ('missing' in answer)
    throw new InputProblem(
      'unknown-format',
      `本机（${process.platform} ${process.arch}）没有可用的 PDF 排版组件；请先输出 .docx，再用办公软件另存为 PDF`,
    )
  throw new Error(`typesetting failed: ${answer.fault}`)
}
