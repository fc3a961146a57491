import { backup, type Counts } from '../store/backup.ts'
import type { FileStore } from '../store/files.ts'
import type { Context } from './context.ts'

/** All data and files, as of one moment, in one file; others may go on working. */
export const backUp = (
  { db, now }: Context,
  { path, files }: { path: string; files?: FileStore | undefined },
): Promise<Counts> => backup(db, path, now(), files)
