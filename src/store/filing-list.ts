// Lists of filings: the inbox (what waits for me), what I sent on, what is late, and everything within reach.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { RiskFacts } from '../kernel/lifecycle/risk.ts'
import { type ReviewStep, reviewSteps, type State, type TaskKind } from '../kernel/lifecycle/state.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import type { Role } from '../kernel/policy/roles.ts'
import type { Database } from './db.ts'
import { searchPatterns } from './identity.ts'
import { within } from './scope.ts'

/** Where the actor's turn is: the scope of each permission, and who he is for what was delegated to him. */
export type Turns = {
  readonly person: string | null
  readonly prepare: Scope
  readonly review: Readonly<Record<ReviewStep, Scope>>
}

export type FilingFilter = {
  /** mine: it is my turn · sent: it went through my hands and is with others · late: past its deadline and not handed in. */
  readonly box?: 'mine' | 'sent' | 'late' | undefined
  readonly taskId?: string | undefined
  readonly cycleId?: string | undefined
  /** This organisation and all below. */
  readonly under?: string | undefined
  readonly projectId?: string | undefined
  readonly state?: State | undefined
  readonly kind?: TaskKind | undefined
  /** Past its deadline and not handed in, or not. */
  readonly late?: boolean | undefined
  /** With findings of at least this gravity when it was handed in. */
  readonly findings?: 'error' | 'warning' | 'advice' | undefined
  /** In review, whoever's turn it is. */
  readonly inReview?: boolean | undefined
  /** Words of project or organisation. */
  readonly text?: string | undefined
}

/** Longest waiting first, or the greatest risk first. */
export type FilingOrder = 'waiting' | 'risk'

export type FilingRow = {
  readonly id: string
  readonly state: State
  readonly revision: number
  readonly since: Date
  readonly createdAt: Date
  readonly taskId: string
  readonly taskTitle: string
  readonly taskKind: TaskKind
  readonly fiscalYear: number
  readonly organisationId: string
  readonly organisation: string
  readonly projectId: string | null
  readonly project: string | null
  readonly score: string | null
  readonly grade: string | null
  readonly accepted: string | null
  readonly dueOn: string
  /** Last reminded about, since it is where it is. */
  readonly remindedAt: Date | null
  readonly late: boolean
  readonly riskFacts: RiskFacts | null
  readonly risk: string | null
}

/** A place in the list: the row a page ended with. */
export type After = { readonly at: Date; readonly id: string } | { readonly risk: string; readonly id: string }

/** `overdue`: deadlines before this day are past. */
type Page = {
  readonly order: FilingOrder
  readonly after: After | null
  readonly limit: number
  readonly overdue: string
}

const notHandedIn = sql<SqlBool>`f.state in ('draft', 'returned')`
const dueOn = sql<string>`greatest(t.due_on, x.extended_to)`

/** Past its deadline, by what the task and the organisation's extension say. */
const overdueAt = (overdue: string) => sql<SqlBool>`(${notHandedIn}
  and f.task_id in (select t.id from task as t where t.due_on < ${overdue}::date)
  and not exists (select 1 from task_organisation as x where x.task_id = f.task_id
    and x.organisation_id = f.organisation_id and x.extended_to >= ${overdue}::date))`

