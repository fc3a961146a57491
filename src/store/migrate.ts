// Brings the database to the program's schema: numbered .sql files, forward only, under a lock, all or nothing.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { problem } from '../kernel/problem.ts'
import { codeOf, type Database, type Tx, withTx } from './db.ts'
import { sha256 } from './hash.ts'

export type Migration = { readonly name: string; readonly sha256: string; readonly text: string }

const folder = join(import.meta.dirname, 'migrations')

export const migrations: readonly Migration[] = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .sort()
  .map((file) => {
    const text = readFileSync(join(folder, file), 'utf8')
    return { name: file.slice(0, -'.sql'.length), sha256: sha256(text), text }
  })

/** Fingerprint of the whole schema; names the template database of the tests. */
export const schemaHash = sha256(migrations.map((m) => m.sha256).join())

/** Runs what is missing and returns its names. Problems: database.newer, database.altered. */
export async function migrate(db: Database, now: Date, known: readonly Migration[] = migrations): Promise<string[]> {
  await prepareMigrations(db)
  return withTx(db, (tx) => migrateWithin(tx, now, known))
}

/** What has not run yet. Fails while the database is away. */
export async function pending(db: Database, known: readonly Migration[] = migrations): Promise<readonly Migration[]> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('migration') is not null as there`.execute(db)
  const applied = rows[0]?.there ? await db.selectFrom('migration').select('name').execute() : []
  return known.filter(({ name }) => !applied.some((one) => one.name === name))
}

/** Rows of the tables a migration changes or indexes, as the database guesses them: what its time depends on. */
export async function rowsTouched(db: Database, { text }: Migration): Promise<number> {
  const changing = /\b(?:alter table|update|on|delete from)\s+(?:only\s+)?([a-z_]+)/g
  const tables = [...new Set([...text.matchAll(changing)].map(([, table]) => table ?? ''))]
  const { rows } = await sql<{ rows: string | null }>`
    select sum(greatest(c.reltuples, 0))::bigint as rows from pg_class as c
    where c.relkind in ('r', 'p') and c.relname = any(${tables}::text[]) and pg_table_is_visible(c.oid)`.execute(db)
  return Number(rows[0]?.rows ?? 0)
}

/** The same inside a transaction that holds the lock or is alone. */
export async function migrateWithin(tx: Tx, now: Date, known: readonly Migration[]): Promise<string[]> {
  await sql`select id from migration_lock where id = 1 for update`.execute(tx)
  const applied = await tx.selectFrom('migration').select(['name', 'sha256']).orderBy('name').execute()
  for (const { name, sha256 } of applied) {
    const own = known.find((m) => m.name === name)
    if (!own) throw problem('database.newer', { migration: name })
    if (own.sha256 !== sha256) throw problem('database.altered', { migration: name })
  }
  const missing = known.filter((m) => !applied.some((a) => a.name === m.name))
  for (const { name, sha256, text } of missing) {
    await sql.raw(text).execute(tx)
    await tx.insertInto('migration').values({ name, sha256, applied_at: now }).execute()
  }
  return missing.map((m) => m.name)
}

/** The table of migrations and its lock. Two programs may start at once; `if not exists` can still collide, so a collision means it is there. */
export async function prepareMigrations(db: Database): Promise<void> {
  for (const statement of [
    sql`create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null)`,
    sql`create table if not exists migration_lock (id integer primary key)`,
    sql`insert into migration_lock values (1) on conflict do nothing`,
  ])
    await statement.execute(db).catch((error: unknown) => {
      if (!['23505', '42P07', '42710'].includes(codeOf(error))) throw error
    })
}
