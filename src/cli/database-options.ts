// The options of every command that works on the stored data.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { connect } from '../actions/connect.ts'
import type { Context } from '../actions/context.ts'
import { InputProblem } from '../documents/input-problem.ts'

export type DatabaseOptions = { readonly data?: string }

const checkout = join(import.meta.dirname, '..', '..')

export const withDatabaseOptions = (command: Command): Command =>
  command.option('--data <目录>', '数据目录（默认为程序目录下的 .hengji；设了 DATABASE_URL 则不用）')

export const placeOf = ({ data }: DatabaseOptions) => ({
  dataDir: resolve(data?.replace(/^~(?=\/|$)/, homedir()) ?? join(checkout, '.hengji')),
  databaseUrl: process.env.DATABASE_URL || undefined,
})

/** Opens the database, does the work, and lets go of it whatever happens. */
export async function onDatabase<T>(options: DatabaseOptions, work: (context: Context) => Promise<T>): Promise<T> {
  const { context, close } = await connect({ ...placeOf(options), log: { info: () => {} } })
  try {
    return await work(context)
  } finally {
    await close()
  }
}

/** `onDatabase` for work that needs data already there: a mistyped folder must not become an empty, faultless database. */
export async function onStoredData<T>(options: DatabaseOptions, work: (context: Context) => Promise<T>): Promise<T> {
  const { dataDir, databaseUrl } = placeOf(options)
  if (!databaseUrl && !existsSync(dataDir))
    throw new InputProblem('not-found', `${dataDir}：数据目录不存在，请检查 --data。`)
  return onDatabase(options, work)
}
