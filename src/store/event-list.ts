// Reading the audit: searched by time, event, person and subject, narrowed to what the reader stands above.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '../kernel/policy/decide.ts'
import type { Database } from './db.ts'
import type { Event } from './events.ts'
import { within } from './scope.ts'

export type EventFilter = {
  /** Exactly this, or with a dot at the end all of a noun: filing. */
  readonly name?: string | undefined
  readonly subject?: string | undefined
  readonly region?: string | undefined
  /** Part of the actor's name or login. */
  readonly actor?: string | undefined
  readonly from?: Date | undefined
  /** Before this moment. */
  readonly to?: Date | undefined
}
/** The event a page ended with. Of one moment and region, the number says which came later. */
export type After = Pick<Event, 'at' | 'region' | 'number'>
export type ListedEvent = Event & { readonly hash: string }

/**
 * Where an event stands: at the organisation its subject is or belongs to. The reader stands above it, or above the
 * whole region whose chain it is part of; what belongs to no region is for those who stand at a root.
 */
function readable(scope: Scope): RawBuilder<SqlBool> {
  if (scope.everything) return sql<SqlBool>`true`
  const above = within(scope, { path: 'o.path' })
  const id = sql`(case when e.subject ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then e.subject::uuid end)`
  const of = (table: string, column: string) =>
    sql`exists (select 1 from ${sql.table(table)} as s join organisation as o on o.id = s.${sql.ref(column)}
      where s.id = ${id} and ${above})`
  return sql<SqlBool>`(
    e.region in (select o.region from organisation as o
      where (o.parent_id is null or o.kind in ('region', 'finance')) and ${above})
    or (e.region = '' and exists (select 1 from organisation as o where o.parent_id is null and ${above}))
    or ${of('organisation', 'id')} or ${of('filing', 'organisation_id')} or ${of('person', 'organisation_id')}
    or ${of('project', 'organisation_id')} or ${of('cycle', 'organisation_id')} or ${of('form', 'organisation_id')}
    or exists (select 1 from task as t join cycle as c on c.id = t.cycle_id join organisation as o on o.id = c.organisation_id
      where t.id = ${id} and ${above})
    or exists (select 1 from role_grant as g join organisation as o on o.id = g.organisation_id where g.id = ${id} and ${above}))`
}

/** One page, newest first. */
export function search(
  db: Database,
  scope: Scope,
  { name, subject, region, actor, from, to }: EventFilter,
  { after, limit }: { readonly after: After | null; readonly limit: number },
): Promise<ListedEvent[]> {
  let query = db
    .selectFrom('event as e')
    .select(['e.region', 'e.number', 'e.id', 'e.at', 'e.actor', 'e.name', 'e.subject', 'e.details'])
    .select(['e.previous_hash as previousHash', 'e.hash'])
    .where(readable(scope))
  if (name?.endsWith('.')) query = query.where(sql<SqlBool>`starts_with(e.name, ${name})`)
  else if (name) query = query.where('e.name', '=', name)
  if (subject) query = query.where('e.subject', '=', subject)
  if (region !== undefined) query = query.where('e.region', '=', region)
  if (actor) query = query.where(sql<SqlBool>`strpos(e.actor, ${actor}) > 0`)
  if (from) query = query.where('e.at', '>=', from)
  if (to) query = query.where('e.at', '<', to)
  if (after)
    query = query.where(
      sql<SqlBool>`(e.at, e.region, e.number) < (${after.at}::timestamptz, ${after.region}, ${after.number}::integer)`,
    )
  return query.orderBy('e.at', 'desc').orderBy('e.region', 'desc').orderBy('e.number', 'desc').limit(limit).execute()
}
