// Sessions: known by the SHA-256 of the secret in the cookie, never by the secret.
import { type Selectable, sql } from 'kysely'
import type { Grant } from '../kernel/policy/roles.ts'
import type { Security } from '../kernel/policy/security.ts'
import type { Database, Tx } from './db.ts'
import type { SessionTable } from './schema-people.ts'
import { securityOf } from './settings.ts'
import { statement } from './statement.ts'

/** Everything a request needs to know of its person, read in one query. */
export type Bearer = {
  readonly person: string
  readonly login: string
  readonly name: string
  readonly mustChangePassword: boolean
  readonly passwordChangedAt: Date | null
  readonly hasFactor: boolean
  readonly grants: readonly Grant[]
  readonly security: Security
}
export type OpenSession = Bearer & {
  readonly id: string
  readonly pendingFactor: boolean
  readonly seenAt: Date
  readonly expiresAt: Date
}

/** Grants in force, as JSON, and the settings a request is judged by. */
export const bearerColumns = sql<never>`
  p.id as person, p.login, p.name, p.must_change_password as "mustChangePassword",
  p.password_changed_at as "passwordChangedAt", p.totp_secret is not null as "hasFactor",
  (select value from setting where name = 'security') as security,
  (select coalesce(json_agg(json_build_object('role', g.role, 'organisation', g.organisation_id, 'path', o.path)
      order by o.path, g.role), '[]')
    from role_grant as g join organisation as o on o.id = g.organisation_id
    where g.person_id = p.id and g.revoked_at is null) as grants`

type Asked = { readonly id: string; readonly now: Date }
type Found = Omit<OpenSession, 'security'> & { readonly security: unknown }

const finding = statement<Asked, Found>(
  (value) => sql<Found>`
    select s.id, s.pending_factor as "pendingFactor", s.seen_at as "seenAt", s.expires_at as "expiresAt", ${bearerColumns}
    from session as s join person as p on p.id = s.person_id
    where s.id = ${value(({ id }) => id)} and s.revoked_at is null and s.expires_at > ${value(({ now }) => now)}
      and p.disabled_at is null`,
)

/** The session and its person with the grants of this moment; undefined when it ended, was revoked or the person is disabled. */
export async function find(db: Database, id: string, now: Date): Promise<OpenSession | undefined> {
  const [row] = await finding(db, { id, now })
  return row && { ...row, security: securityOf(row.security) }
}

export async function open(tx: Tx, session: Omit<Selectable<SessionTable>, 'revoked_at' | 'seen_at'>): Promise<void> {
  await tx
    .insertInto('session')
    .values({ ...session, seen_at: session.created_at, revoked_at: null })
    .execute()
}

export async function touch(db: Database, id: string, now: Date): Promise<void> {
  await db.updateTable('session').set({ seen_at: now }).where('id', '=', id).where('seen_at', '<', now).execute()
}

/** False when the person has no such open session. */
export async function revoke(tx: Tx, person: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends a session whosever it is; answers whose it was. */
export async function end(tx: Tx, id: string, now: Date): Promise<string | undefined> {
  const ended = await tx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return ended?.person_id
}

/** Ends all of a person's sessions, but for one where named; answers how many. */
export async function revokeAll(tx: Tx, person: string, now: Date, except?: string): Promise<number> {
  let query = tx
    .updateTable('session')
    .set({ revoked_at: now })
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
  if (except !== undefined) query = query.where('id', '<>', except)
  return Number((await query.executeTakeFirst()).numUpdatedRows)
}

/** A person's open sessions, the last used first. */
export const list = (db: Database, person: string, now: Date, idleSince: Date) =>
  db
    .selectFrom('session')
    .select(['id', 'created_at as createdAt', 'seen_at as seenAt', 'expires_at as expiresAt', 'agent', 'address'])
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('seen_at', '>', idleSince)
    .where('pending_factor', '=', false)
    .orderBy('seen_at', 'desc')
    .execute()

/** Forgets sessions that ended a while ago. */
export async function purge(db: Database, before: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<', before).execute()
}
