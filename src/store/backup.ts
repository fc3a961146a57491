// All data in one file: readable by any tool that knows gzip and JSON, the same from embedded to server and back.
//
//   gzip of lines: {"format":"hengji-backup",…}  then for each table {"table":…,"columns":[…]}, one JSON array of texts
//   a row, {"rows":…,"sha256":…}  for each file {"file":…}, its pieces, its sum  and at the end {"end":true}
import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem, problem } from '../kernel/problem.ts'
import { fileLines, fileOf } from './backup-files.ts'
import { codeOf, type Database, type Tx } from './db.ts'
import { type FileStore, noFiles } from './files.ts'
import { sha256 } from './hash.ts'
import { type Migration, migrateWithin, migrations, prepareMigrations } from './migrate.ts'
import type { Schema } from './schema.ts'

const Header = z.object({
  format: z.literal('hengji-backup'),
  version: z.literal(1),
  at: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256: z.string() })),
})
const Line = z.union([
  z.array(z.string().nullable()),
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ rows: z.int(), sha256: z.string() }),
  z.object({ file: z.string() }),
  z.object({ end: z.literal(true) }),
])

/** In the order in which they may be filled, with their keys. `migration` is not among them: the header carries it. */
const keys = {
  document: ['id'],
  // a parent's path is the beginning of its children's
  organisation: ['path'],
  organisation_change: ['organisation_id', 'effective_on', 'id'],
  person: ['id'],
  role_grant: ['id'],
  session: ['id'],
  token: ['id'],
  sign_in_failure: ['login_sha256'],
  password_history: ['person_id', 'replaced_at'],
  recovery_code: ['person_id', 'sha256'],
  setting: ['name'],
  project: ['id'],
  project_fund: ['project_id', 'year', 'source'],
  cycle: ['id'],
  task: ['id'],
  task_organisation: ['task_id', 'organisation_id'],
  form: ['region', 'year', 'id'],
  form_version: ['region', 'year', 'form_id', 'number'],
  document_form: ['document_id', 'position'],
  indicator_fact: ['region', 'year', 'form_id', 'position'],
  fund_fact: ['region', 'year', 'form_id', 'position'],
  filing: ['created_at', 'id'],
  filing_assignment: ['filing_id', 'person_id', 'purpose'],
  filing_step: ['filing_id', 'number'],
  filing_review: ['filing_id', 'form_version', 'step', 'person_id'],
  comment: ['at', 'id'],
  evidence: ['id'],
  job: ['id'],
  job_item: ['job_id', 'number'],
  idempotent_request: ['actor', 'key'],
  saved_search: ['id'],
  event_head: ['region'],
  event: ['region', 'number'],
} as const satisfies Record<Exclude<keyof Schema, 'migration'>, readonly string[]>
type Table = keyof typeof keys
const tables = Object.keys(keys) as Table[] // the names written above
/** Rows fetched at once; a document can be tens of megabytes. */
const fetched = (table: string): number => (table === 'document' ? 1 : 500)

export type Counts = Readonly<Record<string, number>>

/** Writes everything, as of one moment, while others go on working. The file appears only when it is whole. */
export async function backup(db: Database, path: string, now: Date, files?: FileStore): Promise<Counts> {
  const half = `${path}.part`
  const counts: Record<string, number> = {}
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) =>
        pipeline(
          Readable.from(linesOf(tx, now, counts, files)),
          createGzip(),
          createWriteStream(half, { mode: 0o600 }),
        ),
      )
    await rename(half, path)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
  return counts
}

