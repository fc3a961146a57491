// The tables of the year's work as Kysely sees them.
import type { ColumnType } from 'kysely'
import type { FormKind } from '../kernel/form/form.ts'
import type { Marks } from '../kernel/lifecycle/four-aspects.ts'
import type { RiskFacts } from '../kernel/lifecycle/risk.ts'

type Json<T> = ColumnType<T, string, string>
/** date: an ISO day, 2024-03-01. */
type Day = string

export type ProjectTable = {
  id: string
  organisation_id: string
  code: string
  name: string
  nature: string | null
  category: string | null
  starts_on: Day | null
  ends_on: Day | null
  search: string
  created_at: Date
  closed_at: Date | null
  revision: number
}

/** Amounts in 元. */
export type ProjectFundTable = { project_id: string; year: number; source: string; amount: string }

export type CycleTable = {
  id: string
  organisation_id: string
  fiscal_year: number
  name: string
  profile: string
  closed_at: Date | null
  created_at: Date
  revision: number
}

export type TaskTable = {
  id: string
  cycle_id: string
  kind: 'declaration' | 'adjustment' | 'monitoring' | 'self-evaluation'
  title: string
  form_kind: FormKind
  layout: string
  opens_on: Day
  due_on: Day
  closes_on: Day | null
  /** Items of the checklist without which nothing is handed in. */
  evidence: string[]
  closed_at: Date | null
  created_at: Date
  revision: number
}

export type TaskOrganisationTable = {
  task_id: string
  organisation_id: string
  extended_to: Day | null
  extended_by: string | null
}

export type FilingTable = {
  id: string
  task_id: string
  organisation_id: string
  project_id: string | null
  form_id: string
  state: string
  revision: number
  approved_version: number | null
  approved_sha256: string | null
  basis_id: string | null
  basis_version: number | null
  accepted_by: string | null
  accepted_at: Date | null
  delegate_id: string | null
  since: Date
  created_by: string | null
  created_at: Date
  submitted_at: Date | null
  published_at: Date | null
  preparers: string[]
  standing: string | null
  adjustment_task_id: string | null
  adjusted_under: string[]
  risk_facts: ColumnType<RiskFacts, RiskFacts | null | undefined, RiskFacts | null> | null
  risk: string | null
}

export type FilingAssignmentTable = {
  filing_id: string
  person_id: string
  purpose: 'evaluate' | 'countersign' | 'delegate'
  assigned_at: Date
  assigned_by: string
  done_at: Date | null
  opinion: string | null
}

export type FilingStepTable = {
  filing_id: string
  number: number
  verb: string
  from_state: string
  to_state: string
  form_version: number
  at: Date
  by: string
  person_id: string | null
  reason: string | null
  paths: string[]
}

export type CommentTable = {
  id: string
  filing_id: string
  form_version: number
  path: string | null
  quote: string | null
  text: string
  answer_to: string | null
  at: Date
  by: string
  person_id: string | null
  resolved_at: Date | null
  resolved_by: string | null
  row_key: string | null
}

export type FilingReviewTable = {
  filing_id: string
  form_version: number
  step: string
  by: string
  person_id: string | null
  at: Date
  marks: Json<Marks>
  points: string | null
  grade: string | null
  opinion: string | null
}

export type YearSchema = {
  project: ProjectTable
  project_fund: ProjectFundTable
  cycle: CycleTable
  task: TaskTable
  task_organisation: TaskOrganisationTable
  filing: FilingTable
  filing_assignment: FilingAssignmentTable
  filing_step: FilingStepTable
  comment: CommentTable
  filing_review: FilingReviewTable
}
