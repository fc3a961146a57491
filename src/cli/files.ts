// Opens the files a command is given, folders and archives file by file; one bad file never stops the others.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { archivedFiles, byName, isLeftBehind } from '../documents/archive.ts'
import { fileType } from '../documents/file-type.ts'
import { InputProblem } from '../documents/input-problem.ts'
import { MAXIMUM_BYTES } from '../documents/read-document.ts'
import { outcomeOf, type Status, say } from './outcome.ts'

export type OpenedFile = { readonly bytes: Uint8Array; readonly name: string }

const MOST_FILES = 20_000

/** The bytes of a file, refused before reading when it is missing, a folder or too large. */
export async function openFile(path: string, name: string = basename(path)): Promise<OpenedFile> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new InputProblem('not-found', `${path}：文件不存在，请检查路径。`)
  if (!found.isFile()) throw new InputProblem('not-found', `${path}：不是文件，请给出一个文件。`)
  if (found.size > MAXIMUM_BYTES)
    throw new InputProblem('too-large', `${path}：文件超过 ${MAXIMUM_BYTES / 1024 / 1024} MB，请拆分后再试。`)
  const bytes = await readFile(path).catch(() => {
    throw new InputProblem('not-readable', `${path}：没有读取权限，请检查文件权限。`)
  })
  return { bytes, name }
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )

/** The files of a folder and the folders in it, in the order of their names. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new InputProblem('not-readable', `${folder}：没有读取权限，请检查文件夹权限。`)
  })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isLeftBehind(relative(folder, path).split(sep).join('/')))
  if (paths.length === 0) throw new InputProblem('empty', `${folder}：文件夹里没有文件，请检查路径。`)
  if (paths.length > MOST_FILES)
    throw new InputProblem('too-large', `${folder}：文件夹里有 ${paths.length} 个文件，请分几次处理。`)
  return paths.toSorted(byName)
}

/**
 * Runs `each` on every file; says what went wrong where, and returns the results and the worst status. `several` is
 * true where more than one file was asked for: several paths, a folder or an archive. An archive in an archive is not
 * opened.
 */
export async function overFiles<T>(
  paths: readonly string[],
  each: (file: OpenedFile) => Promise<T>,
): Promise<{ results: T[]; status: Status; several: boolean }> {
  const results: T[] = []
  let status: Status = 0
  let several = paths.length > 1
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      const outcome = outcomeOf(error)
      say(outcome.line)
      if (outcome.status > status) status = outcome.status
    }
  }
  const take = async (file: OpenedFile): Promise<void> => {
    results.push(await each(file))
  }
  const takeFile = async (path: string, name: string): Promise<void> => {
    const file = await openFile(path, name)
    if (fileType(file.bytes) !== 'zip') return take(file)
    several = true
    for (const { name, read } of archivedFiles(file.bytes, file.name))
      await attempt(async () => take({ bytes: read(), name }))
  }
  const takeFolder = async (folder: string): Promise<void> => {
    several = true
    for (const path of await filesIn(folder))
      await attempt(() => takeFile(path, join(basename(resolve(folder)), relative(folder, path))))
  }
  for (const path of paths)
    await attempt(async () => ((await isFolder(path)) ? takeFolder(path) : takeFile(path, basename(path))))
  return { results, status, several }
}
