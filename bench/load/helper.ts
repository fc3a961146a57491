// A part of the bench in a process of its own, so that it takes no time from the others' event loops.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Helper<Asked, Answered> = {
  readonly pid: number
  readonly ask: (asked: Asked) => Promise<Answered>
  /** Ends the work it does before its time; the answer comes as ever. */
  readonly stop: () => void
  readonly end: () => void
}

/** `file` stands beside this one and answers every message with one. */
export function helper<Asked extends object, Answered>(file: string): Helper<Asked, Answered> {
  const child = fork(join(import.meta.dirname, file), { serialization: 'advanced' })
  return {
    pid: child.pid ?? 0,
    ask: async (asked) => {
      const settled = new AbortController()
      const answered = Promise.race([
        once(child, 'message', settled),
        once(child, 'exit', settled).then(([code]) => Promise.reject(new Error(`${file} ended (${code})`))),
      ])
      child.send(asked)
      try {
        const [answer] = await answered
        return answer as Answered // the two files agree on it
      } finally {
        settled.abort() // or every question would leave a listener behind
      }
    },
    stop: () => child.send('stop'),
    end: () => child.disconnect(),
  }
}

export const quantile = (xs: readonly number[], share: number): number =>
  xs.toSorted((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * share))] ?? Number.NaN

/** One row of figures: how many, how many a second, and what they took (milliseconds). */
export const line = (what: string, took: readonly number[], seconds: number, note = ''): void =>
  console.log(
    `${what.padEnd(34)} ${String(took.length).padStart(6)}  ${(took.length / seconds).toFixed(1).padStart(7)} /s  ` +
      `p50 ${quantile(took, 0.5).toFixed(1)} ms  p95 ${quantile(took, 0.95).toFixed(1)} ms  p99 ${quantile(took, 0.99).toFixed(1)} ms  ${note}`.trimEnd(),
  )

/** `--name 5` → 5. */
export function option(name: string, usual: number): number {
  const at = process.argv.indexOf(`--${name}`)
  const given = at === -1 ? usual : Number(process.argv[at + 1])
  if (!Number.isFinite(given)) throw new Error(`--${name} takes a number`)
  return given
}