/** Those that have waited longest first, one page: found by themselves, and only what is shown is looked up around them. */
export function list(db: Database, scope: Scope, turns: Turns, filter: FilingFilter, page: Page): Promise<FilingRow[]> {
  const byRisk = page.order === 'risk'
  const order = <T>(since: T, risk: T): T => (byRisk ? risk : since)
  let shown = matching(db, scope, turns, filter, page.overdue)
  if (page.after !== null) shown = shown.where(following(page.after))
  return db
    .selectFrom(
      shown
        .select('f.id')
        .orderBy(order(sql`f.since`, sql`-${rank}`))
        .orderBy('f.id')
        .limit(page.limit)
        .as('shown'),
    )
    .innerJoin('filing as f', 'f.id', 'shown.id')
    .innerJoin('task as t', 't.id', 'f.task_id')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
    .leftJoin('task_organisation as x', (join) =>
      join.onRef('x.task_id', '=', 'f.task_id').onRef('x.organisation_id', '=', 'f.organisation_id'),
    )
    .leftJoin('project as p', 'p.id', 'f.project_id')
    .innerJoin('form as m', 'm.id', 'f.form_id')
    .leftJoin('person as a', 'a.id', 'f.accepted_by')
    .select(['f.id', 'f.revision', 'f.since', 'f.created_at as createdAt', 'f.task_id as taskId'])
    .select(['t.title as taskTitle', 't.kind as taskKind', 'c.fiscal_year as fiscalYear'])
    .select(['f.organisation_id as organisationId', 'o.name as organisation', 'f.project_id as projectId'])
    .select(['p.name as project', 'm.score', 'm.grade', 'a.name as accepted'])
    .select(['f.risk_facts as riskFacts', 'f.risk'])
    .select([
      sql<State>`f.state`.as('state'), // written by the lifecycle only
      dueOn.as('dueOn'),
      sql<Date | null>`(select max(s.at) from filing_step as s
        where s.filing_id = f.id and s.verb = 'remind' and s.at >= f.since)`.as('remindedAt'),
      sql<boolean>`${notHandedIn} and ${dueOn} < ${page.overdue}::date`.as('late'),
    ])
    .orderBy(order(sql`f.since`, sql`-${rank}`))
    .orderBy('f.id')
    .execute()
}

/** Nobody reads further, and counting all of a province takes longer than showing a page of it. */
export const COUNTED = 10_000

