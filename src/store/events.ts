// The audit: what happened, by whom, when. Append-only, one hash chain a region.
import { type RawBuilder, sql } from 'kysely'
import type { Database, Tx } from './db.ts'
import { canonical, fingerprint } from './hash.ts'
import type { Stamp } from './stamp.ts'
import { statement, type Value } from './statement.ts'

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
  const event = written(given, stamp)
  if ((await append(tx, event)).length === 1) return
  await beginChain(tx, event.region)
  await append(tx, event)
}

const append = statement(
  (value: Value<Written>) =>
    sql`with ${appending((name) => value((event) => event[name]), sql`true`)} select from event_added`,
)

/** Before the first event of a region. */
export async function beginChain(tx: Tx, region: string): Promise<void> {
  await tx
    .insertInto('event_head')
    .values({ region, number: 0, hash: null })
    .onConflict((conflict) => conflict.column('region').doNothing())
    .execute()
}

/** True where the region of an event has had one before. */
export const chainBegun = (region: RawBuilder<string>) => sql`exists (select from event_head where region = ${region})`

/** An event as it is sent: number and hash of the one before are put between `before` and `after` by the server. */
export type Written = ReturnType<typeof written>

export function written(given: NewEvent, { by, now, newId }: Stamp) {
  const { region = '', name, subject, details = {} } = given
  const id = newId()
  return {
    ...{ region, id, now, by, name, subject, details: JSON.stringify(details) },
    before: `${canonical({ actor: by, at: now, details, id, name }).slice(0, -1)},"number":`,
    after: `,${canonical({ region, subject }).slice(1)}`,
  }
}

type Part = <K extends keyof Written>(name: K) => RawBuilder<Written[K]>

/**
 * Queries for the `with` of a statement: they append the event where `condition` holds and
 * its chain is begun. Whoever writes in this region waits for it, so the server puts number and hash of the head into the
 * text that is hashed (`eventHash`), and what it is about can be written by the same statement.
 */
export function appending(event: Part, condition: RawBuilder<unknown>) {
  const region = event('region')
  return sql`
    event_before as (
      select number + 1 as number, hash from event_head where region = ${region} and ${condition} for update),
    event_added as (
      insert into event (region, number, id, at, actor, name, subject, details, previous_hash, hash)
      select ${region}, number, ${event('id')}, ${event('now')}, ${event('by')}, ${event('name')}, ${event('subject')},
        ${event('details')}::jsonb, hash,
        encode(sha256(convert_to(${event('before')}::text || number || ',"previousHash":' || coalesce('"' || hash || '"', 'null')
          || ${event('after')}::text, 'UTF8')), 'hex')
      from event_before returning number, hash),
    event_after as (
      update event_head set number = event_added.number, hash = event_added.hash
      from event_added where event_head.region = ${region})`
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
