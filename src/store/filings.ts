// Filings (填报件): where each stands, who has it, and everything the lifecycle decides by, in one query.
import { sql, type Updateable } from 'kysely'
import type { Window } from '../kernel/cycle/window.ts'
import type { FormKind } from '../kernel/form/form.ts'
import type { OrganisationLevel, State, TaskKind } from '../kernel/lifecycle/state.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import type { Database, Tx } from './db.ts'
import type { FilingTable } from './schema-year.ts'
import { rowWithin } from './scope.ts'
import { statement, type Value } from './statement.ts'

type Office = { readonly id: string; readonly kind: OrganisationLevel; readonly code: string; readonly name: string }
type Named = { readonly id: string; readonly name: string }

export type Filing = {
  readonly id: string
  readonly formId: string
  /** The newest version of its form. */
  readonly version: number
  readonly state: State
  readonly revision: number
  readonly since: Date
  readonly createdAt: Date
  readonly submittedAt: Date | null
  readonly publishedAt: Date | null
  readonly approvedVersion: number | null
  readonly basisId: string | null
  readonly basisVersion: number | null
  readonly standing: State | null
  readonly adjustmentTaskId: string | null
  /** Tasks of adjustment under which it was approved anew. */
  readonly adjustedUnder: readonly string[]
  readonly preparers: readonly string[]
  readonly taskId: string
  readonly taskKind: TaskKind
  readonly taskTitle: string
  readonly formKind: FormKind
  readonly layout: string
  readonly cycleId: string
  readonly fiscalYear: number
  readonly profile: string
  readonly organisation: Office
  readonly path: string
  readonly region: string
  /** The organisations over it, the topmost first. */
  readonly above: readonly Office[]
  readonly project: ProjectHead | null
  readonly accepted: (Named & { readonly at: Date }) | null
  readonly delegate: Named | null
  /** Persons it was assigned to, for whatever purpose. */
  readonly assigned: readonly string[]
  /** Asked to countersign and not yet done. */
  readonly askedToSign: readonly Named[]
  /** Of its task, or of the adjustment it was opened again under; null where that is not open for the organisation. */
  readonly window: Window | null
  /** Its form as it stands: what the next version is chained to. */
  readonly stored: StoredHead
}

export type StoredHead = {
  readonly region: string
  readonly year: number
  readonly hash: string
  readonly contentHash: string
  readonly inForce: number | null
}

export type ProjectHead = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nature: string | null
  readonly category: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

const office = (of: string) =>
  sql`json_build_object('id', ${sql.ref(`${of}.id`)}, 'kind', ${sql.ref(`${of}.kind`)}, 'code', ${sql.ref(`${of}.code`)}, 'name', ${sql.ref(`${of}.name`)})`

const windowOf = sql`(select json_build_object('opensOn', w.opens_on, 'dueOn', w.due_on, 'closesOn', w.closes_on,
  'extendedTo', e.extended_to, 'closed', w.closed_at is not null or y.closed_at is not null)
  from task_organisation as e join task as w on w.id = e.task_id join cycle as y on y.id = w.cycle_id
  where e.task_id = coalesce(f.adjustment_task_id, f.task_id) and e.organisation_id = f.organisation_id)`

type Asked = { readonly scope: Scope; readonly id: string }

