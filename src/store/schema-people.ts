// The tables of organisations and people as Kysely sees them.
import type { ColumnType } from 'kysely'
import type { Role } from '../kernel/policy/roles.ts'

type Json<T> = ColumnType<T, string, string>
/** date: an ISO day, 2024-03-01. */
type Day = string

export type OrganisationKind = 'region' | 'finance' | 'department' | 'unit' | 'office'

export type OrganisationTable = {
  id: string
  kind: OrganisationKind
  code: string
  name: string
  parent_id: string | null
  path: string
  region: string
  valid_from: Day
  valid_to: Day | null
  search: string
  revision: number
}

export type OrganisationChangeTable = {
  id: string
  organisation_id: string
  verb: 'create' | 'rename' | 'move' | 'merge' | 'split' | 'close' | 'correct'
  effective_on: Day
  before: Json<unknown> | null
  after: Json<unknown> | null
  other_id: string | null
  reason: string
  at: Date
  by: string
}

export type PersonTable = {
  id: string
  login: string
  name: string
  password: string | null
  password_changed_at: Date | null
  must_change_password: boolean
  totp_secret: string | null
  totp_last_step: number | null
  oidc_subject: string | null
  disabled_at: Date | null
  created_at: Date
  revision: number
  organisation_id: string | null
  totp_pending: string | null
}

export type RoleGrantTable = {
  id: string
  person_id: string
  role: Role
  organisation_id: string
  granted_at: Date
  granted_by: string
  revoked_at: Date | null
  revoked_by: string | null
}

export type SessionTable = {
  id: string
  person_id: string
  created_at: Date
  seen_at: Date
  expires_at: Date
  revoked_at: Date | null
  pending_factor: boolean
  agent: string
  address: string
}

export type TokenTable = {
  id: string
  secret_sha256: string
  person_id: string
  name: string
  scopes: string[]
  created_at: Date
  expires_at: Date
  revoked_at: Date | null
  used_at: Date | null
}

export type SignInFailureTable = { login_sha256: string; failures: number; locked_until: Date | null; at: Date }
export type PasswordHistoryTable = { person_id: string; replaced_at: Date; password: string }
export type RecoveryCodeTable = { person_id: string; sha256: string; used_at: Date | null }

export type SettingTable = { name: string; value: Json<unknown>; changed_at: Date; changed_by: string }

export type PeopleSchema = {
  organisation: OrganisationTable
  organisation_change: OrganisationChangeTable
  person: PersonTable
  role_grant: RoleGrantTable
  session: SessionTable
  token: TokenTable
  sign_in_failure: SignInFailureTable
  password_history: PasswordHistoryTable
  recovery_code: RecoveryCodeTable
  setting: SettingTable
}
