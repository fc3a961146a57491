// Access tokens for programs: known by the SHA-256 of their secret.
import { sql } from 'kysely'
import type { Database, Tx } from './db.ts'
import { type Bearer, bearerColumns } from './sessions.ts'
import { securityOf } from './settings.ts'

export type TokenBearer = Bearer & {
  readonly id: string
  readonly scopes: readonly string[]
  readonly usedAt: Date | null
}

export async function find(db: Database, secretSha256: string, now: Date): Promise<TokenBearer | undefined> {
  const { rows } = await sql<Omit<TokenBearer, 'security'> & { security: unknown }>`
    select t.id, t.scopes, t.used_at as "usedAt", ${bearerColumns}
    from token as t join person as p on p.id = t.person_id
    where t.secret_sha256 = ${secretSha256} and t.revoked_at is null and t.expires_at > ${now}
      and p.disabled_at is null`.execute(db)
  const [row] = rows
  return row && { ...row, security: securityOf(row.security) }
}

export async function touch(db: Database, id: string, now: Date): Promise<void> {
  await db.updateTable('token').set({ used_at: now }).where('id', '=', id).execute()
}

export type NewToken = {
  readonly id: string
  readonly secretSha256: string
  readonly person: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: Date
}

export async function create(tx: Tx, token: NewToken, now: Date): Promise<void> {
  await tx
    .insertInto('token')
    .values({
      id: token.id,
      secret_sha256: token.secretSha256,
      person_id: token.person,
      name: token.name,
      scopes: [...token.scopes],
      created_at: now,
      expires_at: token.expiresAt,
    })
    .execute()
}

/** False when the person has no such token in force. */
export async function revoke(tx: Tx, person: string, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('token')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function revokeAll(tx: Tx, person: string, now: Date): Promise<void> {
  await tx
    .updateTable('token')
    .set({ revoked_at: now })
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .execute()
}

/** A person's tokens in force, the newest first. */
export const list = (db: Database, person: string, now: Date) =>
  db
    .selectFrom('token')
    .select(['id', 'name', 'scopes', 'created_at as createdAt', 'expires_at as expiresAt', 'used_at as usedAt'])
    .where('person_id', '=', person)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .execute()
