// Narrow typed rows derived from the current version of a form, in the same transaction; rebuildable at any time.
import { sql } from 'kysely'
import { Decimal, decimal } from '../kernel/decimal.ts'
import type { Form, Fund, Indicator } from '../kernel/form/form.ts'
import { insertRows } from './bulk.ts'
import { type Database, type Tx, withTx } from './db.ts'

type Key = { readonly region: string; readonly year: number; readonly id: string }
type Row = Readonly<Record<string, string | number | null>>
export type Facts = { readonly indicators: readonly Row[]; readonly funds: readonly Row[] }

const place = { region: 'text', year: 'integer', form_id: 'uuid', position: 'integer', kind: 'text' }

export const indicatorColumns = {
  ...place,
  dimension: 'text',
  aspect: 'text',
  name: 'text',
  target_kind: 'text',
  comparator: 'text',
  target_value: 'numeric',
  target_unit: 'text',
  actual_value: 'numeric',
  actual_unit: 'text',
  tier: 'text',
  weight: 'numeric',
  score: 'numeric',
} as const

export const fundColumns = {
  ...place,
  label: 'text',
  scope: 'text',
  level: 'integer',
  initial_budget: 'numeric',
  annual_budget: 'numeric',
  executed: 'numeric',
  rate: 'numeric',
  weight: 'numeric',
  score: 'numeric',
} as const

/** The rows of a form. Pure: `verify` compares what is stored with it. */
export function factsOf(form: Form, { region, year, id }: Key): Facts {
  const row = (position: number) => ({ region, year, form_id: id, position, kind: form.kind })
  return {
    indicators: form.indicators.map((indicator, i) => ({ ...row(i), ...indicatorFact(indicator) })),
    funds: form.funds.map((fund, i) => ({ ...row(i), ...fundFact(fund, form.amountUnit) })),
  }
}

const indicatorFact = (indicator: Indicator): Row => ({
  dimension: indicator.dimension,
  aspect: indicator.aspect,
  name: indicator.name,
  target_kind: indicator.target.kind,
  comparator: indicator.target.comparator,
  target_value: number(indicator.target.value),
  target_unit: indicator.target.unit,
  actual_value: number(indicator.actual?.value),
  actual_unit: indicator.actual?.unit ?? null,
  tier: indicator.actual?.tier ?? null,
  weight: number(indicator.weight),
  score: number(indicator.score),
})

const fundFact = (fund: Fund, unit: Form['amountUnit']): Row => ({
  label: fund.label,
  scope: fund.scope,
  level: fund.level,
  initial_budget: yuan(fund.initialBudget, unit),
  annual_budget: yuan(fund.annualBudget, unit),
  executed: yuan(fund.executed, unit),
  rate: number(fund.rate),
  weight: number(fund.weight),
  score: number(fund.score),
})

const number = (text: string | null | undefined): string | null => decimal(text)?.toFixed() ?? null

/** In 元; null where the form does not print the unit, because nothing may be guessed. */
const yuan = (text: string | null, unit: Form['amountUnit']): string | null =>
  unit === null
    ? null
    : (decimal(text)
        ?.times(unit === '万元' ? 10_000 : 1)
        .toFixed() ?? null)

/** Replaces the facts of one form. */
export async function save(tx: Tx, form: Form, key: Key): Promise<void> {
  await remove(tx, key)
  const { indicators, funds } = factsOf(form, key)
  await insertRows(tx, 'indicator_fact', indicatorColumns, indicators)
  await insertRows(tx, 'fund_fact', fundColumns, funds)
}

async function remove(tx: Tx, { region, year, id }: Key): Promise<void> {
  for (const table of ['indicator_fact', 'fund_fact'] as const)
    await tx.deleteFrom(table).where('region', '=', region).where('year', '=', year).where('form_id', '=', id).execute()
}

/** The stored facts of one form, in its order, numbers without trailing zeros. */
export async function load(db: Database, { region, year, id }: Key): Promise<Facts> {
  const rows = async (table: 'indicator_fact' | 'fund_fact', columns: Readonly<Record<string, string>>) => {
    const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)))
    const found = await sql<Row>`
      select ${names} from ${sql.table(table)}
      where region = ${region} and year = ${year} and form_id = ${id} order by position`.execute(db)
    return found.rows.map((row) => plainNumbers(row, columns))
  }
  return { indicators: await rows('indicator_fact', indicatorColumns), funds: await rows('fund_fact', fundColumns) }
}

const plainNumbers = (row: Row, columns: Readonly<Record<string, string>>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      columns[name] === 'numeric' && value !== null ? new Decimal(value).toFixed() : value,
    ]),
  )

/**
 * The version of form `f` that facts are taken from: of what is filled in here the approved one, never a draft; of what
 * was imported the newest, but of what is public the published one until a newer one is published.
 */
export const countedVersion = sql<number>`case when f.filing_id is null then coalesce(f.in_force, f.version) else f.in_force end`

/** Derives the facts of every form anew, a batch of forms in each transaction. Returns how many forms. */
export async function rebuildFacts(db: Database, batch = 100): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (let count = 0; ; ) {
    const done = await withTx(db, (tx) => rebuildBatch(tx, after, batch))
    count += done.length
    const last = done.at(-1)
    if (last === undefined) return count
    after = last
  }
}

async function rebuildBatch(tx: Tx, after: string, batch: number): Promise<string[]> {
  const forms = await tx
    .selectFrom('form as f')
    .innerJoin('form_version as v', (join) =>
      join
        .onRef('v.region', '=', 'f.region')
        .onRef('v.year', '=', 'f.year')
        .onRef('v.form_id', '=', 'f.id')
        .on('v.number', '=', countedVersion),
    )
    .select(['f.region', 'f.year', 'f.id', 'v.form'])
    .where('f.id', '>', after)
    .orderBy('f.id')
    .limit(batch)
    .forUpdate('f')
    .execute()
  for (const { form, ...key } of forms) await save(tx, form, key)
  return forms.map((f) => f.id)
}
