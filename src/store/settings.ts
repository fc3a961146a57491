// Settings of the installation: one row a name.
import { sql } from 'kysely'
import { defaultSecurity, Security } from '../kernel/policy/security.ts'
import type { Database, Tx } from './db.ts'
import type { Stamp } from './stamp.ts'

/** The stored value, not yet checked; undefined where it was never set. */
export async function load(db: Database, name: string): Promise<unknown> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value
}

export async function save(tx: Tx, name: string, value: unknown, stamp: Stamp): Promise<void> {
  const columns = { value: JSON.stringify(value), changed_at: stamp.now, changed_by: stamp.by }
  await tx
    .insertInto('setting')
    .values({ name, ...columns })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(columns))
    .execute()
}

/** Nobody else changes settings until the transaction ends. */
export async function lock(tx: Tx): Promise<void> {
  await sql`lock table setting in share row exclusive mode`.execute(tx)
}

export async function remove(tx: Tx, name: string): Promise<void> {
  await tx.deleteFrom('setting').where('name', '=', name).execute()
}

/** How strict signing in is; the defaults where nothing was set. */
export const security = async (db: Database): Promise<Security> => securityOf(await load(db, 'security'))
export const securityOf = (value: unknown): Security => Security.safeParse(value ?? {}).data ?? defaultSecurity
