import { type Counts, restore as restoreAll } from '../store/backup.ts'
import type { Context } from './context.ts'

/** The data of a backup file, into an empty database; over existing data only with `force`. */
export const restore = ({ db, now }: Context, { path, force }: { path: string; force: boolean }): Promise<Counts> =>
  restoreAll(db, path, { now: now(), force })
