// Delivery of jobs by pg-boss, in its own schema of the same database: one process at a time works on a job, and a job
// whose process died is given to another. What a job is and how it ended stands in the table job.
import { sql } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Database } from './db.ts'

export type JobQueue = {
  /** Offers a job to all processes; offered before, it changes nothing. */
  readonly offer: (id: string) => Promise<void>
  /** Calls `run` for each job, one after the other; the signal aborts when this process must let go of it. */
  readonly work: (run: (id: string, signal: AbortSignal) => Promise<void>) => Promise<void>
  /** Takes no more; what is running is given `seconds` to end, then handed back. */
  readonly stop: (seconds: number) => Promise<void>
}

const name = 'hengji'
/** How soon a job of a process that died is given to another. */
const heartbeatSeconds = 10

export async function openJobQueue(db: Database, onError: (error: Error) => void): Promise<JobQueue> {
  const boss = new PgBoss({
    db: fromKysely(db),
    schedule: false,
    superviseIntervalSeconds: heartbeatSeconds,
    monitorIntervalSeconds: heartbeatSeconds,
  })
  boss.on('error', onError)
  try {
    await alone(db, async () => {
      await boss.start()
      await boss.createQueue(name, { retryLimit: 5, retryDelay: 0, expireInSeconds: 6 * 3600, heartbeatSeconds })
    })
  } catch (error) {
    await boss.stop({ graceful: false, close: false }).catch(() => undefined) // its timers must not outlive it
    throw error
  }
  let worker: string | undefined
  return {
    offer: async (id) => {
      await boss.send(name, { id }, { id })
      if (worker !== undefined) boss.notifyWorker(worker)
    },
    work: async (run) => {
      worker = await boss.work<{ id: string }>(name, { batchSize: 1, pollingIntervalSeconds: 2 }, async ([job]) => {
        if (job) await run(job.data.id, job.signal)
      })
    },
    // A database that is away by then keeps nothing: the jobs are given to others when their heartbeat is missed.
    stop: (seconds) => boss.stop({ graceful: true, close: false, timeout: seconds * 1000 }).catch(onError),
  }
}

/** Any number nobody else of this database locks. */
const making = 7_302_024

/** One process after the other: two that start at once on a new database would both make the schema, and one would fail. */
const alone = (db: Database, work: () => Promise<void>): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(making)})`.execute(tx)
    await work()
  })
