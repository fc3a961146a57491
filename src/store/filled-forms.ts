// Whom a filled form is from: the organisations and projects of a task, found by what the form prints.
import type { Scope } from '../kernel/policy/decide.ts'
import type { Database } from './db.ts'
import { notDiscarded } from './discarded.ts'
import { within } from './scope.ts'

export type Named = { readonly id: string; readonly code: string; readonly name: string }

/** Organisations a task is open for, within the scope, that have one of these codes or names. */
export const organisationsOf = (
  db: Database,
  scope: Scope,
  taskId: string,
  texts: readonly string[],
): Promise<Named[]> =>
  db
    .selectFrom('task_organisation as t')
    .innerJoin('organisation as o', 'o.id', 't.organisation_id')
    .select(['o.id', 'o.code', 'o.name'])
    .where('t.task_id', '=', taskId)
    .where((eb) => eb.or([eb('o.code', 'in', texts), eb('o.name', 'in', texts)]))
    .where(within(scope, { path: 'o.path' }))
    .execute()

/** Projects of an organisation with one of these codes or names. */
export const projectsOf = (db: Database, organisationId: string, texts: readonly string[]): Promise<Named[]> =>
  db
    .selectFrom('project')
    .select(['id', 'code', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('closed_at', 'is', null)
    .where((eb) => eb.or([eb('code', 'in', texts), eb('name', 'in', texts)]))
    .execute()

/** The filing of a task that is there already; one that was discarded is not. */
export const filingOf = (db: Database, taskId: string, organisationId: string, projectId: string | null) =>
  db
    .selectFrom('filing as f')
    .innerJoin('form as m', 'm.id', 'f.form_id')
    .innerJoin('form_version as v', (join) => join.onRef('v.form_id', '=', 'm.id').onRef('v.number', '=', 'm.version'))
    .select(['f.id', 'm.version', 'v.form'])
    .where('f.task_id', '=', taskId)
    .where('f.organisation_id', '=', organisationId)
    .where('f.project_id', projectId === null ? 'is' : '=', projectId)
    .where(notDiscarded('f.id'))
    .executeTakeFirst()
