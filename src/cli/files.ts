// Opens the files a command is given; one bad file never stops the others.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { InputProblem } from '../documents/input-problem.ts'
import { MAXIMUM_BYTES } from '../documents/read-document.ts'
import { outcomeOf, type Status, say } from './outcome.ts'

/** The bytes of a file, refused before reading when it is missing, a folder or too large. */
export async function openFile(path: string): Promise<{ bytes: Uint8Array; name: string }> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new InputProblem('not-found', `${path}：文件不存在，请检查路径。`)
  if (!found.isFile()) throw new InputProblem('not-found', `${path}：不是文件，请给出一个文件。`)
  if (found.size > MAXIMUM_BYTES)
    throw new InputProblem('too-large', `${path}：文件超过 ${MAXIMUM_BYTES / 1024 / 1024} MB，请拆分后再试。`)
  const bytes = await readFile(path).catch(() => {
    throw new InputProblem('not-readable', `${path}：没有读取权限，请检查文件权限。`)
  })
  return { bytes, name: basename(path) }
}

/** Runs `each` on every file; says what went wrong where, and returns the results and the worst status. */
export async function overFiles<T>(
  paths: readonly string[],
  each: (file: { bytes: Uint8Array; name: string }) => Promise<T>,
): Promise<{ results: T[]; status: Status }> {
  const results: T[] = []
  let status: Status = 0
  for (const path of paths) {
    try {
      results.push(await each(await openFile(path)))
    } catch (error) {
      const outcome = outcomeOf(error)
      say(outcome.line)
      if (outcome.status > status) status = outcome.status
    }
  }
  return { results, status }
}
