// A filing as an action begins with it: the row, what the lifecycle decides by, and where it stands.
import { closedBecause } from '../kernel/cycle/window.ts'
import type { FilingFacts } from '../kernel/lifecycle/filing.ts'
import { assess } from '../kernel/lifecycle/four-aspects.ts'
import { isEditable, isReview, routeOf, setsTargets, states } from '../kernel/lifecycle/state.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import type { Place } from '../kernel/policy/permission.ts'
import { problem } from '../kernel/problem.ts'
import { profileOf } from '../kernel/profile/choose.ts'
import type { Database, Tx } from '../store/db.ts'
import * as filedForms from '../store/filed-forms.ts'
import * as filings from '../store/filings.ts'
import * as reviews from '../store/reviews.ts'
import * as tasks from '../store/tasks.ts'
import { type Context, dayOf } from './context.ts'

export type OpenFiling = { readonly filing: filings.Filing; readonly facts: FilingFacts; readonly place: Place }

/** To read. Problem: filing.notFound, also for what the actor may not see. */
export async function openFiling(context: Context, id: string, db: Database = context.db): Promise<OpenFiling> {
  const filing = await filings.load(db, scopeOf(context.actor, 'filing.read'), id)
  if (filing === undefined) throw problem('filing.notFound', {})
  return { filing, facts: await factsOf(context, db, filing), place: placeOf(filing) }
}

/** To change: nobody else does until the transaction ends. `revision` = what the actor saw; a newer one is refused. */
export async function lockFiling(context: Context, tx: Tx, id: string, revision?: number): Promise<OpenFiling> {
  const filing = await filings.lock(tx, scopeOf(context.actor, 'filing.read'), id)
  if (filing === undefined) throw problem('filing.notFound', {})
  if (revision !== undefined && revision !== filing.revision)
    throw problem('filing.changed', { state: states[filing.state] })
  return { filing, facts: await factsOf(context, tx, filing), place: placeOf(filing) }
}

export const placeOf = ({ path, assigned }: Pick<filings.Filing, 'path' | 'assigned'>): Place => ({ path, assigned })

async function factsOf(context: Context, db: Database, filing: filings.Filing): Promise<FilingFacts> {
  const { state, version } = filing
  const skipped = profileOf(filing.profile)?.skippedSteps ?? []
  const above = filing.above.map(({ kind }) => kind)
  const sheet = isReview(state)
    ? await reviews.own(db, { filingId: filing.id, version, step: state, personId: context.actor.id })
    : undefined
  return {
    state,
    kind: filing.taskKind,
    route: routeOf(filing.organisation.kind, above, skipped),
    accepted: filing.accepted,
    delegate: filing.delegate,
    preparers: filing.preparers,
    askedToSign: filing.askedToSign,
    standing: filing.standing,
    closedBecause: whyClosed(context, filing),
    noAdjustmentBecause: await whyNoAdjustment(context, db, filing),
    noNewerTargetBecause: await whyNoNewerTarget(db, filing),
    assessment: sheet === undefined ? null : assess(sheet.marks),
  }
}

/**
 * Why nothing may be filed. What was sent back, or opened again by the performance office, may be put right after the
 * deadline; while an adjustment is drafted the days of its own task count.
 */
function whyClosed(context: Context, filing: filings.Filing): string | null {
  if (filing.state !== 'draft' && filing.state !== 'returned') return null
  const { window } = filing
  if (window === null) return `本任务没有对${filing.organisation.name}开放。`
  const again = filing.state === 'returned' || (filing.standing !== null && filing.adjustmentTaskId === null)
  const day = dayOf(context)
  return closedBecause(again ? { ...window, opensOn: day, closesOn: null } : window, day)
}

/** Why no adjustment may begin; only asked where one could. */
async function whyNoAdjustment(context: Context, db: Database, filing: filings.Filing): Promise<string | null> {
  if (!setsTargets(filing.taskKind) || (filing.state !== 'approved' && filing.state !== 'published')) return null
  return (await openAdjustment(context, db, filing)) === null
    ? `${filing.fiscalYear}年度没有对${filing.organisation.name}开放的目标调整任务。`
    : null
}

/** Why there is nothing to renew the basis by; only asked where it could be. */
async function whyNoNewerTarget(db: Database, filing: filings.Filing): Promise<string | null> {
  const { basisId, basisVersion } = filing
  if (basisId === null) return '本表不是依据批复的目标填报的。'
  if (!isEditable(filing.state)) return null
  const inForce = await filedForms.inForce(db, basisId)
  return inForce === undefined || inForce === basisVersion ? '依据的就是最新批复的目标，不用更新。' : null
}

/** The task of adjustment that is open for a filing's organisation; null = none. */
export async function openAdjustment(context: Context, db: Database, filing: filings.Filing): Promise<string | null> {
  for (const { id } of await filings.adjustmentTasks(db, filing.organisation.id, filing.fiscalYear)) {
    const window = await tasks.windowFor(db, id, filing.organisation.id)
    if (window && closedBecause(window, dayOf(context)) === null) return id
  }
  return null
}
