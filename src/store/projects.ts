// Projects of organisations and their money by year and source.
import { type SqlBool, sql } from 'kysely'
import type { Scope } from '../kernel/policy/decide.ts'
import type { Fields } from '../kernel/project/plan-import.ts'
import type { Project, ProjectFund } from '../kernel/project/project.ts'
import { insertRows } from './bulk.ts'
import type { Database, Tx } from './db.ts'
import { notDiscarded } from './discarded.ts'
import { searchPatterns } from './identity.ts'
import { within } from './scope.ts'
import type { Stamp } from './stamp.ts'

export type ProjectRow = Project & {
  readonly organisation: string
  readonly organisationCode: string
  readonly path: string
  readonly region: string
  readonly closedAt: Date | null
  readonly revision: number
}

const select = (db: Database) =>
  db
    .selectFrom('project as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['p.id', 'p.organisation_id as organisationId', 'o.name as organisation', 'o.code as organisationCode'])
    .select(['o.path', 'o.region', 'p.code', 'p.name', 'p.nature', 'p.category', 'p.starts_on as startsOn'])
    .select(['p.ends_on as endsOn', 'p.closed_at as closedAt', 'p.revision'])

export const load = (db: Database, scope: Scope, id: string): Promise<ProjectRow | undefined> =>
  select(db)
    .where('p.id', '=', id)
    .where(within(scope, { path: 'o.path' }))
    .executeTakeFirst()

/** The same whatever the scope, locked until the end of the transaction. */
export const lock = (tx: Tx, id: string): Promise<ProjectRow | undefined> =>
  select(tx).where('p.id', '=', id).forUpdate('p').executeTakeFirst()

export type ProjectFilter = {
  /** Words of name, code or unit. */
  readonly text?: string | undefined
  readonly organisationId?: string | undefined
  /** In force in that year. */
  readonly year?: number | undefined
}

/** By id, newest first, after the one named: pages by key. */
export function list(
  db: Database,
  scope: Scope,
  { text = '', organisationId, year }: ProjectFilter,
  { after, limit = 50 }: { after?: string | undefined; limit?: number } = {},
): Promise<ProjectRow[]> {
  let query = select(db).where(within(scope, { path: 'o.path' }))
  for (const pattern of searchPatterns(text))
    query = query.where((eb) => eb.or([eb('p.search', 'like', pattern), eb('o.search', 'like', pattern)]))
  if (organisationId) query = query.where('p.organisation_id', '=', organisationId)
  if (year)
    query = query.where(
      sql<SqlBool>`coalesce(p.starts_on, '-infinity') <= ${`${year}-12-31`}::date and coalesce(p.ends_on, 'infinity') >= ${`${year}-01-01`}::date`,
    )
  if (after) query = query.where('p.id', '<', after)
  return query.orderBy('p.id', 'desc').limit(limit).execute()
}

/** All of an organisation's subtree, for comparing with a list. */
export const inSubtree = (db: Database, scope: Scope): Promise<Project[]> =>
  db
    .selectFrom('project as p')
    .innerJoin('organisation as o', 'o.id', 'p.organisation_id')
    .select(['p.id', 'p.organisation_id as organisationId', 'p.code', 'p.name', 'p.nature', 'p.category'])
    .select(['p.starts_on as startsOn', 'p.ends_on as endsOn'])
    .where(within(scope, { path: 'o.path' }))
    .execute()

const columnsOf = (fields: Fields) => ({
  organisation_id: fields.organisationId,
  code: fields.code,
  name: fields.name,
  nature: fields.nature,
  category: fields.category,
  starts_on: fields.startsOn,
  ends_on: fields.endsOn,
  search: `${fields.code}\n${fields.name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')}`,
})

const types = {
  id: 'uuid',
  organisation_id: 'uuid',
  code: 'text',
  name: 'text',
  nature: 'text',
  category: 'text',
  starts_on: 'date',
  ends_on: 'date',
  search: 'text',
  created_at: 'timestamptz',
}

export const insertAll = (
  tx: Tx,
  rows: readonly { readonly id: string; readonly fields: Fields }[],
  { now }: Stamp,
): Promise<void> =>
  insertRows(
    tx,
    'project',
    types,
    rows.map(({ id, fields }) => ({ id, ...columnsOf(fields), created_at: now })),
  )

export const update = (tx: Tx, id: string, fields: Fields) =>
  tx
    .updateTable('project')
    .set((eb) => ({ ...columnsOf(fields), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()

export const setClosed = (tx: Tx, id: string, closedAt: Date | null) =>
  tx
    .updateTable('project')
    .set((eb) => ({ closed_at: closedAt, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** Whether another project has this code. */
export async function codeTaken(tx: Tx, code: string, except: string | null): Promise<boolean> {
  if (code === '') return false
  const found = await tx.selectFrom('project').select('id').where('code', '=', code).executeTakeFirst()
  return found !== undefined && found.id !== except
}

/** Replaces the money of the years and sources given; other years stay. */
export async function saveFunds(
  tx: Tx,
  rows: readonly (ProjectFund & { readonly projectId: string })[],
): Promise<void> {
  if (rows.length === 0) return
  const [ids, years, sources, amounts] = [
    rows.map((r) => r.projectId),
    rows.map((r) => r.year),
    rows.map((r) => r.source),
    rows.map((r) => r.amount),
  ]
  await sql`insert into project_fund (project_id, year, source, amount)
    select * from unnest(${ids}::uuid[], ${years}::integer[], ${sources}::text[], ${amounts}::numeric[])
    on conflict (project_id, year, source) do update set amount = excluded.amount`.execute(tx)
}

/** Of one year, by source; 元. */
export const fundsOfYear = async (db: Database, projectId: string, year: number): Promise<ProjectFund[]> =>
  (await funds(db, projectId)).filter((fund) => fund.year === year)

export const funds = (db: Database, projectId: string): Promise<ProjectFund[]> =>
  db
    .selectFrom('project_fund')
    .select(['year', 'source', 'amount'])
    .where('project_id', '=', projectId)
    .orderBy('year')
    .orderBy('source')
    .execute()

/** One year of a project: what was filed about it and what came out. Budget and score as the form prints them. */
export type ProjectYear = {
  readonly filingId: string | null
  readonly formId: string
  readonly kind: string
  readonly year: number
  readonly title: string | null
  readonly state: string | null
  readonly budget: string | null
  readonly amountUnit: string | null
  readonly score: string | null
  readonly grade: string | null
}

/** Oldest first. */
export const years = (db: Database, projectId: string): Promise<ProjectYear[]> =>
  db
    .selectFrom('form as f')
    .leftJoin('filing as l', 'l.form_id', 'f.id')
    .select(['l.id as filingId', 'f.id as formId', 'f.kind', 'f.year', 'f.title', 'l.state'])
    .select(['f.budget', 'f.amount_unit as amountUnit', 'f.score', 'f.grade'])
    .where('f.project_id', '=', projectId)
    .where(notDiscarded('f.filing_id'))
    .orderBy('f.year')
    .orderBy('f.kind')
    .execute()
