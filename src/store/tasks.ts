// Tasks of a cycle, for whom they are open, and how far the work is.
import { sql } from 'kysely'
import type { Window } from '../kernel/cycle/window.ts'
import type { FormKind } from '../kernel/form/form.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import type { Database, Tx } from './db.ts'
import type { TaskTable } from './schema-year.ts'
import { within } from './scope.ts'

export type Task = Omit<Window, 'extendedTo'> & {
  readonly id: string
  readonly cycleId: string
  readonly kind: TaskTable['kind']
  readonly title: string
  readonly formKind: FormKind
  readonly layout: string
  readonly fiscalYear: number
  readonly profile: string
  /** Items of the evidence checklist without which nothing is handed in. */
  readonly evidence: readonly string[]
  /** Path and region of the organisation that runs the cycle. */
  readonly path: string
  readonly region: string
}

const select = (db: Database) =>
  db
    .selectFrom('task as t')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .innerJoin('organisation as o', 'o.id', 'c.organisation_id')
    .select(['t.id', 't.cycle_id as cycleId', 't.kind', 't.title', 't.form_kind as formKind', 't.layout'])
    .select(['t.opens_on as opensOn', 't.due_on as dueOn', 't.closes_on as closesOn', 'o.path', 'o.region'])
    .select(['c.fiscal_year as fiscalYear', 'c.profile', 't.evidence'])
    .select(sql<boolean>`t.closed_at is not null or c.closed_at is not null`.as('closed'))

export const load = (db: Database, id: string): Promise<Task | undefined> =>
  select(db).where('t.id', '=', id).executeTakeFirst()

/** The same, locked until the end of the transaction. */
export const lock = (tx: Tx, id: string): Promise<Task | undefined> =>
  select(tx).where('t.id', '=', id).forUpdate('t').executeTakeFirst()

export const ofCycle = (db: Database, cycleId: string): Promise<Task[]> =>
  select(db).where('t.cycle_id', '=', cycleId).orderBy('t.opens_on').orderBy('t.id').execute()

export const insert = (tx: Tx, row: Omit<TaskTable, 'closed_at' | 'revision'>) =>
  tx
    .insertInto('task')
    .values({ ...row, closed_at: null, revision: 1 })
    .execute()

