// The audit: what happened, by whom, when. Append-only, one hash chain a region.
import { sql } from 'kysely'
import type { Database, Tx } from './db.ts'
import { canonical, fingerprint } from './hash.ts'
import type { Stamp } from './stamp.ts'

export type NewEvent = {
  /** '' where the event belongs to no region. */
  readonly region?: string
  /** noun.verb: document.import */
  readonly name: string
  /** Id of what it happened to. */
  readonly subject: string
  readonly details?: unknown
}

export type Event = {
  readonly region: string
  readonly number: number
  readonly id: string
  readonly at: Date
  readonly actor: string
  readonly name: string
  readonly subject: string
  readonly details: unknown
  readonly previousHash: string | null
}

/** Covers everything an event says and, through the previous hash, all events of its region before it. */
export const eventHash = (event: Event): string => fingerprint(event)

/** Appends an event. Last in its transaction, because the head of the chain stays locked until the commit. */
export async function record(tx: Tx, given: NewEvent, stamp: Stamp): Promise<void> {
  const region = given.region ?? ''
  const event = {
    actor: stamp.by,
    at: stamp.now,
    details: given.details ?? {},
    id: stamp.newId(),
    name: given.name,
    region,
    subject: given.subject,
  }
  if (await append(tx, event)) return
  await tx
    .insertInto('event_head')
    .values({ region, number: 0, hash: null })
    .onConflict((conflict) => conflict.column('region').doNothing())
    .execute()
  await append(tx, event)
}

/**
 * One statement, because whoever writes in this region waits for it: the server puts number and hash of the head into
 * the text that is hashed (`eventHash`). False where the region has no head yet.
 */
async function append(tx: Tx, { region, subject, ...event }: Omit<Event, 'number' | 'previousHash'>): Promise<boolean> {
  const before = `${canonical(event).slice(0, -1)},"number":`
  const after = `,${canonical({ region, subject }).slice(1)}`
  const { numAffectedRows } = await sql`
    with head as (select number + 1 as number, hash from event_head where region = ${region} for update),
    added as (
      insert into event (region, number, id, at, actor, name, subject, details, previous_hash, hash)
      select ${region}, number, ${event.id}, ${event.at}, ${event.actor}, ${event.name}, ${subject},
        ${JSON.stringify(event.details)}::jsonb, hash,
        encode(sha256(convert_to(${before}::text || number || ',"previousHash":' || coalesce('"' || hash || '"', 'null')
          || ${after}::text, 'UTF8')), 'hex')
      from head returning number, hash)
    update event_head set number = added.number, hash = added.hash from added where event_head.region = ${region}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

const columns = [
  'region',
  'number',
  'id',
  'at',
  'actor',
  'name',
  'subject',
  'details',
  'previous_hash as previousHash',
  'hash',
] as const

/** Newest first; of one subject where asked. */
export function list(
  db: Database,
  { subject, limit = 100 }: { subject?: string; limit?: number } = {},
): Promise<(Event & { hash: string })[]> {
  const query = db.selectFrom('event').select(columns)
  return (subject === undefined ? query : query.where('subject', '=', subject))
    .orderBy('at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
}
