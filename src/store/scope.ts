// The one place where a query is narrowed to what its actor may see.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Scope } from '../kernel/policy/decide.ts'

/** Columns of the query that say where a row stands: an organisation's path and, where it has them, publication and filing. */
export type Standing = {
  readonly path: string
  /** Time of publication; null = not published. */
  readonly published?: string
  /** Id of the filing, for what was assigned to a person. */
  readonly filing?: string
}

/** A condition for `where`: true of the rows within the scope, and of nothing else. */
export function within(scope: Scope, standing: Standing): RawBuilder<SqlBool> {
  if (scope.everything) return sql<SqlBool>`true`
  const path = sql.ref(standing.path)
  const ways: RawBuilder<unknown>[] = [sql`${path} = any(${scope.exact}::text[])`, ...scope.subtrees.map(below(path))]
  if (standing.published && scope.published) ways.push(sql`${sql.ref(standing.published)} is not null`)
  if (standing.filing && scope.assignedTo !== null)
    ways.push(sql`exists (select 1 from filing_assignment as assigned
      where assigned.filing_id = ${sql.ref(standing.filing)} and assigned.person_id = ${scope.assignedTo})`)
  return sql<SqlBool>`(${sql.join(ways, sql` or `)})`
}

/** A range, so that the index on paths serves it whatever the collation: '0' is the sign behind '/'. */
const below =
  (path: RawBuilder<unknown>) =>
  (subtree: string): RawBuilder<unknown> =>
    sql`(${path} ~>=~ ${subtree} and ${path} ~<~ ${`${subtree.slice(0, -1)}0`})`
