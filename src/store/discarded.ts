// Filings that were discarded keep their versions and steps; lists leave them out by this.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { State } from '../kernel/lifecycle/state.ts'

/** `filing`: column with the id of a filing, null where there is none. */
export const notDiscarded = (filing: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`not exists (select 1 from filing as dropped
    where dropped.id = ${sql.ref(filing)} and dropped.state = ${sql.lit('discarded' satisfies State)})`