/** How many there are, COUNTED where there are that many or more. */
export async function count(
  db: Database,
  scope: Scope,
  turns: Turns,
  filter: FilingFilter,
  overdue: string,
): Promise<number> {
  const found = matching(db, scope, turns, filter, overdue).select('f.id').limit(COUNTED)
  const { total } = await db
    .selectFrom(found.as('found'))
    .select(sql<string>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** What was never handed in has no risk and comes last. */
const rank = sql<string>`coalesce(f.risk, -1)`

const following = (after: After): RawBuilder<SqlBool> =>
  'at' in after
    ? sql<SqlBool>`(f.since, f.id) > (${after.at}, ${after.id}::uuid)`
    : sql<SqlBool>`(-${rank}, f.id) > (-${after.risk}::numeric, ${after.id}::uuid)`

function matching(db: Database, scope: Scope, turns: Turns, filter: FilingFilter, overdue: string) {
  let query = db
    .selectFrom('filing as f')
    .where(within(scope, { organisation: 'f.organisation_id', filing: 'f.id' }))
    .where('f.state', '<>', 'discarded')
  if (filter.box === 'mine') query = query.where(myTurn(turns))
  if (filter.box === 'sent') query = query.where(sentOn(turns.person))
  if (filter.box === 'late') query = query.where(overdueAt(overdue))
  if (filter.taskId) query = query.where('f.task_id', '=', filter.taskId)
  if (filter.cycleId)
    query = query.where(sql<SqlBool>`f.task_id in (select id from task where cycle_id = ${filter.cycleId}::uuid)`)
  if (filter.projectId) query = query.where('f.project_id', '=', filter.projectId)
  if (filter.kind) query = query.where(sql<SqlBool>`f.task_id in (select id from task where kind = ${filter.kind})`)
  if (filter.state) query = query.where('f.state', '=', filter.state)
  if (filter.inReview) query = query.where('f.state', 'in', reviewSteps)
  if (filter.late !== undefined) query = query.where(sql<SqlBool>`${overdueAt(overdue)} = ${filter.late}`)
  if (filter.findings) query = query.where(sql<SqlBool>`${foundAtLeast[filter.findings]} > 0`)
  if (filter.under)
    query = query.where(
      sql<SqlBool>`f.organisation_id in (select below.id from organisation as below
        where starts_with(below.path, (select path from organisation where id = ${filter.under}::uuid)))`,
    )
  for (const pattern of searchPatterns(filter.text ?? ''))
    query = query.where(
      sql<SqlBool>`(f.project_id in (select id from project where search like ${pattern})
        or f.organisation_id in (select id from organisation where search like ${pattern}))`,
    )
  return query
}

const errors = sql`(f.risk_facts->>'errors')::int`
const warnings = sql`(f.risk_facts->>'warnings')::int`
const foundAtLeast = {
  error: errors,
  warning: sql`${errors} + ${warnings}`,
  advice: sql`${errors} + ${warnings} + (f.risk_facts->>'advice')::int`,
} as const

/** How many there are by task, organisation and state; those of the most numerous organisations. */
export async function tally(db: Database, scope: Scope, turns: Turns, filter: FilingFilter, overdue: string) {
  const rows = await matching(db, scope, turns, filter, overdue)
    .innerJoin('task as t', 't.id', 'f.task_id')
    .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
    .select(['t.id as taskId', 't.title as task', 'o.id as organisationId', 'o.name as organisation'])
    .select([sql<State | null>`f.state`.as('state'), sql<string>`count(*)`.as('count')])
    .groupBy(sql`grouping sets ((t.id, t.title), (o.id, o.name), (f.state))`)
    .orderBy('count', 'desc')
    .limit(TALLIED)
    .execute()
  return rows.map(({ count: n, ...row }) => ({ ...row, count: Number(n) }))
}

/** Lines of a tally: nobody chooses from a longer list. */
const TALLIED = 500

/** Each way it can be somebody's turn has its index, and what is known of states tells the planner how many there are. */
function myTurn({ person, prepare, review }: Turns): RawBuilder<SqlBool> {
  const ofStates = (states: readonly State[], scope: Scope) =>
    sql`(f.state = any(${states}::text[]) and ${within(scope, { organisation: 'f.organisation_id' })})`
  const ways = [
    ...(reaches(prepare) ? [ofStates(['draft', 'returned'], prepare)] : []),
    ...reviewSteps.flatMap((step) => (reaches(review[step]) ? [ofStates([step], review[step])] : [])),
    sql`f.delegate_id = ${person}::uuid`,
    found(sql`select filing_id from filing_assignment
      where person_id = ${person}::uuid and purpose in ('countersign', 'evaluate') and done_at is null`),
  ]
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`
}

/** An array, found once: as a join the planner guesses how many there are, and is wrong by a thousand times. */
const found = (ids: RawBuilder<unknown>): RawBuilder<SqlBool> => sql<SqlBool>`f.id = any(array(${ids}))`

const reaches = ({ everything, exact, subtrees }: Scope): boolean => everything || exact.length + subtrees.length > 0

const sentOn = (person: string | null): RawBuilder<SqlBool> =>
  sql<SqlBool>`f.state in ('unit-review', 'department-review', 'finance-review') and ${found(sql`
    select filing_id from filing_step where person_id = ${person}::uuid and verb in ('submit', 'approve')`)}`

/** People with a role at these organisations, each with the roles held there. */
export const peopleAt = (db: Database, organisationPath: string) =>
  db
    .selectFrom('role_grant as g')
    .innerJoin('organisation as o', 'o.id', 'g.organisation_id')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .select(['p.id', 'p.name', 'g.role', 'g.organisation_id as organisation', 'o.path', 'o.name as organisationName'])
    .where('g.revoked_at', 'is', null)
    .where('p.disabled_at', 'is', null)
    .where(sql<SqlBool>`o.id = any(string_to_array(trim(both '/' from ${organisationPath}), '/')::uuid[])`)
    .orderBy(sql`length(o.path)`, 'desc')
    .orderBy('p.name')
    .limit(2000)
    .execute()

/** People whose turn it is at a filing: those holding a role at the organisation or, where the role reaches down, above it. */
export const peopleOfTurn = (
  db: Database,
  organisationPath: string,
  role: Role,
  reach: 'own' | 'subtree',
): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('role_grant as g')
    .innerJoin('organisation as o', 'o.id', 'g.organisation_id')
    .innerJoin('person as p', 'p.id', 'g.person_id')
    .select(['p.id', 'p.name'])
    .distinct()
    .where('g.revoked_at', 'is', null)
    .where('p.disabled_at', 'is', null)
    .where('g.role', '=', role)
    .where(sql<SqlBool>`o.id = any(string_to_array(trim(both '/' from ${organisationPath}), '/')::uuid[])`)
    .$if(reach === 'own', (query) => query.where('o.path', '=', organisationPath))
    .orderBy('p.name')
    .limit(20)
    .execute()
