// The tables as Kysely sees them. schema.test.ts compares this with the migrated database.
import type { ColumnType } from 'kysely'
import type { Comparator, Form, FormKind, Fund, Target, Tier } from '../kernel/form/form.ts'
import type { PeopleSchema } from './schema-people.ts'
import type { WorkSchema } from './schema-work.ts'
import type { YearSchema } from './schema-year.ts'

/** jsonb: read as a value, written as text. */
type Json<T> = ColumnType<T, string, never>
/** numeric: exact, so text in both directions. */
type Numeric = string | null

/** Leads every large key: region '' and year 0 = the form does not say. */
type Place = { region: string; year: number }

export type DocumentTable = {
  id: string
  sha256: string
  name: string
  media_type: string
  size: number
  bytes: Buffer
  imported_at: Date
  imported_by: string
}

export type FormTable = Place & {
  id: string
  kind: FormKind
  department: string
  unit: string
  project: string
  occurrence: number
  version: number
  content_sha256: string
  hash: string
  title: string | null
  amount_unit: Form['amountUnit']
  budget: string | null
  score: string | null
  grade: string | null
  indicators: number
  search: string
  updated_at: Date
  organisation_id: string | null
  project_id: string | null
  published_at: Date | null
  filing_id: string | null
  in_force: number | null
  published_version: number | null
  retracted_at: Date | null
}

export type FormVersionTable = Place & {
  form_id: string
  number: number
  form: Json<Form>
  content_sha256: string
  previous_hash: string | null
  hash: string
  saved_at: Date
  saved_by: string
  reason: string
  document_id: string | null
  position: number | null
}

export type DocumentFormTable = { document_id: string; position: number; form_id: string; number: number }

export type IndicatorFactTable = Place & {
  form_id: string
  position: number
  kind: FormKind
  dimension: string | null
  aspect: string | null
  name: string | null
  target_kind: Target['kind']
  comparator: Comparator | null
  target_value: Numeric
  target_unit: string | null
  actual_value: Numeric
  actual_unit: string | null
  tier: Tier | null
  weight: Numeric
  score: Numeric
}

/** Amounts in 元. */
export type FundFactTable = Place & {
  form_id: string
  position: number
  kind: FormKind
  label: string
  scope: Fund['scope']
  level: number
  initial_budget: Numeric
  annual_budget: Numeric
  executed: Numeric
  rate: Numeric
  weight: Numeric
  score: Numeric
}

export type EventHeadTable = { region: string; number: number; hash: string | null }

export type EventTable = {
  region: string
  number: number
  id: string
  at: Date
  actor: string
  name: string
  subject: string
  details: Json<unknown>
  previous_hash: string | null
  hash: string
}

/** Which migrations have run, and with which text. */
export type MigrationTable = { name: string; sha256: string; applied_at: Date }

type DocumentSchema = {
  document: DocumentTable
  form: FormTable
  form_version: FormVersionTable
  document_form: DocumentFormTable
  indicator_fact: IndicatorFactTable
  fund_fact: FundFactTable
  event_head: EventHeadTable
  event: EventTable
  migration: MigrationTable
}

export type Schema = DocumentSchema & PeopleSchema & YearSchema & WorkSchema
