// What can be begun: tasks that are open for an organisation and projects without a filing in them.
import { sql } from 'kysely'
import type { Window } from '../kernel/cycle/window.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import type { Database } from './db.ts'
import type { TaskTable } from './schema-year.ts'
import { within } from './scope.ts'

export type Startable = Window & {
  readonly taskId: string
  readonly taskTitle: string
  readonly taskKind: TaskTable['kind']
  readonly fiscalYear: number
  readonly organisationId: string
  readonly organisation: string
  /** null for the organisation's own form. */
  readonly projectId: string | null
  readonly project: string | null
  /** A report stands on the approved target of the year; false where there is none yet. */
  readonly hasTarget: boolean
}

/** Earliest deadline first, what can be begun now before what waits for a target. Adjustments begin at the approved filing, so they are not among them. */
export async function startable(db: Database, scope: Scope, day: string, limit: number): Promise<Startable[]> {
  const { rows } = await sql<Startable>`
    select t.id as "taskId", t.title as "taskTitle", t.kind as "taskKind", c.fiscal_year as "fiscalYear",
      o.id as "organisationId", o.name as organisation, p.id as "projectId", p.name as project,
      t.opens_on as "opensOn", t.due_on as "dueOn", t.closes_on as "closesOn", a.extended_to as "extendedTo", false as closed,
      (t.kind = 'declaration' or exists (select 1 from filing as f
        join task as own on own.id = f.task_id and own.kind in ('declaration', 'adjustment')
        join cycle as year on year.id = own.cycle_id and year.fiscal_year = c.fiscal_year
        where f.organisation_id = o.id and f.project_id is not distinct from p.id
          and f.approved_version is not null)) as "hasTarget"
    from task as t
    join cycle as c on c.id = t.cycle_id
    join task_organisation as a on a.task_id = t.id
    join organisation as o on o.id = a.organisation_id
    left join project as p on p.organisation_id = o.id and p.closed_at is null and t.form_kind ~ '^(project|transfer)-'
      and coalesce(p.starts_on, '-infinity') <= make_date(c.fiscal_year, 12, 31)
      and coalesce(p.ends_on, 'infinity') >= make_date(c.fiscal_year, 1, 1)
    where ${within(scope, { path: 'o.path' })} and t.kind <> 'adjustment'
      and t.opens_on <= ${day}::date and t.closed_at is null and c.closed_at is null and o.valid_to is null
      and (p.id is not null or t.form_kind !~ '^(project|transfer)-')
      and not exists (select 1 from filing as f
        where f.task_id = t.id and f.organisation_id = o.id and f.project_id is not distinct from p.id
          and f.state <> 'discarded')
    order by coalesce(a.extended_to, t.due_on), "hasTarget" desc, o.code, p.code, p.name, t.id
    limit ${limit}`.execute(db)
  return rows
}
