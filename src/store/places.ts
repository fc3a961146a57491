// Where a filing or a form stands: what the policy needs to know of it.
import { sql } from 'kysely'
import type { Database } from './db.ts'

export type StoredPlace = {
  readonly name: string
  readonly path: string | null
  readonly published: boolean
  readonly assigned: readonly string[]
}

export const ofFiling = (db: Database, id: string): Promise<StoredPlace | undefined> =>
  db
    .selectFrom('filing as f')
    .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
    .select(['o.name', 'o.path'])
    .select([
      sql<boolean>`f.published_at is not null`.as('published'),
      sql<string[]>`array(select a.person_id::text from filing_assignment as a where a.filing_id = f.id)`.as(
        'assigned',
      ),
    ])
    .where('f.id', '=', id)
    .executeTakeFirst()

export const ofForm = (db: Database, id: string): Promise<StoredPlace | undefined> =>
  db
    .selectFrom('form as f')
    .leftJoin('organisation as o', 'o.id', 'f.organisation_id')
    .select(['o.path'])
    .select([
      sql<string>`coalesce(o.name, f.unit)`.as('name'),
      sql<boolean>`f.published_at is not null`.as('published'),
      sql<string[]>`array(select a.person_id::text from filing_assignment as a join filing as g on g.id = a.filing_id
        where g.form_id = f.id)`.as('assigned'),
    ])
    .where('f.id', '=', id)
    .executeTakeFirst()
