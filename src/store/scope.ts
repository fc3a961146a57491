// The one place where a query is narrowed to what its actor may see.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '../kernel/policy/decide.ts'
import { type Database, plannedAnew } from './db.ts'
import type { Value } from './statement.ts'

/** Columns of the query that say where a row stands. */
export type Standing = (
  | {
      /** Path of its organisation, which the query joins: for a few rows. */
      readonly path: string
    }
  | {
      /** Id of its organisation: for lists, where the organisations within reach are found once, not for every row. */
      readonly organisation: string
    }
) & {
  /** Time of publication; null = not published. */
  readonly published?: string
  /** Id of the filing, for what was assigned to a person. */
  readonly filing?: string
}

/** A condition for `where`: true of the rows within the scope, and of nothing else. */
export function within(scope: Scope, standing: Standing): RawBuilder<SqlBool> {
  if (scope.everything) return sql<SqlBool>`true`
  const ways: RawBuilder<unknown>[] = []
  if (scope.exact.length + scope.subtrees.length > 0) ways.push(reached(scope, standing))
  if (standing.published && scope.published) ways.push(sql`${sql.ref(standing.published)} is not null`)
  if (standing.filing && scope.assignedTo !== null)
    ways.push(sql`exists (select 1 from filing_assignment as assigned
      where assigned.filing_id = ${sql.ref(standing.filing)} and assigned.person_id = ${scope.assignedTo})`)
  // A condition that stands alone is left without `or`, so that the planner may begin with it.
  return ways.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(ways, sql` or `)})`
}

const reached = (scope: Scope, standing: Standing): RawBuilder<unknown> =>
  'path' in standing
    ? onPath(scope, sql.ref(standing.path))
    : sql`${sql.ref(standing.organisation)} in (${plannedAnew} select reached.id from organisation as reached where ${onPath(scope, sql.ref('reached.path'))})`

function onPath({ exact, subtrees }: Scope, path: RawBuilder<unknown>): RawBuilder<unknown> {
  const own = exact.length > 0 ? [sql`${path} = any(${exact}::text[])`] : []
  return sql`(${sql.join([...own, ...subtrees.map(below(path))], sql` or `)})`
}

/** A range, so that the index on paths serves it whatever the collation: '0' is the sign behind '/'. */
const below =
  (path: RawBuilder<unknown>) =>
  (subtree: string): RawBuilder<unknown> =>
    sql`(${path} ~>=~ ${subtree} and ${path} ~<~ ${`${subtree.slice(0, -1)}0`})`

/**
 * The same for one row, as a part of a statement that is built once for every scope (`statement.ts`): so it must be found
 * by something else, a key, and only looked at here.
 */
export function rowWithin(scope: Value<Scope>, { path, filing }: { readonly path: string; readonly filing: string }) {
  return sql<SqlBool>`(${scope(({ everything }) => everything)}::boolean
    or ${sql.ref(path)} = any(${scope(({ exact }) => exact)}::text[])
    or ${sql.ref(path)} ^@ any(${scope(({ subtrees }) => subtrees)}::text[])
    or exists (select from filing_assignment as assigned
      where assigned.filing_id = ${sql.ref(filing)} and assigned.person_id = ${scope(({ assignedTo }) => assignedTo)}::uuid))`
}

/** How many organisations the scope reaches, `most` where there are that many or more. */
export async function countReached(db: Database, scope: Scope, most: number): Promise<number> {
  if (scope.exact.length + scope.subtrees.length === 0) return 0
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from (${plannedAnew}
    select 1 from organisation as reached where ${onPath(scope, sql.ref('reached.path'))} limit ${most}) as found`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}
