// Passwords as hashes, the ones before them, second factors and their recovery codes.
import type { Database, Tx } from './db.ts'
import { sha256 } from './hash.ts'

/** Replaces the password; the old one joins the history. `mustChange`: the new one is for one sign-in only. */
export async function replace(
  tx: Tx,
  id: string,
  { password, mustChange, now }: { password: string; mustChange: boolean; now: Date },
): Promise<void> {
  const { password: old } = await tx
    .selectFrom('person')
    .select('password')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (old !== null)
    await tx
      .insertInto('password_history')
      .values({ person_id: id, replaced_at: now, password: old })
      .onConflict((conflict) => conflict.columns(['person_id', 'replaced_at']).doNothing())
      .execute()
  await tx
    .updateTable('person')
    .set({ password, must_change_password: mustChange, password_changed_at: now })
    .where('id', '=', id)
    .execute()
}

/** The same password under stronger parameters, unless it was changed meanwhile. */
export async function rehash(db: Database, id: string, from: string, to: string): Promise<void> {
  await db.updateTable('person').set({ password: to }).where('id', '=', id).where('password', '=', from).execute()
}

/** Hashes of the last passwords, newest first, the present one included. */
export async function last(db: Database, id: string, count: number): Promise<readonly string[]> {
  if (count === 0) return []
  const present = await db.selectFrom('person').select('password').where('id', '=', id).executeTakeFirst()
  const before = await db
    .selectFrom('password_history')
    .select('password')
    .where('person_id', '=', id)
    .orderBy('replaced_at', 'desc')
    .limit(count - 1)
    .execute()
  return [present?.password ?? null, ...before.map((row) => row.password)].filter((hash) => hash !== null)
}

type Factors = { readonly totpSecret: string | null; readonly totpPending: string | null }

/** All there are, sealed as they are stored; locked until the end of the transaction. */
export const lockFactors = (tx: Tx): Promise<(Factors & { readonly id: string })[]> =>
  tx
    .selectFrom('person')
    .select(['id', 'totp_secret as totpSecret', 'totp_pending as totpPending'])
    .where(({ or, eb }) => or([eb('totp_secret', 'is not', null), eb('totp_pending', 'is not', null)]))
    .orderBy('id')
    .forUpdate()
    .execute()

/** The same secrets, sealed with another key. */
export async function replaceFactors(tx: Tx, id: string, { totpSecret, totpPending }: Factors): Promise<void> {
  await tx
    .updateTable('person')
    .set({ totp_secret: totpSecret, totp_pending: totpPending })
    .where('id', '=', id)
    .execute()
}

/** A second factor that is not proven yet; it takes effect with its first code. `secret` is sealed. */
export async function proposeFactor(tx: Tx, id: string, secret: string): Promise<void> {
  await tx.updateTable('person').set({ totp_pending: secret }).where('id', '=', id).execute()
}

/** The proposed factor takes effect, with codes for the day the telephone is lost. */
export async function enrolFactor(
  tx: Tx,
  id: string,
  { secret, step, recoveryCodes }: { secret: string; step: number; recoveryCodes: readonly string[] },
): Promise<void> {
  await tx
    .updateTable('person')
    .set({ totp_secret: secret, totp_pending: null, totp_last_step: step })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('recovery_code').where('person_id', '=', id).execute()
  const rows = recoveryCodes.map((code) => ({ person_id: id, sha256: sha256(code), used_at: null }))
  await tx.insertInto('recovery_code').values(rows).execute()
}

export async function removeFactor(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('person')
    .set({ totp_secret: null, totp_pending: null, totp_last_step: null })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('recovery_code').where('person_id', '=', id).execute()
}

/** False when a code of this step or a later one was shown before: a code that was looked over is worth nothing. */
export async function spendStep(tx: Tx, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ totp_last_step: step })
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False when there is no such code or it was used. */
export async function spendRecoveryCode(tx: Tx, id: string, code: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('person_id', '=', id)
    .where('sha256', '=', sha256(code))
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
