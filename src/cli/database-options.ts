// The options of every command that works on the stored data.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { connect } from '../actions/connect.ts'
import type { Context } from '../actions/context.ts'
import { type FileStore, filesIn, filesInS3 } from '../actions/file-store.ts'
import { actorOfToken } from '../actions/identify.ts'
import { InputProblem } from '../documents/input-problem.ts'
import { problem } from '../kernel/problem.ts'
import { effective, type Values } from './settings.ts'

export type DatabaseOptions = { readonly data?: string; readonly config?: string }

export const withDatabaseOptions = (command: Command): Command =>
  command
    .option('--data <目录>', '数据目录（默认为程序目录下的 .hengji；设了 DATABASE_URL 则只放文件）')
    .option('--config <文件>', '配置文件（默认为当前目录的 hengji.config.json）')

export function placeOf(options: DatabaseOptions) {
  const { values } = effective(options)
  return { dataDir: values.data ?? '', databaseUrl: values.databaseUrl }
}

/** Where files are kept: in the object store where one is set, else in the data directory. */
export function filesOf(values: Values): FileStore {
  const endpoint = values['s3.endpoint']
  if (endpoint === undefined) return filesIn(join(values.data ?? '', 'files'))
  return filesInS3({
    endpoint,
    bucket: values['s3.bucket'] ?? 'hengji',
    accessKeyId: values['s3.accessKeyId'] ?? '',
    secretAccessKey: values['s3.secretAccessKey'] ?? '',
    region: values['s3.region'] ?? 'us-east-1',
  })
}

/**
 * Opens the database, does the work, and lets go of it whatever happens. Whoever gives a token acts as its person, with
 * no more than that person may do; without one it is the person at this machine. Problem: token.refused.
 */
export async function onDatabase<T>(
  { keepSchema = false, ...options }: DatabaseOptions & { keepSchema?: boolean },
  work: (context: Context) => Promise<T>,
): Promise<T> {
  const { context, close } = await connect({ ...placeOf(options), keepSchema, log: { info: () => {} } })
  try {
    return await work(await asBearer(context, effective(options).values.token))
  } finally {
    await close()
  }
}

async function asBearer(context: Context, token: string | undefined): Promise<Context> {
  if (token === undefined) return context
  const actor = await actorOfToken(context, token)
  if (actor === undefined) throw problem('token.refused', {})
  return { ...context, actor }
}

/** `onDatabase` for work that needs data already there: a mistyped folder must not become an empty, faultless database. */
export async function onStoredData<T>(options: DatabaseOptions, work: (context: Context) => Promise<T>): Promise<T> {
  const { dataDir, databaseUrl } = placeOf(options)
  if (!databaseUrl && !existsSync(dataDir))
    throw new InputProblem('not-found', `${dataDir}：数据目录不存在，请检查 --data。`)
  return onDatabase(options, work)
}
