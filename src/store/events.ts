// The audit: what happened, by whom, when. Append-only, one hash chain a region.
import type { Database, Tx } from './db.ts'
import { fingerprint } from './hash.ts'
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
  await tx
    .insertInto('event_head')
    .values({ region, number: 0, hash: null })
    .onConflict((conflict) => conflict.column('region').doNothing())
    .execute()
  const head = await tx
    .selectFrom('event_head')
    .select(['number', 'hash'])
    .where('region', '=', region)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const event: Event = {
    region,
    number: head.number + 1,
    id: stamp.newId(),
    at: stamp.now,
    actor: stamp.by,
    name: given.name,
    subject: given.subject,
    details: given.details ?? {},
    previousHash: head.hash,
  }
  const hash = eventHash(event)
  const { previousHash, details, ...columns } = event
  await tx
    .insertInto('event')
    .values({ ...columns, details: JSON.stringify(details), previous_hash: previousHash, hash })
    .execute()
  await tx.updateTable('event_head').set({ number: event.number, hash }).where('region', '=', region).execute()
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
