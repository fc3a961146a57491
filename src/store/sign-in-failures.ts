// Failures in a row, counted by what was typed as login: a login nobody has is locked like any other.
import { sql } from 'kysely'
import { lockMinutes, type Security } from '../kernel/policy/security.ts'
import { type Database, type Tx, withTx } from './db.ts'
import { sha256 } from './hash.ts'

export type Attempt =
  | { readonly allowed: true; readonly failures: number; readonly lockedUntil: Date | null }
  | { readonly allowed: false; readonly lockedUntil: Date }

/**
 * Counts the attempt as failed before it is made, so that many at once are not more tries than one after another;
 * `clear` takes the count back when it succeeds. After a day without one the count begins anew.
 */
export const attempt = (db: Database, login: string, security: Security, now: Date): Promise<Attempt> =>
  withTx(db, async (tx) => {
    const key = sha256(login)
    await tx
      .insertInto('sign_in_failure')
      .values({ login_sha256: key, failures: 0, locked_until: null, at: now })
      .onConflict((conflict) => conflict.column('login_sha256').doNothing())
      .execute()
    const row = await tx
      .selectFrom('sign_in_failure')
      .selectAll()
      .where('login_sha256', '=', key)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (row.locked_until && row.locked_until > now) return { allowed: false, lockedUntil: row.locked_until }
    const stale = now.getTime() - row.at.getTime() > dayMs
    const failures = (stale ? 0 : row.failures) + 1
    const minutes = lockMinutes(security, failures)
    const lockedUntil = minutes === 0 ? null : new Date(now.getTime() + minutes * 60_000)
    await tx
      .updateTable('sign_in_failure')
      .set({ failures, locked_until: lockedUntil, at: now })
      .where('login_sha256', '=', key)
      .execute()
    return { allowed: true, failures, lockedUntil }
  })

const dayMs = 86_400_000

export async function clear(tx: Tx, login: string): Promise<void> {
  await tx.deleteFrom('sign_in_failure').where('login_sha256', '=', sha256(login)).execute()
}

/** When the login may be tried again; null = now. */
export async function lockedUntil(db: Database, login: string, now: Date): Promise<Date | null> {
  const row = await db
    .selectFrom('sign_in_failure')
    .select('locked_until')
    .where('login_sha256', '=', sha256(login))
    .where('locked_until', '>', now)
    .executeTakeFirst()
  return row?.locked_until ?? null
}

/** Forgets counts nobody added to for a day and that lock nothing: made-up logins do not fill the table. */
export async function purge(db: Database, now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - dayMs)
  await db
    .deleteFrom('sign_in_failure')
    .where('at', '<', dayAgo)
    .where(sql<boolean>`coalesce(locked_until, at) < ${now}`)
    .execute()
}
