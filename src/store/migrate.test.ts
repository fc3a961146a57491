import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { freshDatabase, testDatabase } from '../../test/database.ts'
import { people, work, year } from './columns.test-kit.ts'
import { migrate, migrations } from './migrate.ts'
import type { Schema } from './schema.ts'

const database = testDatabase({ migrated: false })
const now = new Date('2024-03-01T08:00:00Z')

it('brings an empty database to the schema, and does nothing the second time', async () => {
  expect(await migrate(database.db, now)).toEqual(migrations.map((m) => m.name))
  expect(await migrate(database.db, now)).toEqual([])
})

it('lets two programs start at once', async () => {
  const { db, close } = await freshDatabase({ migrated: false })
  const ran = await Promise.all([migrate(db, now), migrate(db, now)])
  expect(ran.map((names) => names.length).sort()).toEqual([0, migrations.length])
  await close()
})

it('leaves nothing of a migration that fails', async () => {
  const { db, close } = await freshDatabase({ migrated: false })
  const broken = { name: '20990101-01-broken', sha256: 'x', text: 'create table half (id integer); select 1 / 0' }
  await expect(migrate(db, now, [...migrations, broken])).rejects.toThrow('division by zero')
  expect(await tables(db)).not.toContain('half')
  expect(await tables(db)).not.toContain('form')
  await close()
})

it('refuses data of a newer program, and migrations whose text changed', async () => {
  await expect(migrate(database.db, now, migrations.slice(0, 1))).rejects.toMatchObject({ code: 'database.newer' })
  const altered = migrations.map((m) => ({ ...m, sha256: 'other' }))
  await expect(migrate(database.db, now, altered)).rejects.toMatchObject({ code: 'database.altered' })
})

it('gives the tables the columns the program knows', async () => {
  const { rows } = await sql<{ table: string; column: string; type: string; nullable: boolean }>`
    select table_name as table, column_name as column, data_type as type, is_nullable = 'YES' as nullable
    from information_schema.columns where table_schema = 'public' and table_name <> 'migration_lock'`.execute(
    database.db,
  )
  const found: Record<string, Record<string, string>> = {}
  for (const { table, column, type, nullable } of rows) {
    const columns = found[table] ?? {}
    columns[column] = `${kinds[type] ?? type}${nullable ? '?' : ''}`
    found[table] = columns
  }
  expect(found).toEqual(known)
})

const tables = async (db: typeof database.db): Promise<string[]> =>
  (await db.introspection.getTables()).map((t) => t.name)

const kinds: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  integer: 'number',
  numeric: 'numeric',
  jsonb: 'json',
  bytea: 'bytes',
  boolean: 'boolean',
  date: 'string',
  ARRAY: 'texts',
  'timestamp with time zone': 'date',
}

/** What a column must be for the type the program reads it as. */
type Kind<T> = [NonNullable<T>] extends [Date]
  ? 'date'
  : [NonNullable<T>] extends [Buffer]
    ? 'bytes'
    : [NonNullable<T>] extends [string]
      ? 'string' | 'numeric'
      : [NonNullable<T>] extends [number]
        ? 'number'
        : [NonNullable<T>] extends [boolean]
          ? 'boolean'
          : [NonNullable<T>] extends [readonly string[]]
            ? 'texts'
            : 'json'
type Optional<T> = null extends T ? '?' : ''
type Known = {
  [T in keyof Schema]: {
    [C in keyof Schema[T]]: NonNullable<Schema[T][C]> extends { readonly __select__: unknown }
      ? `json${Optional<Schema[T][C]>}`
      : `${Kind<Schema[T][C]>}${Optional<Schema[T][C]>}`
  }
}

const place = { region: 'string', year: 'number' } as const
const fact = { ...place, form_id: 'string', position: 'number', kind: 'string' } as const
const scores = { weight: 'numeric?', score: 'numeric?' } as const

/** Does not compile unless it names every column of Schema with its kind. */
const known: Known = {
  ...people,
  ...year,
  ...work,
  migration: { name: 'string', sha256: 'string', applied_at: 'date' },
  document: {
    id: 'string',
    sha256: 'string',
    name: 'string',
    media_type: 'string',
    size: 'number',
    bytes: 'bytes',
    imported_at: 'date',
    imported_by: 'string',
  },
  form: {
    ...place,
    id: 'string',
    kind: 'string',
    department: 'string',
    unit: 'string',
    project: 'string',
    occurrence: 'number',
    version: 'number',
    content_sha256: 'string',
    hash: 'string',
    title: 'string?',
    amount_unit: 'string?',
    budget: 'string?',
    score: 'string?',
    grade: 'string?',
    indicators: 'number',
    search: 'string',
    updated_at: 'date',
    organisation_id: 'string?',
    project_id: 'string?',
    published_at: 'date?',
    filing_id: 'string?',
    in_force: 'number?',
    published_version: 'number?',
    retracted_at: 'date?',
  },
  form_version: {
    ...place,
    form_id: 'string',
    number: 'number',
    form: 'json',
    content_sha256: 'string',
    previous_hash: 'string?',
    hash: 'string',
    saved_at: 'date',
    saved_by: 'string',
    reason: 'string',
    document_id: 'string?',
    position: 'number?',
  },
  document_form: { document_id: 'string', position: 'number', form_id: 'string', number: 'number' },
  indicator_fact: {
    ...fact,
    dimension: 'string?',
    aspect: 'string?',
    name: 'string?',
    target_kind: 'string',
    comparator: 'string?',
    target_value: 'numeric?',
    target_unit: 'string?',
    actual_value: 'numeric?',
    actual_unit: 'string?',
    tier: 'string?',
    ...scores,
  },
  fund_fact: {
    ...fact,
    label: 'string',
    scope: 'string',
    level: 'number',
    initial_budget: 'numeric?',
    annual_budget: 'numeric?',
    executed: 'numeric?',
    rate: 'numeric?',
    ...scores,
  },
  event_head: { region: 'string', number: 'number', hash: 'string?' },
  event: {
    region: 'string',
    number: 'number',
    id: 'string',
    at: 'date',
    actor: 'string',
    name: 'string',
    subject: 'string',
    details: 'json',
    previous_hash: 'string?',
    hash: 'string',
  },
}
