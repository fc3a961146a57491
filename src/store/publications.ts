// What the public may see: of every form the version that was published, and what happened to it in public.
import { sql } from 'kysely'
import type { Form } from '../kernel/form/form.ts'
import { anonymous } from '../kernel/policy/actor.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import type { Figured } from '../kernel/project/over-years.ts'
import type { Database, Tx } from './db.ts'
import { choices, type FormFilter, matching } from './form-list.ts'

/** Whoever asks: nobody sees more here than everybody. */
const everybody = scopeOf(anonymous, 'form.read')

/** Without its rows and where they were read. */
export type PublishedHead = Figured & Pick<Form, 'title' | 'region'>

export type Published<F> = {
  readonly id: string
  readonly form: F
  readonly publishedAt: Date
  readonly correctedAt: Date | null
  readonly retractedAt: Date | null
  readonly reason: string | null
}

export type PublicFilter = Pick<FormFilter, 'text' | 'year' | 'region' | 'kind' | 'grade'> & {
  /** A department with its units, or a unit; exact. */
  readonly office?: string
  readonly unit?: string
  /** Exact. */
  readonly project?: string
}

/** The version published last; of what was published before versions were kept apart, the present one. */
const publishedVersion = sql<number>`coalesce(form.published_version, form.version)`
const stepOf = (verb: string, column: string) =>
  sql`select ${sql.ref(column)} from filing_step as s where s.filing_id = form.filing_id and s.verb = ${verb}`
const lastReason = sql<string | null>`case when form.retracted_at is not null then coalesce(
  (${stepOf('retract', 's.reason')} order by s.number desc limit 1),
  (select e.details ->> 'reason' from event as e where e.subject = form.id::text and e.name = 'form.retract'
    order by e.number desc limit 1)) end`
/** An imported form is published with its import, or later by its office, which the audit tells. */
const byOffice = sql<string>`(select count(*) from event as e where e.subject = form.id::text and e.name = 'form.publish')`
const correctedAt = sql<Date | null>`case
  when form.filing_id is null
  then case when ${byOffice} > 1 or (${byOffice} = 0 and ${publishedVersion} > 1) then form.published_at end
  when (select count(*) from filing_step as s where s.filing_id = form.filing_id and s.verb = 'publish') > 1
  then form.published_at end`

function published(db: Database, { office, unit, project, grade, ...filter }: PublicFilter) {
  let query = matching(db, everybody, filter).innerJoin('form_version as v', (join) =>
    join
      .onRef('v.region', '=', 'form.region')
      .onRef('v.year', '=', 'form.year')
      .onRef('v.form_id', '=', 'form.id')
      .on('v.number', '=', publishedVersion),
  )
  if (grade) query = query.where(sql`v.form ->> 'grade'`, '=', grade)
  if (office) query = query.where((eb) => eb.or([eb('form.department', '=', office), eb('form.unit', '=', office)]))
  if (unit) query = query.where('form.unit', '=', unit)
  if (project) query = query.where('form.project', '=', project)
  return query
}

const columns = [
  'form.id',
  'form.retracted_at as retractedAt',
  sql<Date>`form.published_at`.as('publishedAt'),
  correctedAt.as('correctedAt'),
  lastReason.as('reason'),
] as const

type Page = { readonly offset?: number; readonly limit: number }

/** The heads of published forms, the newest publication first. */
export async function heads(
  db: Database,
  filter: PublicFilter,
  { offset = 0, limit }: Page,
): Promise<{ rows: Published<PublishedHead>[]; total: number }> {
  const found = published(db, filter)
  const rows = await found
    .select(columns)
    .select(sql<PublishedHead>`v.form - 'sources' - 'indicators' - 'tasks'`.as('form'))
    .orderBy(sql`greatest(form.published_at, form.retracted_at)`, 'desc')
    .orderBy('form.id')
    .offset(offset)
    .limit(limit)
    .execute()
  const { total } = await found.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

/** Whole forms, oldest year first. */
export const whole = (db: Database, filter: PublicFilter, limit: number): Promise<Published<Form>[]> =>
  published(db, filter).select(columns).select('v.form').orderBy('form.year').orderBy('form.id').limit(limit).execute()

export const count = async (db: Database, filter: PublicFilter): Promise<number> =>
  Number((await published(db, filter).select(sql<string>`count(*)`.as('n')).executeTakeFirstOrThrow()).n)

export const publicChoices = (db: Database) => choices(db, everybody)

export type PublicStep = {
  readonly verb: string
  readonly at: Date
  readonly version: number
  readonly reason: string | null
}

/** What happened to a published form in public, oldest first; empty where it is not published. No names. */
export async function steps(db: Database, id: string): Promise<PublicStep[]> {
  const { rows } = await sql<PublicStep>`
    with form as (select * from form where id = ${id} and published_at is not null)
    select s.verb, s.at, s.form_version as version, case when s.verb = 'retract' then s.reason end as reason,
      s.number as n
    from form join filing_step as s on s.filing_id = form.filing_id where s.verb in ('publish', 'retract')
    union all
    select 'publish', v.saved_at, v.number, null, v.number from form join form_version as v on v.form_id = form.id
    where form.filing_id is null and ${byOffice} = 0 and v.number <= ${publishedVersion}
    union all
    select 'retract', e.at, (e.details ->> 'version')::integer, e.details ->> 'reason', e.number
    from form join event as e on e.subject = form.id::text where e.name = 'form.retract'
    union all
    select 'publish', e.at, (e.details ->> 'version')::integer, null, e.number
    from form join event as e on e.subject = form.id::text where e.name = 'form.publish'
    order by at, n`.execute(db)
  return rows
}

/** Where a form's publication stands, locked until the end of the transaction. */
export const lock = (tx: Tx, id: string) =>
  tx
    .selectFrom('form')
    .select(['region', 'filing_id as filingId', 'published_at as publishedAt', 'retracted_at as retractedAt'])
    .select('published_version as publishedVersion')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
