// A province of forms, made with bulk SQL from the published ones: every form whole, with its version and its facts.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Context } from '../../src/actions/context.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import type { Form } from '../../src/kernel/form/form.ts'
import type { Database } from '../../src/store/db.ts'
import { withTx } from '../../src/store/db.ts'
import { fundColumns, indicatorColumns } from '../../src/store/facts.ts'
import * as forms from '../../src/store/forms.ts'

/** Indicators of every form. */
export const ROWS = 15
const CITIES = 20
const DEPARTMENTS = 50
const UNITS = 10

/**
 * `count` forms of three years, each of its own project, in 10,000 units of 20 cities of one province; a third of them
 * filings in every state, three in ten of those waiting for the finance reviewer.
 */
export async function makeProvince(context: Context, count: number): Promise<void> {
  const { db } = context
  const seeds = await publishedForms()
  await withTx(db, async (tx) => {
    for (const form of seeds)
      await forms.save(tx, form, { reason: 'seed', stamp: { now: context.now(), by: 'bench', newId: context.newId } })
  })
  for (const statement of [...organisations, ...copies(seeds.length, count), ...filings(count)])
    await sql.raw(statement).execute(db)
  await sql`vacuum analyze`.execute(db)
}

/** The published forms with indicators enough, each cut or repeated to as many rows. */
async function publishedForms(): Promise<readonly Form[]> {
  const folder = join(import.meta.dirname, '..', '..', 'demo')
  const found: Form[] = []
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt')))
    found.push(...(await readDocument(readFileSync(join(folder, name)), name)).forms)
  return found
    .filter(({ indicators }) => indicators.length > 0)
    .map(({ sources, doubts, ...form }, i) => ({
      ...form,
      region: '种子',
      project: {
        code: null,
        nature: null,
        category: null,
        start: null,
        end: null,
        purpose: null,
        ...form.project,
        name: `${form.project?.name ?? '整体支出'}${i}`,
      },
      indicators: Array.from(
        { length: ROWS },
        (_, n) => form.indicators[n % form.indicators.length] as Form['indicators'][number],
      ), // there are some
    }))
}

/** The same id for the same thing, without keeping a list of them. */
const idOf = (of: string): string => `md5(${of})::uuid`

const insertOrganisations = (
  from: string,
  fields: Readonly<Record<'key' | 'kind' | 'code' | 'name' | 'parent' | 'path' | 'region', string>>,
) => `
  insert into organisation (id, kind, code, name, parent_id, path, region, valid_from, search)
  select ${idOf(fields.key)}, '${fields.kind}', ${fields.code}, ${fields.name}, ${fields.parent}, ${fields.path}, ${fields.region}, '2020-01-01', ${fields.code} || ' ' || ${fields.name} from ${from}`

const city = `'city' || c`
const department = `'department' || c || '-' || d`
const unit = `'unit' || c || '-' || d || '-' || u`
const province = `'province'`
const provincePath = `'/' || ${idOf(province)} || '/'`
const cityPath = `${provincePath} || ${idOf(city)} || '/'`
const departmentPath = `${cityPath} || ${idOf(department)} || '/'`
const cities = `generate_series(1, ${CITIES}) as c`
const departments = `${cities}, generate_series(1, ${DEPARTMENTS}) as d`
const units = `${departments}, generate_series(1, ${UNITS}) as u`
const region = `'第' || c || '市'`

const organisations = [
  insertOrganisations('(select 1) as one', {
    key: province,
    kind: 'region',
    code: `'990000'`,
    name: `'海川省'`,
    parent: 'null',
    path: provincePath,
    region: `'海川省'`,
  }),
  insertOrganisations(cities, {
    key: city,
    kind: 'finance',
    code: '(900 + c)::text',
    name: `${region} || '财政局'`,
    parent: idOf(province),
    path: cityPath,
    region,
  }),
  insertOrganisations(departments, {
    key: department,
    kind: 'department',
    code: '(300 + d)::text',
    name: `${region} || '第' || d || '局'`,
    parent: idOf(city),
    path: departmentPath,
    region,
  }),
  insertOrganisations(units, {
    key: unit,
    kind: 'unit',
    code: `(300 + d)::text || lpad(u::text, 3, '0')`,
    name: `${region} || '第' || d || '局第' || u || '站'`,
    parent: idOf(department),
    path: `${departmentPath} || ${idOf(unit)} || '/'`,
    region,
  }),
]

/** Which unit the n-th form belongs to. */
const placed = (count: number) => `
  select n, n % ${CITIES} + 1 as c, n / ${CITIES} % ${DEPARTMENTS} + 1 as d, n / ${CITIES * DEPARTMENTS} % ${UNITS} + 1 as u, 2022 + n % 3 as y
  from generate_series(1, ${count}) as n`