async function* linesOf(
  tx: Tx,
  now: Date,
  counts: Record<string, number>,
  files: FileStore | undefined,
): AsyncGenerator<string> {
  await plainText(tx)
  const applied = await tx.selectFrom('migration').select(['name', 'sha256']).orderBy('name').execute()
  yield line({ format: 'hengji-backup', version: 1, at: now.toISOString(), migrations: applied })
  for (const table of tables) {
    const columns = [...(await columnTypes(tx, table)).keys()]
    yield line({ table, columns })
    const hash = createHash('sha256')
    let rows = 0
    for await (const row of rowsOf(tx, table, columns)) {
      const text = line(row)
      hash.update(text)
      rows++
      yield text
    }
    counts[table] = rows
    yield line({ rows, sha256: hash.digest('hex') })
  }
  if (files) for await (const told of fileLines(tx, files, counts)) yield line(told)
  yield line({ end: true })
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

/** Values as text must not depend on the settings of a server. */
async function plainText(tx: Tx): Promise<void> {
  await sql`set local timezone = 'UTC'`.execute(tx)
  await sql`set local datestyle = 'ISO'`.execute(tx)
  await sql`set local bytea_output = 'hex'`.execute(tx)
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx)
}

async function* rowsOf(tx: Tx, table: Table, columns: readonly string[]): AsyncGenerator<(string | null)[]> {
  const texts = sql.join(columns.map((name) => sql`${sql.ref(`t.${name}`)}::text as ${sql.ref(name)}`))
  const order = sql.join(keys[table].map((name) => sql.ref(`t.${name}`)))
  await sql`declare rows_of cursor for select ${texts} from ${sql.table(table)} as t order by ${order}`.execute(tx)
  for (;;) {
    const { rows } = await sql<Record<string, string | null>>`fetch ${sql.lit(fetched(table))} from rows_of`.execute(tx)
    if (rows.length === 0) break
    for (const row of rows) yield columns.map((name) => row[name] ?? null)
  }
  await sql`close rows_of`.execute(tx)
}

