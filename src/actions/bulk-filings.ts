// One verb for many filings: found by a search on the server, done one by one through the lifecycle, told one by one.

import type { FilingSearch } from '../api/filings.ts'
import type { BulkVerb, bulkVerbs, JobView } from '../api/jobs.ts'
import { decideVerb } from '../kernel/lifecycle/decide.ts'
import { verbs } from '../kernel/lifecycle/verbs.ts'
import { Problem, problem } from '../kernel/problem.ts'
import * as filedForms from '../store/filed-forms.ts'
import * as filingSteps from '../store/filing-steps.ts'
import * as store from '../store/jobs.ts'
import { type Context, dayOf } from './context.ts'
import type { JobKind, Work } from './job-runner.ts'
import { type BulkAsked, type JobInput, own, requestJob, verbToUndo } from './jobs.ts'
import { refuseUnfit } from './judge-filing.ts'
import { listFilings } from './list-filings.ts'
import * as moves from './move-filing.ts'
import { type OpenFiling, openFiling } from './open-filing.ts'
import { refuseUnfitToPublish } from './refuse-unfit-to-publish.ts'
import { searchNamed } from './saved-searches.ts'

const most = 20_000

type Bulk = {
  readonly verb: BulkVerb
  readonly filter: FilingSearch
  readonly search?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly reason?: string | undefined
  readonly dryRun: boolean
}

/** Asks for it; the filings are those named, else those the search finds now. Problem: job.refused for none or too many. */
export async function requestBulk(context: Context, { filter, search, ids: named, ...asked }: Bulk): Promise<JobView> {
  // Whether one may be seen at all is found out where it is done: what is not is refused there, one by one.
  const kept = search === undefined ? filter : { ...(await searchNamed(context, search)), limit: 200 }
  const ids = named ? [...new Set(named)] : await idsOf(context, kept)
  if (ids.length === 0) throw problem('job.refused', { reason: '没有符合条件的填报件。请调整筛选条件。' })
  return ask(context, { ...asked, ids })
}

const ask = (context: Context, asked: BulkAsked): Promise<JobView> => {
  const title = `${asked.dryRun ? '预演' : '批量'}${verbs[asked.verb].title}（${asked.ids.length}件）`
  return requestJob(context, { kind: 'bulk', title, total: asked.ids.length, asked })
}

async function idsOf(context: Context, filter: FilingSearch): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | undefined; ; ) {
    const { rows, next } = await listFilings(context, { ...filter, after, limit: 200 })
    ids.push(...rows.map(({ id }) => id))
    if (ids.length > most) throw problem('job.refused', { reason: `符合条件的超过${most}件，请分几次办理。` })
    if (next === null) return ids
    after = next
  }
}

/** Takes back what a bulk job did, where the lifecycle has a verb for it. Problem: job.refused where it has none. */
export async function undoBulk(context: Context, { id }: { id: string }): Promise<JobView> {
  const job = await own(context, id)
  const verb = verbToUndo(job)
  if (verb === null) throw problem('job.refused', { reason: '这项任务不能整批撤销。' })
  const done = (await store.items(context.db, id, 0, most)).filter(({ outcome }) => outcome === 'done')
  if (done.length === 0) throw problem('job.refused', { reason: '这项任务没有办成任何一件，无须撤销。' })
  const { verb: undone } = (job.input as JobInput<BulkAsked>).asked // what requestBulk wrote
  const reason = `撤销批量${verbs[undone].title}`
  return ask(context, { verb, ids: done.map(({ subject }) => subject), reason, dryRun: false })
}

const moving = {
  submit: moves.submitFiling,
  withdraw: moves.withdrawFiling,
  accept: moves.acceptFiling,
  release: moves.releaseFiling,
  approve: moves.approveFiling,
  'send-back': moves.sendBackFiling,
  remind: moves.remindFiling,
  reopen: moves.reopenFiling,
  abandon: moves.abandonFiling,
  publish: moves.publishFiling,
  retract: moves.retractFiling,
} as const satisfies Record<keyof typeof bulkVerbs, unknown>

export const bulkJob: JobKind = async (work) => {
  const { asked } = work.job.input as JobInput<BulkAsked> // what requestBulk wrote
  for (const [i, id] of asked.ids.entries()) {
    if (work.known.has(i + 1)) continue
    await work.item({ number: i + 1, subject: id, ...(await attempt(work, asked, id)) })
  }
}

async function attempt(
  { context, job }: Work,
  { verb, reason, dryRun }: BulkAsked,
  id: string,
): Promise<Pick<store.JobItem, 'title' | 'outcome' | 'message'>> {
  let title = id
  try {
    const { filing, facts, place } = await openFiling(context, id)
    title = `${filing.organisation.name}　${filing.project?.name ?? '整体绩效'}`
    // Done just before an interruption, and not yet noted: done again it would be refused.
    if (job.attempts > 0 && (await doneAlready(context, id, verb, job)))
      return { title, outcome: 'done', message: null }
    const decision = decideVerb(verb, context.actor, facts, place, context.now())
    if (!decision.allowed) return { title, outcome: 'refused', message: decision.reason }
    if (dryRun) await rehearse(context, verb, filing)
    else await moving[verb](context, { id, reason })
    return { title, outcome: 'done', message: null }
  } catch (error) {
    if (error instanceof Problem && error.status < 500) return { title, outcome: 'refused', message: error.message }
    throw error
  }
}

/** What the verb would refuse beside its moment: a form that is not ready, or not fit for the public. */
async function rehearse(context: Context, verb: BulkVerb, filing: OpenFiling['filing']): Promise<void> {
  if (verb === 'publish' && filing.approvedVersion !== null) {
    const approved = await filedForms.version(context.db, filing.formId, filing.approvedVersion)
    if (approved) refuseUnfitToPublish(approved.form, dayOf(context), false)
  }
  if (verb !== 'submit') return
  const stored = await filedForms.version(context.db, filing.formId, filing.version)
  if (stored) await refuseUnfit(context, context.db, filing, stored.form)
}

async function doneAlready({ db, actor }: Context, id: string, verb: string, job: store.Job): Promise<boolean> {
  const last = (await filingSteps.list(db, id)).at(-1)
  return last?.verb === verb && last.by === actor.name && last.at >= (job.startedAt ?? job.createdAt)
}
