// Long work as the users see it: asked for, running, ended, item by item.
import { sql } from 'kysely'
import type { Database, Tx } from './db.ts'
import type { JobItemTable, JobState, JobTable } from './schema-work.ts'

export type Job = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly state: JobState
  readonly input: unknown
  readonly done: number
  readonly total: number | null
  readonly attempts: number
  readonly cancelAsked: boolean
  readonly error: string | null
  readonly outcome: unknown
  readonly fileName: string | null
  readonly fileSha256: string | null
  readonly personId: string | null
  readonly by: string
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly changedAt: Date
}

const select = (db: Database) =>
  db
    .selectFrom('job')
    .select(['id', 'kind', 'title', 'state', 'input', 'done', 'total', 'attempts', 'cancel_asked as cancelAsked'])
    .select(['error', 'outcome', 'file_name as fileName', 'file_sha256 as fileSha256', 'person_id as personId', 'by'])
    .select(['created_at as createdAt', 'started_at as startedAt', 'ended_at as endedAt', 'changed_at as changedAt'])

type NewJob = Pick<JobTable, 'id' | 'kind' | 'title' | 'total' | 'person_id' | 'by' | 'file_name' | 'file_sha256'> & {
  readonly input: unknown
}

const unstarted = {
  done: 0,
  attempts: 0,
  cancel_asked: false,
  error: null,
  outcome: null,
  started_at: null,
  ended_at: null,
} as const

export const insert = (tx: Tx, { input, ...job }: NewJob, now: Date) =>
  tx
    .insertInto('job')
    .values({
      ...job,
      ...unstarted,
      input: JSON.stringify(input),
      state: 'queued',
      created_at: now,
      changed_at: now,
    })
    .execute()

export const load = (db: Database, id: string): Promise<Job | undefined> =>
  select(db).where('id', '=', id).executeTakeFirst()

/** Of one person (null = the command line), the newest first. */
export const listOf = (
  db: Database,
  personId: string | null,
  {
    before,
    since,
    limit,
  }: { readonly before?: Date | undefined; readonly since?: Date | undefined; readonly limit: number },
): Promise<Job[]> =>
  select(db)
    .where(sql<boolean>`person_id is not distinct from ${personId}::uuid`)
    .$if(before !== undefined, (query) => query.where('created_at', '<', before ?? new Date(0)))
    .$if(since !== undefined, (query) => query.where('changed_at', '>', since ?? new Date(0)))
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()

/** Everything that has not ended. */
export const open = (db: Database): Promise<Job[]> =>
  select(db).where('state', 'in', ['queued', 'running']).orderBy('created_at').execute()

type JobChange = Partial<Omit<JobTable, 'id' | 'input' | 'outcome'>> & { readonly outcome?: unknown }

/** Only while it has not ended: an end is final. False where it had. */
export async function update(db: Database, id: string, { outcome, ...change }: JobChange, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ ...change, ...(outcome === undefined ? {} : { outcome: JSON.stringify(outcome) }), changed_at: now })
    .where('id', '=', id)
    .where('state', 'in', ['queued', 'running'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type JobItem = Omit<JobItemTable, 'job_id'>

/** The outcome of one item; done again after a crash, the first answer stays. */
export const addItem = (db: Database, jobId: string, item: JobItem) =>
  db
    .insertInto('job_item')
    .values({ job_id: jobId, ...item })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const items = (db: Database, jobId: string, after = 0, limit = 1_000): Promise<JobItem[]> =>
  db
    .selectFrom('job_item')
    .select(['number', 'subject', 'title', 'outcome', 'message'])
    .where('job_id', '=', jobId)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()

export async function countOutcomes(
  db: Database,
  jobId: string,
): Promise<Readonly<Record<JobItem['outcome'], number>>> {
  const rows = await db
    .selectFrom('job_item')
    .select(['outcome', sql<string>`count(*)`.as('count')])
    .where('job_id', '=', jobId)
    .groupBy('outcome')
    .execute()
  const counted = { done: 0, refused: 0, failed: 0 }
  for (const { outcome, count } of rows) counted[outcome] = Number(count)
  return counted
}

export async function countByState(db: Database): Promise<Readonly<Record<string, number>>> {
  const rows = await db
    .selectFrom('job')
    .select(['state', sql<string>`count(*)`.as('count')])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}
