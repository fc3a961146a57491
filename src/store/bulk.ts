// Many rows in one statement: one array a column, so the statement text is always the same (and can be prepared).
import { sql } from 'kysely'
import type { Tx } from './db.ts'
import type { Schema } from './schema.ts'

/** Inserts rows; `types` names the columns and their SQL types, in order. */
export async function insertRows<T extends keyof Schema & string>(
  tx: Tx,
  table: T,
  types: Readonly<Record<string, string>>,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.entries(types)
  const names = sql.join(columns.map(([name]) => sql.ref(name)))
  const arrays = sql.join(
    columns.map(([name, type]) => sql`${rows.map((row) => row[name] ?? null)}::${sql.raw(type)}[]`),
  )
  await sql`insert into ${sql.table(table)} (${names}) select * from unnest(${arrays})`.execute(tx)
}
