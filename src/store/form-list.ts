// The list of stored forms: search and filters; exactly the columns the list shows.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Form, FormKind } from '../kernel/form/form.ts'
import type { Scope } from '../kernel/policy/decide.ts'
import { type Database, plannedAnew } from './db.ts'
import { notDiscarded } from './discarded.ts'
import { searchPatterns } from './identity.ts'
import { countReached, within } from './scope.ts'

/** Empty or left out: not asked. `text`, `project` and `unit` are words that must all occur. */
export type FormFilter = {
  /** In project, unit, department, their codes or the title. */
  readonly text?: string | undefined
  readonly project?: string | undefined
  /** In the unit or the department. */
  readonly unit?: string | undefined
  readonly year?: number | undefined
  readonly region?: string | undefined
  readonly grade?: string | undefined
  readonly kind?: FormKind | undefined
  readonly documentId?: string | undefined
}

/** One row of the list; amounts and scores as printed. */
export type FormRow = {
  readonly id: string
  readonly kind: FormKind
  readonly title: string | null
  readonly project: string | null
  readonly department: string | null
  readonly unit: string | null
  readonly region: string | null
  readonly year: number | null
  readonly budget: string | null
  readonly amountUnit: Form['amountUnit']
  readonly score: string | null
  readonly grade: string | null
  readonly indicators: number
  readonly version: number
  readonly savedAt: Date
}

const orNull = <T>(column: string) => sql<T | null>`nullif(${sql.ref(column)}, '')`

/** Nobody reads further, and counting all of a province takes longer than showing a page of it. */
export const COUNTED = 10_000

/** Newest first. `total`: how many match, COUNTED where there are that many or more. */
export async function list(
  db: Database,
  scope: Scope,
  filter: FormFilter,
  { offset = 0, limit = 50 }: { offset?: number; limit?: number } = {},
): Promise<{ rows: FormRow[]; total: number }> {
  const found = matching(db, scope, filter)
  const rows = await found
    .select([
      'form.id',
      'form.kind',
      'title',
      'budget',
      'amount_unit as amountUnit',
      'score',
      'grade',
      'indicators',
      'version',
    ])
    .select(['updated_at as savedAt', sql<number | null>`nullif(form.year, 0)`.as('year')])
    .select([orNull<string>('project').as('project'), orNull<string>('department').as('department')])
    .select([orNull<string>('unit').as('unit'), orNull<string>('form.region').as('region')])
    .orderBy('updated_at', 'desc')
    .orderBy('form.id')
    .offset(offset)
    .limit(limit)
    .execute()
  const { total } = await db
    .selectFrom(found.select('form.id').limit(COUNTED).as('found'))
    .select(sql<string>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total: Number(total) }
}

const standing = {
  organisation: 'form.organisation_id',
  published: 'form.published_at',
  filing: 'form.filing_id',
} as const

/** Forms within the scope that the filter asks for. */
export function matching(db: Database, scope: Scope, filter: FormFilter) {
  let query = db.selectFrom('form').where(within(scope, standing)).where(notDiscarded('form.filing_id'))
  if (filter.region) query = query.where('form.region', '=', filter.region)
  if (filter.year !== undefined) query = query.where('form.year', '=', filter.year)
  if (filter.kind) query = query.where('form.kind', '=', filter.kind)
  if (filter.grade) query = query.where('form.grade', '=', filter.grade)
  for (const pattern of searchPatterns(filter.text ?? '')) query = query.where(holds(pattern))
  for (const pattern of searchPatterns(filter.project ?? '')) query = query.where('form.project', 'ilike', pattern)
  for (const pattern of searchPatterns(filter.unit ?? ''))
    query = query
      .where(holds(pattern)) // has an index, and both names in it
      .where((eb) => eb.or([eb('form.unit', 'ilike', pattern), eb('form.department', 'ilike', pattern)]))
  const documentId = filter.documentId
  if (documentId)
    query = query.where('form.id', 'in', (eb) =>
      eb.selectFrom('document_form').select('form_id').where('document_id', '=', documentId),
    )
  return query
}

/** Most Chinese words are two signs: the index holds the pairs of neighbours; one sign alone is looked for in every row. */
const holds = (pattern: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${plannedAnew} search_pairs(form.search) @> search_pairs(${unescaped(pattern)}) and form.search like ${pattern})`

const unescaped = (pattern: string): string => pattern.slice(1, -1).replace(/\\(.)/g, '$1')

export type Choices = {
  readonly years: number[]
  readonly regions: string[]
  readonly grades: string[]
  readonly kinds: FormKind[]
}

type Choice = { readonly year: number; readonly region: string; readonly kind: FormKind; readonly grade: string }

/** What the stored forms can be filtered by: newest year first. */
export async function choices(db: Database, scope: Scope): Promise<Choices> {
  const { rows } = await (await choicesOf(db, scope)).execute(db)
  const distinct = <T>(of: (row: (typeof rows)[number]) => T | null): T[] =>
    [...new Set(rows.map(of))].filter((value) => value !== null && value !== '' && value !== 0) as T[] // filter keeps what is said
  return {
    years: distinct((row) => row.year).sort((a, b) => b - a),
    regions: distinct((row) => row.region).sort(),
    grades: distinct((row) => row.grade).sort(),
    kinds: distinct((row) => row.kind).sort(),
  }
}

/** By the way that reads least: nobody waits for a filter's list longer than for what is filtered. */
async function choicesOf(db: Database, scope: Scope) {
  if (scope.everything) return steps(sql`true`)
  const offices = await countReached(db, scope, manyOffices)
  if (offices === manyOffices) return stepsWithin(scope)
  const published = scope.published ? [steps(inPublic)] : []
  const own = offices > 0 || scope.assignedTo !== null ? [ofOffices(scope)] : []
  const ways = [...published, ...own].map((way) => sql`(${way})`)
  return ways.length === 0 ? steps(sql`false`) : sql<Choice>`${sql.join(ways, sql` union `)}`
}

/** Above it, to look for one form of each combination reads less than to look through the forms of all these offices. */
const manyOffices = 2_000

const choice = sql`form.year, form.region, form.kind, coalesce(form.grade, '')`
const named = sql`form.year, form.region, form.kind, coalesce(form.grade, '') as grade`
const inPublic = sql`form.published_at is not null`

/** From each combination straight to the next one by the index: a few hundred steps, however many forms there are. */
const steps = (which: RawBuilder<unknown>, seen: RawBuilder<unknown> = sql``) => sql<Choice>`
  with recursive step as (
    (select ${named} from form where ${which} order by ${choice} limit 1)
    union all
    select next.* from step cross join lateral (
      select ${named} from form where ${which} and (${choice}) > (step.year, step.region, step.kind, step.grade)
      order by ${choice} limit 1) as next)
  select step.year, step.region, step.kind, step.grade from step ${seen}`

/** Those the scope holds a form of: reads the index of each combination, and no further than to the first. */
const stepsWithin = (scope: Scope) =>
  steps(
    sql`true`,
    sql`cross join lateral (select 1 from form
      where (${choice}) = (step.year, step.region, step.kind, step.grade) and ${within(scope, standing)} limit 1) as seen`,
  )

/** Of a few offices and of what was assigned: found by those, so that the others' forms are not read. */
const ofOffices = (scope: Scope) => sql<Choice>`
  select distinct ${named} from form where ${within({ ...scope, published: false, assignedTo: null }, standing)}
  union
  select distinct ${named} from form where filing_id in (
    select filing_id from filing_assignment where person_id = ${scope.assignedTo})`