const copies = (seeds: number, count: number): readonly string[] => [
  `create table seed as select row_number() over (order by id) - 1 as i, form.* from form`,
  `insert into form (region, year, id, kind, department, unit, project, occurrence, version, content_sha256, hash, title,
     amount_unit, budget, score, grade, indicators, search, updated_at, organisation_id, published_at)
   select ${region}, y, ${idOf(`'form' || n`)}, s.kind, ${region} || '第' || d || '局', ${region} || '第' || d || '局第' || u || '站',
     s.project || n, 1, 1, s.content_sha256, s.hash, s.title, s.amount_unit, s.budget, s.score, s.grade, s.indicators,
     lower(s.project || n || E'\\n' || ${region} || '第' || d || '局第' || u || '站' || E'\\n' || ${region} || '第' || d || '局'),
     s.updated_at - n * interval '1 minute', ${idOf(unit)}, case when n % 4 = 0 then s.updated_at end
   from (${placed(count)}) as p join seed as s on s.i = p.n % ${seeds}`,
  `insert into form_version (region, year, form_id, number, form, content_sha256, previous_hash, hash, saved_at, saved_by, reason)
   select ${region}, y, ${idOf(`'form' || n`)}, 1, v.form, v.content_sha256, null, v.hash, v.saved_at, v.saved_by, v.reason
   from (${placed(count)}) as p join seed as s on s.i = p.n % ${seeds} join form_version as v on v.form_id = s.id`,
  facts('indicator_fact', Object.keys(indicatorColumns), seeds, count),
  facts('fund_fact', Object.keys(fundColumns), seeds, count),
]

const facts = (table: string, columns: readonly string[], seeds: number, count: number): string => {
  const own: Readonly<Record<string, string>> = { region, year: 'y', form_id: idOf(`'form' || n`) }
  const values = columns.map((name) => own[name] ?? `t.${name}`)
  return `insert into ${table} (${columns.join()}) select ${values.join()}
    from (${placed(count)}) as p join seed as s on s.i = p.n % ${seeds} join ${table} as t on t.form_id = s.id`
}

const states = ['draft', 'unit-review', 'department-review', 'finance-review', 'approved', 'published']

/** A number from 0 to 9 that has nothing to do with the place of the n-th form. */
const chance = 'abs(hashint4(n) % 10)'

/** One task for every unit, and a filing for every third form; half of them settled long ago. */
const filings = (count: number): readonly string[] => [
  `insert into cycle (id, organisation_id, fiscal_year, name, profile, created_at)
   select ${idOf(`'cycle' || c`)}, ${idOf(city)}, 2024, '2024年预算绩效', 'national@2020', now() from ${cities}`,
  `insert into task (id, cycle_id, kind, title, form_kind, layout, opens_on, due_on, created_at)
   select ${idOf(`'task' || c`)}, ${idOf(`'cycle' || c`)}, 'declaration', '绩效目标申报', 'project-target', 'national-target', '2024-01-02', '2024-03-31', now() from ${cities}`,
  `insert into task_organisation (task_id, organisation_id) select ${idOf(`'task' || c`)}, ${idOf(unit)} from ${units}`,
  `insert into project (id, organisation_id, name, search, created_at)
   select ${idOf(`'project' || n`)}, ${idOf(unit)}, '项目' || n, '项目' || n, now() from (${placed(count)}) as p where n % 3 = 0`,
  `insert into filing (id, task_id, organisation_id, project_id, form_id, state, since, created_at)
   select ${idOf(`'filing' || n`)}, ${idOf(`'task' || c`)}, ${idOf(unit)}, ${idOf(`'project' || n`)}, ${idOf(`'form' || n`)},
     case when ${chance} < 3 then 'finance-review' when ${chance} < 8 then 'approved'
       else (array['${states.join("','")}'])[abs(hashint4(-n) % ${states.length}) + 1] end, now() - n * interval '1 minute', now()
   from (${placed(count)}) as p where n % 3 = 0`,
  `update form set filing_id = f.id, project_id = f.project_id,
     in_force = case when f.state in ('approved', 'published') then 1 end from filing as f where f.form_id = form.id`,
]

/** One place of each level, to look from. */
export async function places(db: Database) {
  const path = async (of: string): Promise<string> => {
    const { rows } = await sql<{ path: string }>`select path from organisation where id = ${sql.raw(of)}`.execute(db)
    return rows[0]?.path ?? ''
  }
  const at = (text: string) => idOf(text.replaceAll(/\b[cdu]\b/g, '7'))
  return {
    province: await path(idOf(province)),
    city: await path(at(city)),
    department: await path(at(department)),
    unit: await path(at(unit)),
  }
}
