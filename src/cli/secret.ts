// Secrets are typed or piped in, never given as arguments: those stand in the shell's history and the list of processes.
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { InputProblem } from '../documents/input-problem.ts'

/** One line of standard input for each prompt; at a terminal it is asked for and not shown. */
export async function secrets(...prompts: readonly string[]): Promise<readonly string[]> {
  const terminal = process.stdin.isTTY
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: unseen, terminal })
  const next = lines[Symbol.asyncIterator]()
  const given: string[] = []
  for (const prompt of prompts) {
    if (terminal) process.stderr.write(`${prompt}：`)
    const { value, done } = await next.next()
    if (terminal) process.stderr.write('\n')
    if (done || value === '')
      throw new InputProblem('empty', `没有给出${prompts.join('、')}。请在提示后输入，或一行一个从标准输入送入。`)
    given.push(value)
  }
  lines.close()
  return given
}
