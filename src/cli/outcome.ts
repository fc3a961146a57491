// Exit statuses and messages of every command. Results go to standard output, everything else to standard error.
import { z } from 'zod'
import { InputProblem } from '../documents/input-problem.ts'
import { Problem } from '../kernel/problem.ts'

/** 0 done · 1 findings of severity error, or a comparison that fails · 2 the input cannot be used · 3 a fault of the program. */
export type Status = 0 | 1 | 2 | 3

export const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
export const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))

/** The sentence for the user and the status for the shell; a stack only for faults, and only when asked for. */
export function outcomeOf(error: unknown): { status: Status; line: string } {
  if (error instanceof InputProblem) return { status: 2, line: error.message }
  if (error instanceof Problem) return { status: 2, line: [error.message, ...detailsOf(error)].join('\n') }
  if (error instanceof z.ZodError)
    return { status: 2, line: error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`).join('；') }
  const message = error instanceof Error ? error.message : String(error)
  const stack = process.env.HENGJI_DEBUG && error instanceof Error ? `\n${error.stack}` : ''
  return { status: 3, line: `程序内部错误：${message}（设 HENGJI_DEBUG=1 可看详情）${stack}` }
}

const most = 20

/** What a refusal says of each place, where the sentence names only the first of several. */
function detailsOf({ errors }: Problem): readonly string[] {
  if (errors.length < 2) return []
  const shown = errors.slice(0, most).map(({ message }) => `  · ${message}`)
  return errors.length > most ? [...shown, `  另有 ${errors.length - most} 处。`] : shown
}
