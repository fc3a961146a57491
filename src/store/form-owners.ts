// Which organisation and project a stored form belongs to.
import { sql } from 'kysely'
import type { Database, Tx } from './db.ts'

/** Gives the organisation the forms that print its name and belong to nobody yet. */
export const assignTo = (tx: Tx, { id, name, region }: { id: string; name: string; region: string }) =>
  sql`update form set organisation_id = ${id}
    where organisation_id is null and region = ${region} and (unit = ${name} or (unit = '' and department = ${name}))`.execute(
    tx,
  )

export type OwnForm = {
  readonly id: string
  readonly year: number
  readonly kind: string
  readonly organisationId: string
  readonly project: string
  readonly projectId: string | null
}

/** Forms of organisations that no filing made, by project. */
export const owned = (db: Database): Promise<OwnForm[]> =>
  db
    .selectFrom('form')
    .select(['id', 'year', 'kind', 'organisation_id as organisationId', 'project', 'project_id as projectId'])
    .where('organisation_id', 'is not', null)
    .where('filing_id', 'is', null)
    .orderBy('id')
    .$narrowType<{ organisationId: string }>()
    .execute()

export const linkToProject = (tx: Tx, projectId: string, formIds: readonly string[]) =>
  sql`update form set project_id = ${projectId} where id = any(${formIds}::uuid[])`.execute(tx)
