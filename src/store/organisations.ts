// Organisations: the tree in force, its history, and search in it.
import { type RawBuilder, sql } from 'kysely'
import type { Organisation } from '../kernel/organisation/organisation.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import { insertRows } from './bulk.ts'
import type { Database, Tx } from './db.ts'
import { searchPatterns } from './identity.ts'
import type { OrganisationChangeTable } from './schema-people.ts'
import { within } from './scope.ts'
import type { Stamp } from './stamp.ts'

const columns = [
  'o.id',
  'o.kind',
  'o.code',
  'o.name',
  'o.parent_id as parentId',
  'o.path',
  'o.region',
  'o.valid_from as validFrom',
  'o.valid_to as validTo',
] as const

export const load = (db: Database, id: string): Promise<Organisation | undefined> =>
  db.selectFrom('organisation as o').select(columns).where('o.id', '=', id).executeTakeFirst()

/** The same, locked until the end of the transaction. */
export const lock = (tx: Tx, id: string): Promise<Organisation | undefined> =>
  tx.selectFrom('organisation as o').select(columns).where('o.id', '=', id).forUpdate().executeTakeFirst()

/** In force under a path (itself included), parents before children. */
export const inSubtree = (db: Database, path: string): Promise<Organisation[]> =>
  db
    .selectFrom('organisation as o')
    .select(columns)
    .where(below(path))
    .where('o.valid_to', 'is', null)
    .orderBy('o.path')
    .execute()

/** A range, so that the index on path serves it whatever the collation. */
const below = (path: string): RawBuilder<boolean> =>
  sql<boolean>`(o.path ~>=~ ${path} and o.path ~<~ ${`${path.slice(0, -1)}0`})`

/** Code → id of those in force within a scope; a code that several have is left out. */
export async function codesWithin(db: Database, scope: Scope): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('organisation as o')
    .select(['o.code', 'o.id'])
    .where('o.valid_to', 'is', null)
    .where(within(scope, { path: 'o.path' }))
    .execute()
  const codes = new Map<string, string>()
  const several = new Set<string>()
  for (const { code, id } of rows) {
    if (codes.has(code)) several.add(code)
    codes.set(code, id)
  }
  for (const code of several) codes.delete(code)
  return codes
}

/** Those in force directly under one, by code; the topmost ones of the tree for null. */
export function children(db: Database, parentId: string | null): Promise<Organisation[]> {
  const query = db.selectFrom('organisation as o').select(columns).where('o.valid_to', 'is', null)
  return (parentId === null ? query.where('o.parent_id', 'is', null) : query.where('o.parent_id', '=', parentId))
    .orderBy('o.code')
    .execute()
}

/** From the topmost down to the organisation itself. */
export const ancestors = (db: Database, path: string): Promise<Organisation[]> =>
  db
    .selectFrom('organisation as o')
    .select(columns)
    .where(sql<boolean>`o.id = any(${path.split('/').filter(Boolean)}::uuid[])`)
    .orderBy(sql`length(o.path)`)
    .execute()

export type Found = Organisation & {
  /** Names of those above it, topmost first. */
  readonly above: readonly string[]
}

/** In force now, by words of name or code; shortest names first. */
export async function search(db: Database, { text, limit = 50 }: { text: string; limit?: number }): Promise<Found[]> {
  let query = db.selectFrom('organisation as o').select(columns).where('o.valid_to', 'is', null)
  for (const pattern of searchPatterns(text)) query = query.where('o.search', 'like', pattern)
  const found = await query.orderBy(sql`length(o.name)`).orderBy('o.code').limit(limit).execute()
  const ids = [...new Set(found.flatMap(({ path }) => path.split('/').filter(Boolean)))]
  const named = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute()
  const nameOf = new Map(named.map(({ id, name }) => [id, name]))
  return found.map((organisation) => ({
    ...organisation,
    above: organisation.path
      .split('/')
      .filter((id) => id !== '' && id !== organisation.id)
      .map((id) => nameOf.get(id) ?? ''),
  }))
}

