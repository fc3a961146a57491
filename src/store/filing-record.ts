// What the record knows beside the form of a filing: the office's other forms, its projects, rounds and publication.
import { sql } from 'kysely'
import type { Window } from '../kernel/cycle/window.ts'
import type { Form } from '../kernel/form/form.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import type { Database } from './db.ts'
import type { Filing } from './filings.ts'
import { within } from './scope.ts'

/** An office has a few dozen projects; more are not needed to compare them. */
const MOST = 200

const newest = (db: Database) =>
  db
    .selectFrom('filing as f')
    .innerJoin('task as t', 't.id', 'f.task_id')
    .innerJoin('cycle as c', 'c.id', 't.cycle_id')
    .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
    .innerJoin('form as m', 'm.id', 'f.form_id')
    .innerJoin('form_version as v', (join) =>
      join
        .onRef('v.region', '=', 'm.region')
        .onRef('v.year', '=', 'm.year')
        .onRef('v.form_id', '=', 'm.id')
        .onRef('v.number', '=', 'm.version'),
    )
    .where('f.state', '<>', 'discarded')

/**
 * The forms its organisation files beside it, in the order they were begun, itself among them: of the year's tasks of
 * the same kind, of a round of monitoring only those of the round. As far as the scope reaches.
 */
export const siblings = (db: Database, scope: Scope, filing: Filing): Promise<{ id: string; form: Form }[]> =>
  newest(db)
    .where('f.organisation_id', '=', filing.organisation.id)
    .where('c.fiscal_year', '=', filing.fiscalYear)
    .where((eb) =>
      filing.taskKind === 'monitoring' ? eb('t.id', '=', filing.taskId) : eb('t.kind', '=', filing.taskKind),
    )
    .where(within(scope, { path: 'o.path', filing: 'f.id' }))
    .select(['f.id', 'v.form'])
    .orderBy('f.id')
    .limit(MOST)
    .execute()

export type Round = {
  readonly id: string
  readonly form: Form
  readonly title: string
  readonly window: Window
  readonly submittedAt: Date | null
}

/** Monitoring of its project (or of the organisation itself) in its year, the first round first. */
export async function rounds(db: Database, scope: Scope, filing: Filing): Promise<Round[]> {
  const found = await newest(db)
    .leftJoin('task_organisation as a', (join) =>
      join.onRef('a.task_id', '=', 'f.task_id').onRef('a.organisation_id', '=', 'f.organisation_id'),
    )
    .where('f.organisation_id', '=', filing.organisation.id)
    .where(sql<boolean>`f.project_id is not distinct from ${filing.project?.id ?? null}::uuid`)
    .where('c.fiscal_year', '=', filing.fiscalYear)
    .where('t.kind', '=', 'monitoring')
    .where(within(scope, { path: 'o.path', filing: 'f.id' }))
    .select(['f.id', 'v.form', 't.title', 'f.submitted_at as submittedAt'])
    .select(['t.opens_on as opensOn', 't.due_on as dueOn', 't.closes_on as closesOn', 'a.extended_to as extendedTo'])
    .orderBy('t.opens_on')
    .orderBy('f.id')
    .execute()
  return found.map(({ id, form, title, submittedAt, ...days }) => ({
    id,
    form,
    title,
    submittedAt,
    window: { ...days, closed: false },
  }))
}

/** Names of the projects an organisation has in a year. */
export async function projectNames(db: Database, organisationId: string, year: number): Promise<string[]> {
  const found = await db
    .selectFrom('project as p')
    .select('p.name')
    .where('p.organisation_id', '=', organisationId)
    .where('p.closed_at', 'is', null)
    .where(sql<boolean>`coalesce(p.starts_on, '-infinity') <= make_date(${year}, 12, 31)`)
    .where(sql<boolean>`coalesce(p.ends_on, 'infinity') >= make_date(${year}, 1, 1)`)
    .orderBy('p.code')
    .orderBy('p.name')
    .execute()
  return found.map(({ name }) => name)
}

/** When it was approved last, and what of it was published; hashes are of the content. */
export const publication = (db: Database, { id, formId, approvedVersion }: Filing) =>
  db
    .selectFrom('form as m')
    .leftJoin('form_version as a', (join) =>
      join.onRef('a.form_id', '=', 'm.id').on('a.number', '=', sql<number>`${approvedVersion}::integer`),
    )
    .leftJoin('form_version as p', (join) =>
      join.onRef('p.form_id', '=', 'm.id').onRef('p.number', '=', 'm.published_version'),
    )
    .where('m.id', '=', formId)
    .select(['m.published_at as publishedAt', 'm.retracted_at as retractedAt'])
    .select(['a.content_sha256 as approvedHash', 'p.content_sha256 as publishedHash'])
    .select(
      sql<Date | null>`(select max(s.at) from filing_step as s where s.filing_id = ${id}
        and s.verb in ('submit', 'approve') and s.to_state in ('approved', 'final'))`.as('approvedAt'),
    )
    .executeTakeFirst()

/** Whether the approved target was ever opened for adjustment. */
export async function wasAdjusted(db: Database, filingId: string): Promise<boolean> {
  const found = await db
    .selectFrom('filing_step')
    .select('number')
    .where('filing_id', '=', filingId)
    .where('verb', '=', 'adjust')
    .executeTakeFirst()
  return found !== undefined
}

/** Which filing made a form, and when it was published. */
export const ofForm = (db: Database, id: string) =>
  db
    .selectFrom('form')
    .select(['filing_id as filingId', 'published_at as publishedAt', 'retracted_at as retractedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
