// A ZIP archive of documents: what is in it, each file inflated only when its turn comes.
import { InputProblem } from './input-problem.ts'
import { zipEntries } from './zip.ts'

/** `read` throws `InputProblem` where this file is damaged, locked or too large; the others stay readable. */
export type ArchivedFile = { readonly name: string; readonly read: () => Uint8Array }

const MOST_FILES = 2000
const MOST_INFLATED = 512 * 1024 * 1024
const LARGEST_FILE = 32 * 1024 * 1024

/** Files that systems and editors leave behind. */
const LEFT_BEHIND = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/i

export const isLeftBehind = (path: string): boolean => LEFT_BEHIND.test(path)

/** In the order of their names. Throws `InputProblem` for an archive that is damaged, empty or inflates too far. */
export function archivedFiles(bytes: Uint8Array, name: string): readonly ArchivedFile[] {
  const entries = zipEntries(bytes, name).filter((entry) => !entry.name.endsWith('/') && !isLeftBehind(entry.name))
  if (entries.length === 0) throw new InputProblem('empty', `${name}：压缩包里没有文件，请检查压缩包`)
  if (entries.length > MOST_FILES)
    throw new InputProblem(
      'too-large',
      `${name}：压缩包里有 ${entries.length} 个文件（上限 ${MOST_FILES}），请分几次处理`,
    )
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > MOST_INFLATED)
    throw new InputProblem(
      'too-large',
      `${name}：解压后有 ${megabytes(total)}（上限 ${megabytes(MOST_INFLATED)}），请分几次处理`,
    )
  return entries
    .toSorted((a, b) => byName(a.name, b.name))
    .map((entry) => ({ name: `${name}/${entry.name}`, read: () => readEntry(entry, `${name}/${entry.name}`) }))
}

/** 2 before 10. */
export const byName = (a: string, b: string): number => a.localeCompare(b, 'zh', { numeric: true })

function readEntry({ size, read }: { size: number; read: () => Uint8Array }, name: string): Uint8Array {
  if (size > LARGEST_FILE)
    throw new InputProblem('too-large', `${name}：文件超过 ${megabytes(LARGEST_FILE)}，请拆分后再试`)
  return read()
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`