const types = {
  id: 'uuid',
  kind: 'text',
  code: 'text',
  name: 'text',
  parent_id: 'uuid',
  path: 'text',
  region: 'text',
  valid_from: 'date',
  search: 'text',
}

/** New organisations, parents before children. */
export const insertAll = (tx: Tx, organisations: readonly Organisation[]): Promise<void> =>
  insertRows(
    tx,
    'organisation',
    types,
    organisations.map((o) => ({
      ...o,
      parent_id: o.parentId,
      valid_from: o.validFrom,
      search: searchTextOf(o),
    })),
  )

const searchTextOf = ({ code, name }: Pick<Organisation, 'code' | 'name'>): string =>
  `${code}\n${name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')}`

export const rename = (tx: Tx, { id, code }: Pick<Organisation, 'id' | 'code'>, name: string) =>
  tx
    .updateTable('organisation')
    .set((eb) => ({ name, search: searchTextOf({ code, name }), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** Moves an organisation with everything below it; scopes held above it follow at once. */
export async function move(tx: Tx, organisation: Organisation, parent: Organisation): Promise<void> {
  const path = `${parent.path}${organisation.id}/`
  await tx.updateTable('organisation').set({ parent_id: parent.id }).where('id', '=', organisation.id).execute()
  await sql`update organisation as o set path = ${path} || substr(o.path, ${organisation.path.length + 1}::integer),
    region = ${parent.region}, revision = revision + 1 where ${below(organisation.path)}`.execute(tx)
}

/** No longer in force from that day. */
export const close = (tx: Tx, id: string, day: string) =>
  tx
    .updateTable('organisation')
    .set((eb) => ({ valid_to: day, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()

export type Change = {
  readonly organisationId: string
  readonly verb: OrganisationChangeTable['verb']
  readonly effectiveOn: string
  readonly before: object | null
  readonly after: object | null
  /** The other side of a merge or split. */
  readonly otherId?: string
  readonly reason: string
}

/** The history keeps what happened, with both states. */
export const recordChanges = (tx: Tx, changes: readonly Change[], { now, by, newId }: Stamp): Promise<void> =>
  insertRows(
    tx,
    'organisation_change',
    {
      id: 'uuid',
      organisation_id: 'uuid',
      verb: 'text',
      effective_on: 'date',
      before: 'jsonb',
      after: 'jsonb',
      other_id: 'uuid',
      reason: 'text',
      at: 'timestamptz',
      by: 'text',
    },
    changes.map((change) => ({
      id: newId(),
      organisation_id: change.organisationId,
      verb: change.verb,
      effective_on: change.effectiveOn,
      before: change.before && JSON.stringify(change.before),
      after: change.after && JSON.stringify(change.after),
      other_id: change.otherId ?? null,
      reason: change.reason,
      at: now,
      by,
    })),
  )

export const loadAll = (db: Database, ids: readonly string[]): Promise<Organisation[]> =>
  db.selectFrom('organisation as o').select(columns).where(sql<boolean>`o.id = any(${ids}::uuid[])`).execute()

export type ChangeRow = {
  readonly verb: OrganisationChangeTable['verb']
  readonly effectiveOn: string
  readonly before: unknown
  readonly after: unknown
  readonly otherId: string | null
  readonly reason: string
  readonly at: Date
  readonly by: string
}

/** What happened to an organisation, newest first. */
export const history = (db: Database, id: string): Promise<ChangeRow[]> =>
  db
    .selectFrom('organisation_change')
    .select(['verb', 'effective_on as effectiveOn', 'before', 'after', 'other_id as otherId', 'reason', 'at', 'by'])
    .where((eb) => eb.or([eb('organisation_id', '=', id), eb('other_id', '=', id)]))
    .orderBy('effective_on', 'desc')
    .orderBy('at', 'desc')
    .execute()
