// Organisations on an earlier day: who was in force, found by the name of that day, and the changes to walk back.
import { type SqlBool, sql } from 'kysely'
import type { PastChange } from '../kernel/organisation/as-of.ts'
import type { Organisation } from '../kernel/organisation/organisation.ts'
import type { Database } from './db.ts'
import { searchPatterns } from './identity.ts'

/**
 * In force on the day, by words of code or of the name it had then (as kernel/organisation/as-of has it); shortest
 * names first. Names and parents are those of now: see changesOf.
 */
export async function search(
  db: Database,
  { text, day, limit }: { text: string; day: string; limit: number },
): Promise<Organisation[]> {
  const words = searchPatterns(text).map((pattern) => sql<SqlBool>`of_day.search like ${pattern}`)
  const { rows } = await sql<Organisation>`
    with was as (
      select distinct on (c.organisation_id) c.organisation_id, c.before ->> 'name' as name
      from organisation_change as c
      where c.verb = 'rename' and c.effective_on > ${day}::date and not exists (
        select 1 from organisation_change as later
        where later.organisation_id = c.organisation_id and later.verb = 'rename'
          and later.effective_on <= ${day}::date and (later.at, later.id) > (c.at, c.id))
      order by c.organisation_id, c.at, c.id)
    select o.id, o.kind, o.code, o.name, o.parent_id as "parentId", o.path, o.region,
      o.valid_from as "validFrom", o.valid_to as "validTo"
    from organisation as o
    left join was on was.organisation_id = o.id
    cross join lateral (select case when was.name is null then o.search else
      o.code || chr(10) || lower(regexp_replace(normalize(was.name, NFKC), '\\s+', '', 'g')) end as search) as of_day
    where o.valid_from <= ${day}::date and (o.valid_to is null or o.valid_to > ${day}::date)
      ${words.length > 0 ? sql`and ${sql.join(words, sql` and `)}` : sql``}
    order by length(coalesce(was.name, o.name)), o.code
    limit ${limit}`.execute(db)
  return rows
}

/** What happened to each of these organisations, the last recorded first. */
export async function changesOf(db: Database, ids: readonly string[]): Promise<Map<string, PastChange[]>> {
  const rows = await db
    .selectFrom('organisation_change')
    .select(['organisation_id as id', 'verb', 'effective_on as effectiveOn', 'before'])
    .where(sql<SqlBool>`organisation_id = any(${ids}::uuid[])`)
    .orderBy('at', 'desc')
    .orderBy('organisation_change.id', 'desc')
    .execute()
  const changes = new Map<string, PastChange[]>()
  for (const { id, ...change } of rows) changes.set(id, [...(changes.get(id) ?? []), change])
  return changes
}