export const setClosed = (tx: Tx, id: string, closedAt: Date | null) =>
  tx
    .updateTable('task')
    .set((eb) => ({ closed_at: closedAt, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()

/** Whom a task is opened for: these organisations, and those of these kinds below them. */
export type Audience = { readonly organisations: readonly string[]; readonly below: readonly string[] }

/** Opens a task for more organisations in force within a path; answers how many were added. */
export async function openFor(
  tx: Tx,
  taskId: string,
  path: string,
  { organisations, below }: Audience,
): Promise<number> {
  const { rows } = await sql<{ added: string }>`
    with added as (
      insert into task_organisation (task_id, organisation_id)
      select distinct ${taskId}::uuid, o.id from organisation as o
        join organisation as named on named.id = any(${organisations}::uuid[])
      where starts_with(named.path, ${path}) and o.valid_to is null
        and (o.id = named.id or (o.kind = any(${below}::text[]) and starts_with(o.path, named.path)))
      on conflict do nothing returning 1)
    select count(*) as added from added`.execute(tx)
  return Number(rows[0]?.added ?? 0)
}

/** A later deadline for one organisation; false where the task is not open for it. */
export async function extend(tx: Tx, taskId: string, organisationId: string, to: string, by: string): Promise<boolean> {
  const done = await tx
    .updateTable('task_organisation')
    .set({ extended_to: to, extended_by: by })
    .where('task_id', '=', taskId)
    .where('organisation_id', '=', organisationId)
    .returning('task_id')
    .executeTakeFirst()
  return done !== undefined
}

/** The task as it is for one organisation; undefined where it is not open for it. */
export async function windowFor(db: Database, taskId: string, organisationId: string): Promise<Window | undefined> {
  return db
    .selectFrom('task_organisation as a')
    .innerJoin('task as t', 't.id', 'a.task_id')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .select(['t.opens_on as opensOn', 't.due_on as dueOn', 't.closes_on as closesOn', 'a.extended_to as extendedTo'])
    .select(sql<boolean>`t.closed_at is not null or c.closed_at is not null`.as('closed'))
    .where('a.task_id', '=', taskId)
    .where('a.organisation_id', '=', organisationId)
    .executeTakeFirst()
}

/** How far one organisation is with a task. */
export type Progress = {
  readonly organisationId: string
  readonly code: string
  readonly name: string
  readonly extendedTo: string | null
  /** Forms to be filed: one a project in force, or the organisation's own. */
  readonly expected: number
  readonly draft: number
  readonly returned: number
  readonly inReview: number
  readonly settled: number
}

/** Of every organisation the task is open for, within the scope, by code. */
export async function progress(
  db: Database,
  scope: Scope,
  { id, kind, formKind, fiscalYear }: Pick<Task, 'id' | 'kind' | 'formKind' | 'fiscalYear'>,
): Promise<Progress[]> {
  if (kind === 'adjustment') return adjusting(db, scope, id)
  const ofProjects = formKind.startsWith('project-') || formKind.startsWith('transfer-')
  const { rows } = await sql<Progress>`
    select o.id as "organisationId", o.code, o.name, a.extended_to as "extendedTo",
      case when ${ofProjects}::boolean then greatest(p.projects, coalesce(f.filings, 0)) else 1 end::integer as expected,
      coalesce(f.draft, 0)::integer as draft, coalesce(f.returned, 0)::integer as returned,
      coalesce(f.review, 0)::integer as "inReview", coalesce(f.settled, 0)::integer as settled
    from task_organisation as a
    join organisation as o on o.id = a.organisation_id
    left join lateral (
      select count(*) as projects from project
      where organisation_id = o.id and closed_at is null
        and (starts_on is null or starts_on <= ${`${fiscalYear}-12-31`}::date) and (ends_on is null or ends_on >= ${`${fiscalYear}-01-01`}::date)
    ) as p on true
    left join lateral (
      select count(*) as filings, count(*) filter (where state = 'draft') as draft,
        count(*) filter (where state = 'returned') as returned,
        count(*) filter (where state like '%-review') as review,
        count(*) filter (where state in ('approved', 'final', 'published', 'retracted')) as settled
      from filing where task_id = a.task_id and organisation_id = o.id and state <> 'discarded'
    ) as f on true
    where a.task_id = ${id} and ${within(scope, { path: 'o.path' })}
    order by o.code`.execute(db)
  return rows
}

/** An adjustment goes on at the filing of the target, and nobody must ask for one: expected is what was begun. */
async function adjusting(db: Database, scope: Scope, id: string): Promise<Progress[]> {
  const { rows } = await sql<Progress>`
    select o.id as "organisationId", o.code, o.name, a.extended_to as "extendedTo",
      coalesce(f.filings, 0)::integer as expected, coalesce(f.draft, 0)::integer as draft,
      coalesce(f.returned, 0)::integer as returned, coalesce(f.review, 0)::integer as "inReview",
      coalesce(f.settled, 0)::integer as settled
    from task_organisation as a
    join organisation as o on o.id = a.organisation_id
    left join (
      select organisation_id, count(*) as filings,
        count(*) filter (where adjusting and state = 'draft') as draft,
        count(*) filter (where adjusting and state = 'returned') as returned,
        count(*) filter (where adjusting and state like '%-review') as review,
        count(*) filter (where not adjusting) as settled
      from (
        select organisation_id, state, true as adjusting from filing where adjustment_task_id = ${id}
        union all
        select organisation_id, state, false from filing
        where adjusted_under <> '{}' and adjusted_under @> array[${id}::uuid] and adjustment_task_id is distinct from ${id}
      ) as adjusted group by organisation_id
    ) as f on f.organisation_id = o.id
    where a.task_id = ${id} and ${within(scope, { path: 'o.path' })}
    order by o.code`.execute(db)
  return rows
}
