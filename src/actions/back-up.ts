import { backup, type Counts } from '../store/backup.ts'
import type { Context } from './context.ts'

/** All data, as of one moment, in one file; others may go on working. */
export const backUp = ({ db, now }: Context, { path }: { path: string }): Promise<Counts> => backup(db, path, now())
