// The tables of evidence, long work and repeated requests as Kysely sees them.
import type { ColumnType } from 'kysely'

type Json<T> = ColumnType<T, string, string>

export type EvidenceTable = {
  id: string
  filing_id: string
  row_key: string | null
  kind: string
  method: string | null
  name: string
  sha256: string
  media_type: string
  size: number
  note: string | null
  added_at: Date
  added_by: string
  person_id: string | null
  removed_at: Date | null
  removed_by: string | null
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

export type JobTable = {
  id: string
  kind: string
  title: string
  state: JobState
  input: Json<unknown>
  done: number
  total: number | null
  attempts: number
  cancel_asked: boolean
  error: string | null
  outcome: Json<unknown> | null
  file_name: string | null
  file_sha256: string | null
  person_id: string | null
  by: string
  created_at: Date
  started_at: Date | null
  ended_at: Date | null
  changed_at: Date
}

export type JobItemTable = {
  job_id: string
  number: number
  subject: string
  title: string
  outcome: 'done' | 'refused' | 'failed'
  message: string | null
}

export type SavedSearchTable = {
  id: string
  person_id: string
  name: string
  filter: Json<unknown>
  saved_at: Date
}

export type IdempotentRequestTable = {
  actor: string
  key: string
  fingerprint: string
  at: Date
  status: number | null
  answer: string | null
}

export type WorkSchema = {
  evidence: EvidenceTable
  job: JobTable
  job_item: JobItemTable
  idempotent_request: IdempotentRequestTable
  saved_search: SavedSearchTable
}
