// Evidence (佐证材料): which file proves what of which filing. The bytes are in the store of files.
import { type SqlBool, sql } from 'kysely'
import type { Scope } from '../kernel/policy/decide.ts'
import type { Database, Tx } from './db.ts'
import type { EvidenceTable } from './schema-work.ts'
import { within } from './scope.ts'

export type StoredEvidence = {
  readonly id: string
  readonly filingId: string
  readonly rowKey: string | null
  readonly kind: string
  readonly method: string | null
  readonly name: string
  readonly sha256: string
  readonly mediaType: string
  readonly size: number
  readonly note: string | null
  readonly addedAt: Date
  readonly addedBy: string
}

const inUse = (db: Database) =>
  db
    .selectFrom('evidence as e')
    .select(['e.id', 'e.filing_id as filingId', 'e.row_key as rowKey', 'e.kind', 'e.method', 'e.name', 'e.sha256'])
    .select(['e.media_type as mediaType', 'e.size', 'e.note', 'e.added_at as addedAt', 'e.added_by as addedBy'])
    .where('e.removed_at', 'is', null)

/** In the order they were added. */
export const list = (db: Database, filingId: string): Promise<StoredEvidence[]> =>
  inUse(db).where('e.filing_id', '=', filingId).orderBy('e.added_at').orderBy('e.id').execute()

/** One file of a filing within the scope. */
export const load = (db: Database, scope: Scope, id: string): Promise<StoredEvidence | undefined> =>
  inUse(db)
    .innerJoin('filing as f', 'f.id', 'e.filing_id')
    .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
    .where('e.id', '=', id)
    .where(within(scope, { path: 'o.path', filing: 'f.id' }))
    .executeTakeFirst()

export const insert = (tx: Tx, row: Omit<EvidenceTable, 'removed_at' | 'removed_by'>) =>
  tx.insertInto('evidence').values(row).execute()

export const remove = (tx: Tx, id: string, at: Date, by: string) =>
  tx.updateTable('evidence').set({ removed_at: at, removed_by: by }).where('id', '=', id).execute()

export type OtherUse = {
  readonly sha256: string
  readonly project: string | null
  readonly organisation: string
  readonly fiscalYear: number
  /** Within the scope, so it may be named. */
  readonly seen: boolean
}

/** Where the files of a filing prove something of another project (or of another organisation's own form). */
export const otherUses = (db: Database, scope: Scope, filingId: string): Promise<OtherUse[]> =>
  db
    .selectFrom('evidence as own')
    .innerJoin('filing as here', 'here.id', 'own.filing_id')
    .innerJoin('evidence as e', 'e.sha256', 'own.sha256')
    .innerJoin('filing as f', 'f.id', 'e.filing_id')
    .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
    .innerJoin('task as t', 't.id', 'f.task_id')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .leftJoin('project as p', 'p.id', 'f.project_id')
    .select(['own.sha256', 'p.name as project', 'o.name as organisation', 'c.fiscal_year as fiscalYear'])
    .select(sql<boolean>`${within(scope, { path: 'o.path', filing: 'f.id' })}`.as('seen'))
    .distinct()
    .where('own.filing_id', '=', filingId)
    .where('own.removed_at', 'is', null)
    .where('e.removed_at', 'is', null)
    .where(sql<SqlBool>`coalesce(f.project_id, f.organisation_id) <> coalesce(here.project_id, here.organisation_id)`)
    .orderBy('c.fiscal_year', 'desc')
    .orderBy('o.name')
    .limit(200)
    .execute()

/** A file somebody gave as evidence, or a job works on or made. */
export type NamedFile = { readonly sha256: string; readonly name: string; readonly of: 'evidence' | 'job' }

/** Every file that any evidence or job names: what a backup holds and what must be there. */
export const everyFile = (db: Database): Promise<NamedFile[]> =>
  db
    .selectFrom('evidence')
    .select(['sha256', 'name', sql<'evidence' | 'job'>`'evidence'`.as('of')])
    .union(
      db
        .selectFrom('job')
        .select([sql<string>`file_sha256`.as('sha256'), sql<string>`coalesce(file_name, '')`.as('name')])
        .select(sql<'evidence' | 'job'>`'job'`.as('of'))
        .where('file_sha256', 'is not', null),
    )
    .orderBy('sha256')
    .execute()
