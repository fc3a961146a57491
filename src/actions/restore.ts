import { type Counts, restore as restoreAll } from '../store/backup.ts'
import type { FileStore } from '../store/files.ts'
import type { Context } from './context.ts'

/** The data and files of a backup, into an empty database; over existing data only with `force`. */
export const restore = (
  { db, now }: Context,
  { path, force, files }: { path: string; force: boolean; files?: FileStore | undefined },
): Promise<Counts> => restoreAll(db, path, { now: now(), force, ...(files ? { files } : {}) })
