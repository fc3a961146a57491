// Long work as the person sees it who asked for it.
import { bulkVerbs, type JobItems, type JobPage, type JobView } from '../api/jobs.ts'
import type { Actor } from '../kernel/policy/actor.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as store from '../store/jobs.ts'
import { type Context, stampOf } from './context.ts'

/** What a job was asked for with, and the limit of the token it was asked through. */
export type JobInput<I = unknown> = { readonly asked: I; readonly scopes: readonly string[] | null }

type Asked = {
  readonly kind: string
  readonly title: string
  readonly total: number | null
  readonly asked: unknown
  /** What it works on, in the store of files: a backup holds it as long as the job is known. */
  readonly file?: { readonly name: string; readonly sha256: string }
}

/** Writes down what is to be done; whichever process is free does it. */
export async function requestJob(context: Context, { kind, title, total, asked, file }: Asked): Promise<JobView> {
  const { actor } = context
  const id = context.newId()
  const stamp = stampOf(context)
  const input: JobInput = { asked, scopes: actor.scopes }
  await withTx(context.db, async (tx) => {
    const whose = { person_id: actor.id, by: actor.name }
    const kept = { file_name: file?.name ?? null, file_sha256: file?.sha256 ?? null }
    await store.insert(tx, { id, kind, title, total, input, ...whose, ...kept }, stamp.now)
    await events.record(tx, { name: 'job.request', subject: id, details: { kind, title } }, stamp)
  })
  return viewOf(await own(context, id))
}

/** One's own, and for the command line of this machine its own. */
export async function own({ db, actor }: Context, id: string): Promise<store.Job> {
  const job = await store.load(db, id)
  if (job === undefined || !belongsTo(job, actor)) throw problem('job.notFound', {})
  return job
}

const belongsTo = ({ personId }: store.Job, { kind, id }: Actor): boolean =>
  kind === 'system' || (id !== null && personId === id)

export function viewOf(job: store.Job): JobView {
  const { id, kind, title, state, done, total, error, outcome } = job
  return {
    id,
    kind,
    title,
    state,
    done,
    total,
    error,
    outcome,
    dryRun: isTrial(job),
    undoable: verbToUndo(job) !== null,
    file: kind === 'compile' && state === 'done' ? job.fileName : null,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    endedAt: job.endedAt?.toISOString() ?? null,
  }
}

export type BulkAsked = {
  readonly verb: keyof typeof bulkVerbs
  readonly ids: readonly string[]
  readonly reason?: string | undefined
  readonly dryRun: boolean
}

/** What was asked for as a trial; kinds of job that have none ask for no `dryRun`. */
const isTrial = ({ input }: store.Job): boolean => {
  const { asked } = input as JobInput<{ readonly dryRun?: boolean } | null> // what requestJob wrote
  return asked?.dryRun === true
}

/** The verb that takes back what a bulk job did; null where there is none, or it did nothing yet. */
export function verbToUndo({ kind, state, input }: store.Job) {
  if (kind !== 'bulk' || !['done', 'failed', 'cancelled'].includes(state)) return null
  const { asked } = input as JobInput<BulkAsked> // what requestBulk wrote
  return asked.dryRun ? null : bulkVerbs[asked.verb]
}

export async function listJobs(
  { db, actor }: Context,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<JobPage> {
  const before = after === undefined ? undefined : new Date(after)
  const rows = await store.listOf(db, actor.id, { before, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return {
    rows: shown.map(viewOf),
    next: rows.length > limit ? (shown.at(-1)?.createdAt.toISOString() ?? null) : null,
  }
}

export const getJob = async (context: Context, { id }: { id: string }): Promise<JobView> =>
  viewOf(await own(context, id))

const pageSize = 500
export async function listJobItems(context: Context, { id, after }: { id: string; after: number }): Promise<JobItems> {
  await own(context, id)
  const rows = await store.items(context.db, id, after, pageSize)
  return { rows, next: rows.length === pageSize ? (rows.at(-1)?.number ?? null) : null }
}

/** Ends it at once where nobody works on it, else after the item it is at. Problem: job.refused where it has ended. */
export async function cancelJob(context: Context, { id }: { id: string }): Promise<JobView> {
  const job = await own(context, id)
  const now = context.now()
  const queued = job.state === 'queued'
  const ending = queued ? { state: 'cancelled' as const, ended_at: now } : {}
  if (!(await store.update(context.db, id, { cancel_asked: true, ...ending }, now)))
    throw problem('job.refused', { reason: '这项任务已经结束，不能取消。' })
  const stamp = stampOf(context)
  await withTx(context.db, (tx) => events.record(tx, { name: 'job.cancel', subject: id }, stamp))
  return viewOf(await own(context, id))
}

/** Those of the person that changed since a moment, for whoever was away meanwhile. */
export const jobsSince = async ({ db, actor }: Context, since: Date): Promise<readonly JobView[]> =>
  (await store.listOf(db, actor.id, { since, limit: 50 })).toReversed().map(viewOf)
