// Works on jobs: as the person who asked, with the grants of this moment; item by item; to a stated end.
import { type Actor, system } from '../kernel/policy/actor.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { Problem, problem } from '../kernel/problem.ts'
import type { FileStore } from '../store/files.ts'
import * as grants from '../store/grants.ts'
import type { JobQueue } from '../store/job-queue.ts'
import * as store from '../store/jobs.ts'
import * as people from '../store/people.ts'
import type { Context } from './context.ts'
import type { JobInput } from './jobs.ts'
import type { FormReader } from './read-forms.ts'

export type Work = {
  /** Acts as the person who asked. */
  readonly context: Context
  readonly files: FileStore
  readonly read: FormReader
  readonly job: store.Job
  /** Items that are done already, from before an interruption: their numbers. */
  readonly known: ReadonlySet<number>
  readonly count: (total: number) => Promise<void>
  /** Notes the outcome of an item. Throws Stopped where the work is cancelled or must be handed back. */
  readonly item: (item: store.JobItem) => Promise<void>
  /** Keeps what the work made, for the person to fetch. */
  readonly keep: (name: string, bytes: Uint8Array) => Promise<void>
}
export type JobKind = (work: Work) => Promise<void>

class Stopped extends Error {}

export type RunnerOptions = {
  readonly context: Context
  readonly files: FileStore
  readonly read: FormReader
  readonly kinds: Readonly<Record<string, JobKind>>
  /** Told of faults of the program, which are tried again. */
  readonly onFault: (error: unknown, job: string) => void
}

const mostAttempts = 4

/** One job, from wherever it stands. Rejects where it should be tried again, by this process or another. */
export async function runJob(options: RunnerOptions, id: string, signal: AbortSignal): Promise<void> {
  const { context } = options
  const { db, now } = context
  const job = await store.load(db, id)
  if (job === undefined || !['queued', 'running'].includes(job.state)) return
  const end = (state: 'done' | 'failed' | 'cancelled', error: string | null = null) =>
    finish(context, job, state, error)
  if (job.cancelAsked) return end('cancelled')
  const attempts = job.attempts + 1
  // ended by another process since it was looked at
  if (!(await store.update(db, id, { state: 'running', attempts, started_at: job.startedAt ?? now() }, now()))) return
  try {
    const kind = options.kinds[job.kind]
    if (kind === undefined) throw problem('job.refused', { reason: `本程序不会做“${job.kind}”。` })
    await kind(await workOf(options, { ...job, startedAt: job.startedAt ?? now() }, signal))
    await end('done')
  } catch (error) {
    if (error instanceof Stopped) {
      if (signal.aborted) throw error // handed back: it goes on elsewhere
      return end('cancelled')
    }
    if (error instanceof Problem && error.status < 500) return end('failed', error.message)
    options.onFault(error, id)
    if (attempts >= mostAttempts)
      return end('failed', '程序多次出错，任务没有完成。已办的部分见明细，请联系系统管理员。')
    throw error
  }
}

async function workOf({ context, files, read }: RunnerOptions, job: store.Job, signal: AbortSignal): Promise<Work> {
  const { db, now } = context
  const actor = await actorOf(context, job)
  const known = await store.items(db, job.id, 0, 1_000_000)
  let done = known.length
  return {
    context: { ...context, actor },
    files,
    read,
    job,
    known: new Set(known.map(({ number }) => number)),
    count: async (total) => void (await store.update(db, job.id, { total }, now())),
    keep: async (name, bytes) => {
      const sha256 = await files.put(bytes)
      await store.update(db, job.id, { file_name: name, file_sha256: sha256 }, now())
    },
    item: async (item) => {
      await store.addItem(db, job.id, item)
      done++
      await store.update(db, job.id, { done }, now())
      if (signal.aborted || (await store.load(db, job.id))?.cancelAsked) throw new Stopped()
    },
  }
}

/** Roles that were taken away meanwhile are gone, and so is a person who was disabled. */
async function actorOf({ db }: Context, { personId, by, input }: store.Job): Promise<Actor> {
  if (personId === null) return system
  const person = await people.load(db, scopeOf(system, 'person.read'), personId)
  if (person === undefined || person.disabledAt !== null)
    throw problem('job.refused', { reason: '提出任务的人员已停用。' })
  const { scopes } = input as JobInput // what requestJob wrote
  return { kind: 'person', id: personId, name: by, grants: await grants.of(db, personId), scopes }
}

async function finish(
  { db, now }: Context,
  { id }: store.Job,
  state: 'done' | 'failed' | 'cancelled',
  error: string | null,
): Promise<void> {
  const outcome = await store.countOutcomes(db, id)
  await store.update(db, id, { state, error, outcome, ended_at: now() }, now())
}

/** Takes jobs until it is stopped, those included that nobody was told of. Answers what to call for each notice. */
export async function startRunner(
  options: RunnerOptions,
  queue: JobQueue,
): Promise<{ readonly look: () => Promise<void>; readonly stop: () => Promise<void> }> {
  const look = async () => {
    for (const { id } of await store.open(options.context.db)) await queue.offer(id)
  }
  await queue.work((id, signal) => runJob(options, id, signal))
  await look()
  const timer = setInterval(() => void look().catch((error) => options.onFault(error, '')), 15_000)
  timer.unref()
  return {
    look,
    stop: async () => {
      clearInterval(timer)
      await queue.stop(20)
    },
  }
}
