// Which organisation and project a stored form belongs to.
import { sql } from 'kysely'
import type { Form } from '../kernel/form/form.ts'
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
  /** What the form prints of its project. */
  readonly head: Form['project']
}

/** Forms of organisations that no filing made, by project. */
export const owned = (db: Database): Promise<OwnForm[]> =>
  db
    .selectFrom('form')
    .innerJoin('form_version as v', (join) =>
      join.onRef('v.form_id', '=', 'form.id').onRef('v.number', '=', 'form.version'),
    )
    .select(sql<Form['project']>`v.form -> 'project'`.as('head'))
    .select([
      'form.id',
      'form.year',
      'form.kind',
      'organisation_id as organisationId',
      'project',
      'project_id as projectId',
    ])
    .where('organisation_id', 'is not', null)
    .where('filing_id', 'is', null)
    .orderBy('form.id')
    .$narrowType<{ organisationId: string }>()
    .execute()

export const linkToProject = (tx: Tx, projectId: string, formIds: readonly string[]) =>
  sql`update form set project_id = ${projectId} where id = any(${formIds}::uuid[])`.execute(tx)
