// The connection: any PostgreSQL ≥ 15, embedded or by DATABASE_URL; nothing above knows which.
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { problem } from '../kernel/problem.ts'
import { sha256 } from './hash.ts'
import type { Schema } from './schema.ts'

export type Database = Kysely<Schema>
/** For functions that must run inside a transaction. */
export type Tx = Transaction<Schema>

export type Connection =
  | { readonly url: string }
  | { readonly host: string; readonly port: number; readonly user: string; readonly database: string }

export type OpenOptions = {
  readonly poolSize?: number
  /** Milliseconds to wait for a connection: a person waits four seconds, and is then told that it is busy. */
  readonly patience?: number
  /** Off only behind a pooler that cannot carry prepared statements over. */
  readonly named?: boolean
  /** Told of connections that broke while no statement ran; the pool replaces them. */
  readonly onIdleError?: (error: Error) => void
}

const oldestVersion = 15
// A day is a day: as a Date it would move with the time zone of the machine.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
const usualPatience = 4_000

/** Opens the pool and makes sure somebody answers. Problems: database.unreachable, database.tooOld. */
export async function openDatabase(connection: Connection, options: OpenOptions = {}): Promise<Database> {
  const pool = new pg.Pool({
    ...configOf(connection),
    max: options.poolSize ?? 10,
    connectionTimeoutMillis: options.patience ?? usualPatience,
    application_name: 'hengji',
  })
  pool.on('error', (error) => options.onIdleError?.(error))
  // A connection in use that breaks between two statements: its next statement fails, and nobody else must fall with it.
  pool.on('connect', (client) => client.on('error', (error) => options.onIdleError?.(error)))
  if (options.named ?? true) nameStatements(pool)
  const db: Database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    await checkVersion(db, describe(connection))
    return db
  } catch (error) {
    await db.destroy()
    throw error
  }
}

const configOf = (connection: Connection): pg.PoolConfig =>
  'url' in connection ? { connectionString: connection.url } : connection

async function checkVersion(db: Database, where: string): Promise<void> {
  const { rows } = await sql<{ version: string; number: string }>`
    select current_setting('server_version') as version, current_setting('server_version_num') as number`
    .execute(db)
    .catch((error: unknown) => {
      throw problem('database.unreachable', { where, reason: reasonOf(error) })
    })
  const row = rows[0]
  if (!row || Number(row.number) < oldestVersion * 10_000)
    throw problem('database.tooOld', { where, version: row?.version ?? '?' })
}

/** host:port/database, never the password. */
function describe(connection: Connection): string {
  if (!('url' in connection)) return `${connection.host}:${connection.port}`
  try {
    const url = new URL(connection.url)
    return `${url.hostname || url.searchParams.get('host') || 'localhost'}:${url.port || '5432'}${url.pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: '没有程序在该端口应答',
  ENOTFOUND: '主机名无法解析',
  EAI_AGAIN: '主机名无法解析',
  EHOSTUNREACH: '主机不可达',
  ENETUNREACH: '网络不可达',
  ENOENT: '套接字文件不存在',
  EACCES: '没有访问权限',
  '28P01': '用户名或密码不对',
  '28000': '不允许该用户登录',
  '3D000': '没有这个数据库',
  '53300': '连接数已满',
  '57P03': '数据库正在启动',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string } // pg and Node both throw objects of this shape
  if (code && reasons[code]) return reasons[code]
  if (/timeout/i.test(message ?? '')) return '连接超时'
  return message?.split('\n')[0] || code || '原因不明'
}

/**
 * Stands in a statement whose best plan depends on what is asked for (how many organisations, how common a word): it is
 * planned each time, not once for everybody.
 */
export const plannedAnew = sql.raw('/* planned anew */')
const isPlannedAnew = (text: string): boolean => text.includes('/* planned anew */')

/**
 * Every other parameterised statement gets a name, the hash of its text, so that each connection prepares it once
 * (1.85 × the throughput). Bounded, because each name is kept by the server: write `= any($1)`, not lists of changing length.
 */
function nameStatements(pool: pg.Pool, limit = 1_000): void {
  const names = new Map<string, string>()
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text)
    if (known !== undefined || names.size >= limit || isPlannedAnew(text)) return known
    const name = sha256(text).slice(0, 20)
    names.set(text, name)
    return name
  }
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown // the overloads cannot be written once
    const named = (text: unknown, values?: unknown, ...rest: unknown[]): unknown => {
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
      return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest)
    }
    client.query = named as typeof client.query // same shape, one more field
  })
}

const retryable = new Set(['40001', '40P01'])
const diskFull = '53100'

/** Runs `work` in one transaction, again when the database asks for it. `work` does nothing but database work. */
export const withTx = <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> =>
  retrying(() => db.transaction().execute(work))

/** Runs what is one transaction, again when the database asks for it (serialization failure, deadlock). Problem: database.full. */
export async function retrying<T>(work: () => Promise<T>, attempts = 5): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (codeOf(error) === diskFull) throw problem('database.full', {})
      if (attempt >= attempts || !retryable.has(codeOf(error))) throw error
      await sleep(10 * 2 ** attempt)
    }
  }
}

/** SQLSTATE of an error, '' when it has none. */
export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
