// Projects and unfinished work pass from one organisation to another; what is finished stays with the one that did it.
import { sql } from 'kysely'
import { settled } from '../kernel/lifecycle/state.ts'
import type { Tx } from './db.ts'

/** Of all projects, or of those named. Answers how many of each went over. */
export async function handOver(
  tx: Tx,
  from: string,
  to: string,
  projects?: readonly string[],
): Promise<{ projects: number; filings: number }> {
  const some = projects === undefined ? sql<boolean>`true` : sql<boolean>`id = any(${projects}::uuid[])`
  const moved = await tx
    .updateTable('project')
    .set((eb) => ({ organisation_id: to, revision: eb('revision', '+', 1) }))
    .where('organisation_id', '=', from)
    .where(some)
    .returning('id')
    .execute()
  const ids = moved.map(({ id }) => id)
  const filings = await sql<{ form_id: string }>`
    update filing set organisation_id = ${to}, revision = revision + 1
    where organisation_id = ${from} and not state = any(${settled}::text[])
      and (project_id = any(${ids}::uuid[]) or (project_id is null and ${projects === undefined}::boolean))
    returning form_id`.execute(tx)
  await sql`update form set organisation_id = ${to} where id = any(${filings.rows.map((row) => row.form_id)}::uuid[])`.execute(
    tx,
  )
  return { projects: moved.length, filings: filings.rows.length }
}