const loading = statement((value: Value<Asked>, db) =>
  db
    .selectFrom('filing as f')
    .innerJoin('task as t', 't.id', 'f.task_id')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
    .innerJoin('form as m', 'm.id', 'f.form_id')
    .leftJoin('project as p', 'p.id', 'f.project_id')
    .leftJoin('person as a', 'a.id', 'f.accepted_by')
    .leftJoin('person as d', 'd.id', 'f.delegate_id')
    .where(
      'f.id',
      '=',
      value(({ id }) => id),
    )
    .where(rowWithin((of) => value(({ scope }) => of(scope)), { path: 'o.path', filing: 'f.id' }))
    .select(['f.id', 'f.form_id as formId', 'm.version', 'f.revision', 'f.since', 'f.created_at as createdAt'])
    .select(['f.submitted_at as submittedAt', 'f.published_at as publishedAt', 'f.approved_version as approvedVersion'])
    .select(['f.basis_id as basisId', 'f.basis_version as basisVersion', 'f.preparers'])
    .select([
      'f.adjusted_under as adjustedUnder',
      'f.adjustment_task_id as adjustmentTaskId',
      'f.task_id as taskId',
      't.kind as taskKind',
    ])
    .select(['t.title as taskTitle', 't.form_kind as formKind', 't.layout', 'c.id as cycleId'])
    .select(['c.fiscal_year as fiscalYear', 'c.profile', 'o.path', 'o.region', 'f.accepted_at as acceptedAt'])
    .select([
      // the lifecycle's tables are the only writers of states
      sql<State>`f.state`.as('state'),
      sql<State | null>`f.standing`.as('standing'),
      sql<Office>`${office('o')}`.as('organisation'),
      sql<readonly Office[] | null>`(select json_agg(${office('u')} order by length(u.path)) from organisation as u
        where u.id = any(string_to_array(trim(both '/' from o.path), '/')::uuid[]) and u.id <> o.id)`.as('above'),
      sql<ProjectHead | null>`case when p.id is not null then json_build_object('id', p.id, 'code', p.code, 'name', p.name,
        'nature', p.nature, 'category', p.category, 'startsOn', p.starts_on, 'endsOn', p.ends_on) end`.as('project'),
      sql<Named | null>`case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end`.as(
        'accepted',
      ),
      sql<Named | null>`case when d.id is not null then json_build_object('id', d.id, 'name', d.name) end`.as(
        'delegate',
      ),
      sql<string[]>`array(select person_id from filing_assignment where filing_id = f.id)`.as('assigned'),
      sql<Window | null>`${windowOf}`.as('window'),
      sql<StoredHead>`json_build_object('region', m.region, 'year', m.year, 'hash', m.hash,
        'contentHash', m.content_sha256, 'inForce', m.in_force)`.as('stored'),
      sql<readonly Named[] | null>`(select json_agg(json_build_object('id', w.id, 'name', w.name) order by w.name)
        from filing_assignment as s join person as w on w.id = s.person_id
        where s.filing_id = f.id and s.purpose = 'countersign' and s.done_at is null)`.as('askedToSign'),
    ]),
)

/** One filing within the scope; undefined where there is none to be seen. */
export async function load(db: Database, scope: Scope, id: string): Promise<Filing | undefined> {
  const [row] = await loading(db, { scope, id })
  if (row === undefined) return undefined
  const { accepted, acceptedAt, above, askedToSign, ...same } = row
  return {
    ...same,
    above: above ?? [],
    askedToSign: askedToSign ?? [],
    accepted: accepted && acceptedAt ? { ...accepted, at: acceptedAt } : null,
  }
}

/** The same, nobody else changing it until the transaction ends. */
export async function lock(tx: Tx, scope: Scope, id: string): Promise<Filing | undefined> {
  await tx.selectFrom('filing').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return load(tx, scope, id)
}

type NewFiling = Pick<
  FilingTable,
  'id' | 'task_id' | 'organisation_id' | 'project_id' | 'form_id' | 'basis_id' | 'basis_version'
>

/** False where this task has one for the organisation and project already. */
export async function insert(tx: Tx, filing: NewFiling, by: string | null, now: Date): Promise<boolean> {
  const made = await tx
    .insertInto('filing')
    .values({
      ...filing,
      state: 'draft' satisfies State,
      revision: 1,
      since: now,
      created_by: by,
      created_at: now,
      preparers: by === null ? [] : [by],
      adjusted_under: [],
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export type FilingChange = Omit<Updateable<FilingTable>, 'id' | 'revision' | 'task_id' | 'form_id'>

/** Returns the new revision. */
export async function update(tx: Tx, id: string, change: FilingChange): Promise<number> {
  const { revision } = await tx
    .updateTable('filing')
    .set((eb) => ({ ...change, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return revision
}

/** The approved target of a project (or of the organisation itself) for a year: what a self-evaluation reports on. */
export const approvedTarget = (db: Database, organisationId: string, projectId: string | null, year: number) =>
  db
    .selectFrom('filing as f')
    .innerJoin('task as t', 't.id', 'f.task_id')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .select(['f.id', 'f.form_id as formId', 'f.approved_version as version'])
    .where('f.organisation_id', '=', organisationId)
    .where(sql<boolean>`f.project_id is not distinct from ${projectId}::uuid`)
    .where('c.fiscal_year', '=', year)
    .where('t.kind', 'in', ['declaration', 'adjustment'])
    .where('f.approved_version', 'is not', null)
    .orderBy('f.created_at', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Tasks of adjustment for an organisation in a year, the newest first. */
export const adjustmentTasks = (db: Database, organisationId: string, year: number) =>
  db
    .selectFrom('task as t')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .innerJoin('task_organisation as a', 'a.task_id', 't.id')
    .select('t.id')
    .where('a.organisation_id', '=', organisationId)
    .where('c.fiscal_year', '=', year)
    .where('t.kind', '=', 'adjustment')
    .orderBy('t.opens_on', 'desc')
    .execute()