/** Column → SQL type, in the order of the table. */
async function columnTypes(tx: Tx, table: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped order by attnum`.execute(tx)
  return new Map(rows.map(({ name, type }) => [name, type]))
}

export type RestoreOptions = {
  readonly now: Date
  /** Replace what is there. */
  readonly force?: boolean
  /** Where the files of the backup go; a backup with files cannot be restored without. */
  readonly files?: FileStore
}

/**
 * Fills the database from a backup, all or nothing: the tables are made anew as they were when the backup was taken,
 * filled, then brought to the program's schema. Problems: database.notEmpty, database.newer, backup.unusable.
 */
export async function restore(
  db: Database,
  path: string,
  { now, force = false, files = noFiles }: RestoreOptions,
): Promise<Counts> {
  await prepareMigrations(db)
  return db
    .transaction()
    .execute(async (tx) => {
      await plainText(tx)
      if (!force) await refuseIfFilled(tx)
      const lines = createInterface({ input: openBackup(path), crlfDelay: Number.POSITIVE_INFINITY })
      return fill(tx, lines[Symbol.asyncIterator](), now, files)
    })
    .catch((error: unknown) => {
      if (error instanceof Problem) throw error
      throw problem('backup.unusable', { path, reason: reasonOf(error) })
    })
}

function openBackup(path: string): Readable {
  const file = createReadStream(path)
  const unpacked = createGunzip()
  file.on('error', (error) => unpacked.destroy(error))
  return file.pipe(unpacked)
}

async function refuseIfFilled(tx: Tx): Promise<void> {
  const { rows } = await sql<{ filled: boolean }>`select to_regclass('form') is not null as filled`.execute(tx)
  if (!rows[0]?.filled) return
  const { count } = await tx.selectFrom('form').select(sql<string>`count(*)`.as('count')).executeTakeFirstOrThrow()
  if (count !== '0') throw problem('database.notEmpty', { count })
}

class Broken extends Error {}

async function fill(tx: Tx, lines: AsyncIterator<string>, now: Date, files: FileStore): Promise<Counts> {
  const header = Header.safeParse(await next(lines))
  if (!header.success) throw new Broken('不是本系统的备份')
  await remakeTables(tx, header.data.migrations, now)
  const counts: Record<string, number> = {}
  for (;;) {
    const start = Line.parse(await next(lines))
    if ('end' in start) break
    if ('file' in start) {
      await restoreFile(lines, start.file, files)
      counts.file = (counts.file ?? 0) + 1
      continue
    }
    if (!('table' in start)) throw new Broken('格式不对')
    counts[start.table] = await fillTable(tx, lines, start.table, start.columns)
  }
  await migrateWithin(tx, now, migrations)
  return counts
}

/** Kept before the tables are there to name it; where the restore fails nobody names it. */
async function restoreFile(lines: AsyncIterator<string>, name: string, files: FileStore): Promise<void> {
  const pieces: string[] = []
  for (;;) {
    const row = Line.parse(await next(lines))
    if (!Array.isArray(row)) {
      if (!('rows' in row) || row.rows !== pieces.length || row.sha256 !== name)
        throw new Broken('校验和不符，文件已损坏')
      const bytes = fileOf(pieces)
      if (sha256(bytes) !== name) throw new Broken('校验和不符，文件已损坏')
      await files.put(bytes)
      return
    }
    pieces.push(row[0] ?? '')
  }
}

async function next(lines: AsyncIterator<string>): Promise<unknown> {
  const { value, done } = await lines.next()
  if (done) throw new Broken('文件不完整')
  try {
    return JSON.parse(value)
  } catch {
    throw new Broken('不是本系统的备份')
  }
}

/** The tables as they were at the time of the backup, empty. */
async function remakeTables(tx: Tx, applied: z.infer<typeof Header>['migrations'], now: Date): Promise<void> {
  const known: Migration[] = applied.map(({ name, sha256 }) => {
    const own = migrations.find((m) => m.name === name)
    if (!own) throw problem('database.newer', { migration: name })
    if (own.sha256 !== sha256) throw problem('database.altered', { migration: name })
    return own
  })
  for (const table of [...tables].reverse()) await sql`drop table if exists ${sql.table(table)}`.execute(tx)
  await tx.deleteFrom('migration').execute()
  await migrateWithin(tx, now, known)
}

async function fillTable(
  tx: Tx,
  lines: AsyncIterator<string>,
  table: string,
  columns: readonly string[],
): Promise<number> {
  const types = await columnTypes(tx, table)
  if (!tables.some((known) => known === table) || columns.some((name) => !types.has(name)))
    throw new Broken(`没有表 ${table} 或它的列`)
  const hash = createHash('sha256')
  let waiting: (string | null)[][] = []
  let count = 0
  const flush = async () => {
    await insertTexts(tx, table, columns, types, waiting)
    waiting = []
  }
  for (;;) {
    const row = Line.parse(await next(lines))
    if (!Array.isArray(row)) {
      await flush()
      checkSum(row, count, hash)
      return count
    }
    hash.update(line(row))
    waiting.push(row)
    count++
    if (waiting.length >= fetched(table)) await flush()
  }
}

function checkSum(end: Exclude<z.infer<typeof Line>, unknown[]>, count: number, hash: Hash): void {
  if (!('rows' in end) || end.rows !== count || end.sha256 !== hash.digest('hex'))
    throw new Broken('校验和不符，文件已损坏')
}

async function insertTexts(
  tx: Tx,
  table: string,
  columns: readonly string[],
  types: ReadonlyMap<string, string>,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  if (rows.length === 0) return
  const names = sql.join(columns.map((name) => sql.ref(name)))
  const values = sql.join(columns.map((name) => sql`${sql.ref(name)}::${sql.raw(types.get(name) ?? 'text')}`))
  const arrays = sql.join(columns.map((_, i) => sql`${rows.map((row) => row[i] ?? null)}::text[]`))
  await sql`insert into ${sql.table(table)} (${names}) select ${values} from unnest(${arrays}) as given (${names})`.execute(
    tx,
  )
}

function reasonOf(error: unknown): string {
  if (error instanceof Broken) return error.message
  const reasons: Record<string, string> = {
    ENOENT: '文件不存在',
    EISDIR: '是目录',
    EACCES: '没有读取权限',
    Z_DATA_ERROR: '不是本系统的备份',
    Z_BUF_ERROR: '文件不完整',
  }
  return (
    reasons[codeOf(error)] ?? (error instanceof z.ZodError ? '格式不对' : String(error).split('\n')[0]) ?? '原因不明'
  )
}
