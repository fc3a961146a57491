// A real PostgreSQL for tests: one server, one migrated template, a clone of it for each test file.
//   const database = testDatabase()                     →  database.db inside the tests
//   const database = testDatabase({ copyOf: … })        →  the same, with what a filled one holds
// HENGJI_TEST_DATABASE_URL uses a server of your own instead of the embedded one.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { basename, join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { type Connection, type Database, openDatabase } from '../src/store/db.ts'
import { type Embedded, startEmbedded } from '../src/store/embedded.ts'
import { sha256 } from '../src/store/hash.ts'
import { migrate, schemaHash } from '../src/store/migrate.ts'
import { runPrefix } from './global-setup.ts'

export type TestDatabase = {
  readonly db: Database
  readonly connection: Connection
  readonly close: () => Promise<void>
}

type Server = { readonly connectionTo: (database: string) => Connection; readonly stop: () => Promise<void> }

const template = `tpl_${schemaHash.slice(0, 12)}`

/** A machine that runs all tests at once may let a connection wait for longer than a person would. */
export const patience = 60_000

type Options = {
  /** False: no table at all. */
  readonly migrated?: boolean
  /** Names the database to begin with, as `filledDatabase` answers it. */
  readonly copyOf?: () => Promise<string>
}

/** A database for the tests of one file, dropped after them. */
export function testDatabase(options: Options = {}): TestDatabase {
  let opened: TestDatabase | undefined
  beforeAll(async () => {
    opened = await freshDatabase(options)
  })
  afterAll(() => opened?.close())
  const get = (): TestDatabase => {
    if (!opened) throw new Error('the database is open only inside tests')
    return opened
  }
  return {
    get db() {
      return get().db
    },
    get connection() {
      return get().connection
    },
    close: () => get().close(),
  }
}

export async function freshDatabase(options: Options = {}): Promise<TestDatabase> {
  const { db, connection, close } = await openFresh(options)
  return { db, connection, close: () => close('drop') }
}

/** Fills a database that stays for this run, to be copied; answers its name with what `fill` made. */
export async function filledDatabase<T>(fill: (db: Database) => Promise<T>): Promise<{ name: string; made: T }> {
  const name = `kept_${runOf(inject('shared'))}_${randomBytes(4).toString('hex')}`
  const { db, close } = await openFresh({}, name)
  const made = await fill(db)
  await close('keep')
  return { name, made }
}

async function openFresh(
  { migrated = true, copyOf }: Options,
  name = `t_${process.pid}_${randomBytes(4).toString('hex')}`,
) {
  const server = await startServer()
  const from = copyOf ? await copyOf() : migrated ? await makeTemplate(server) : 'template0'
  await admin(server, (client) => client.query(`create database ${name} template ${from}`))
  const connection = server.connectionTo(name)
  const db = await openDatabase(connection, { poolSize: 4, patience })
  const close = async (then: 'drop' | 'keep') => {
    await db.destroy()
    if (then === 'drop') await admin(server, (client) => client.query(`drop database ${name} with (force)`))
    await server.stop()
  }
  return { db, connection, close }
}

async function startServer(): Promise<Server> {
  const url = process.env.HENGJI_TEST_DATABASE_URL
  if (url) return { connectionTo: (database) => ({ url: withDatabase(url, database) }), stop: async () => {} }
  const place = sha256(import.meta.dirname).slice(0, 8)
  const embedded: Embedded = await startEmbedded({
    dataDir: join(tmpdir(), `hengji-test-${userInfo().uid}-${place}`),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' },
  })
  const { connection, stop } = embedded
  return { connectionTo: (database) => ({ ...connection, database }), stop }
}

/** Built once for each state of the migrations; under another name until it is whole. Its name. */
async function makeTemplate(server: Server): Promise<string> {
  await admin(server, async (client) => {
    await client.query('select pg_advisory_lock(814)')
    await dropLeftOver(client)
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount) return
    await client.query(`drop database if exists ${template}_half with (force)`)
    await client.query(`create database ${template}_half template template0`)
    const db = await openDatabase(server.connectionTo(`${template}_half`))
    await migrate(db, new Date())
    await db.destroy()
    await client.query(`alter database ${template}_half rename to ${template}`)
  })
  return template
}

const runOf = (shared: string): string => basename(shared).slice(runPrefix.length)

/** What runs that are over kept. A server of your own may hold the databases of runs elsewhere. */
async function dropLeftOver(client: pg.Client): Promise<void> {
  if (process.env.HENGJI_TEST_DATABASE_URL) return
  const { rows } = await client.query<{ datname: string }>("select datname from pg_database where datname ~ '^kept_'")
  for (const { datname } of rows)
    if (!existsSync(join(tmpdir(), `${runPrefix}${datname.split('_')[1]}`)))
      await client.query(`drop database if exists ${datname} with (force)`)
}

async function admin(server: Server, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const connection = server.connectionTo('postgres')
  const client = new pg.Client('url' in connection ? { connectionString: connection.url } : connection)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}
