// Requests with a key of their sender's: what the first answer was, for a day.
import type { Database } from './db.ts'

export type Answered = { readonly status: number; readonly answer: string }
export type Begun = 'fresh' | 'running' | 'other' | Answered

const dayMs = 24 * 3_600_000

type Request = { readonly actor: string; readonly key: string; readonly fingerprint: string }

/** Takes the key, or says what became of the request it was taken for; `other` where that was another one. */
export async function begin(db: Database, { actor, key, fingerprint }: Request, now: Date): Promise<Begun> {
  await db
    .deleteFrom('idempotent_request')
    .where('at', '<', new Date(now.getTime() - dayMs))
    .execute()
  const taken = await db
    .insertInto('idempotent_request')
    .values({ actor, key, fingerprint, at: now, status: null, answer: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (taken !== undefined) return 'fresh'
  const known = await db
    .selectFrom('idempotent_request')
    .select(['fingerprint', 'status', 'answer'])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst()
  if (known === undefined) return 'running' // let go of just now
  if (known.fingerprint !== fingerprint) return 'other'
  return known.status === null ? 'running' : { status: known.status, answer: known.answer ?? '' }
}

export const finish = (db: Database, { actor, key }: Request, { status, answer }: Answered) =>
  db
    .updateTable('idempotent_request')
    .set({ status, answer })
    .where('actor', '=', actor)
    .where('key', '=', key)
    .execute()

/** Nothing was done: the key may be used again. */
export const forget = (db: Database, { actor, key }: Request) =>
  db.deleteFrom('idempotent_request').where('actor', '=', actor).where('key', '=', key).execute()
