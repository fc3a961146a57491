// A backup, and what is known of the last one: whoever answers for the system sees whether there is any.
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import type { Backups } from '../api/health.ts'
import { Problem } from '../kernel/problem.ts'
import { backup, type Counts } from '../store/backup.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import type { FileStore } from '../store/files.ts'
import * as settings from '../store/settings.ts'
import { type Context, stampOf } from './context.ts'

const Done = z.object({ at: z.iso.datetime(), name: z.string(), bytes: z.int(), forms: z.int(), files: z.int() })
const Failed = z.object({ at: z.iso.datetime(), name: z.string(), reason: z.string() })
const doneName = 'backup.done'
const failedName = 'backup.failed'

/** All data and files, as of one moment, in one file; others may go on working. */
export async function backUp(
  context: Context,
  { path, files }: { path: string; files?: FileStore | undefined },
): Promise<Counts> {
  const at = context.now()
  const told = { at: at.toISOString(), name: basename(path) }
  try {
    const counts = await backup(context.db, path, at, files)
    const { size } = await stat(path)
    const done = { ...told, bytes: size, forms: counts.form ?? 0, files: counts.file ?? 0 }
    await remember(context, doneName, done)
    return counts
  } catch (error) {
    // where the database is what failed, nothing can be noted in it: the first fault is the one to tell
    await remember(context, failedName, { ...told, reason: reasonOf(error) }).catch(() => undefined)
    throw error
  }
}

const reasonOf = (error: unknown): string => {
  if (error instanceof Problem) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满',
  EACCES: '没有写入的权限',
  EPERM: '没有写入的权限',
  EROFS: '目标磁盘只读',
  ENOENT: '目标文件夹不存在',
}

async function remember(context: Context, name: string, details: object): Promise<void> {
  await withTx(context.db, async (tx) => {
    const stamp = stampOf(context)
    await settings.save(tx, name, details, stamp)
    await events.record(
      tx,
      { name: name === doneName ? 'backup.run' : 'backup.fail', subject: 'backup', details },
      stamp,
    )
  })
}

/** The last backup that came to its end, and the last that did not where none was made since. */
export async function getBackups({ db }: Context): Promise<Backups> {
  const done = Done.safeParse(await settings.load(db, doneName)).data ?? null
  const failed = Failed.safeParse(await settings.load(db, failedName)).data ?? null
  return { done, failed: failed !== null && (done === null || done.at < failed.at) ? failed : null }
}
