// Cycles (年度工作) and who runs them.
import { sql } from 'kysely'
import type { Database, Tx } from './db.ts'
import type { CycleTable } from './schema-year.ts'

export type Cycle = {
  readonly id: string
  readonly organisationId: string
  readonly organisation: string
  /** Path and region of the organisation that runs it. */
  readonly path: string
  readonly region: string
  readonly fiscalYear: number
  readonly name: string
  readonly profile: string
  readonly closedAt: Date | null
}

const select = (db: Database) =>
  db
    .selectFrom('cycle as c')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['c.id', 'c.organisation_id as organisationId', 'o.name as organisation', 'o.path', 'o.region'])
    .select(['c.fiscal_year as fiscalYear', 'c.name', 'c.profile', 'c.closed_at as closedAt'])

export const load = (db: Database, id: string): Promise<Cycle | undefined> =>
  select(db).where('c.id', '=', id).executeTakeFirst()

/** The same, locked until the end of the transaction. */
export const lock = (tx: Tx, id: string): Promise<Cycle | undefined> =>
  select(tx).where('c.id', '=', id).forUpdate('c').executeTakeFirst()

/** Run by an organisation above or below one of the paths given; any for null. */
const near = (paths: readonly string[] | null) =>
  paths === null
    ? sql<boolean>`true`
    : sql<boolean>`exists (select 1 from unnest(${paths}::text[]) as p where starts_with(p, o.path) or starts_with(o.path, p))`

/** As `load`, but only one that is near. */
export const loadNear = (db: Database, id: string, paths: readonly string[] | null): Promise<Cycle | undefined> =>
  select(db).where('c.id', '=', id).where(near(paths)).executeTakeFirst()

/** Those that are near, newest year first. */
export const list = (db: Database, paths: readonly string[] | null): Promise<Cycle[]> =>
  select(db).where(near(paths)).orderBy('c.fiscal_year', 'desc').orderBy('c.name').execute()

/** False where a cycle of this organisation, year and name exists. */
export async function insert(tx: Tx, row: Omit<CycleTable, 'closed_at' | 'revision'>): Promise<boolean> {
  const made = await tx
    .insertInto('cycle')
    .values({ ...row, closed_at: null, revision: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export const setClosed = (tx: Tx, id: string, closedAt: Date | null) =>
  tx
    .updateTable('cycle')
    .set((eb) => ({ closed_at: closedAt, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
