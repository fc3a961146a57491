// The verbs that move a filing: lock → decide by the lifecycle → do what the verb does → record, in one transaction.
import type { MovedFiling } from '../api/filings.ts'
import type { Form } from '../kernel/form/form.ts'
import { at } from '../kernel/form/path.ts'
import { decideVerb, permits, type SendBackTo, stateAfter } from '../kernel/lifecycle/decide.ts'
import { withRegisteredFunds } from '../kernel/lifecycle/registered-funds.ts'
import { riskOf } from '../kernel/lifecycle/risk.ts'
import { isReview, type State, states } from '../kernel/lifecycle/state.ts'
import { type Verb, type VerbLine, verbs } from '../kernel/lifecycle/verbs.ts'
import { problem } from '../kernel/problem.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as filedForms from '../store/filed-forms.ts'
import * as steps from '../store/filing-steps.ts'
import * as filings from '../store/filings.ts'
import * as projects from '../store/projects.ts'
import { type Context, dayOf, stampOf } from './context.ts'
import { refuseUnfit, riskOfFiling } from './judge-filing.ts'
import { layoutOf } from './layout-of.ts'
import { lockFiling, type OpenFiling, openAdjustment } from './open-filing.ts'
import { refuseUnfitToPublish } from './refuse-unfit-to-publish.ts'

export type Move = {
  readonly id: string
  readonly revision?: number | undefined
  readonly reason?: string | undefined
  readonly to?: SendBackTo
  readonly paths?: readonly string[]
  /** Published although the scan found something against it. */
  readonly acknowledged?: boolean
}

/** What a verb does beside changing the state; answers what else of the filing changes. */
type Effect = (moving: Moving) => Promise<filings.FilingChange>
export type Moving = {
  readonly context: Context
  readonly tx: Tx
  readonly open: OpenFiling
  readonly move: Move
  readonly next: State
}

/** Throws the lifecycle's own reason: permission.denied for the wrong person, filing.refused for the wrong moment. */
export function refuseVerb(verb: Verb, context: Context, { facts, place }: OpenFiling): void {
  const permitted = permits(verb, context.actor, facts, place)
  if (!permitted.allowed) throw problem('permission.denied', { reason: permitted.reason })
  const decision = decideVerb(verb, context.actor, facts, place, context.now())
  if (!decision.allowed) throw problem('filing.refused', { reason: decision.reason })
}

/** An action for a verb. Problems: filing.notFound, filing.changed, permission.denied, filing.refused, and the effect's own. */
export const moveFiling =
  (verb: Verb, effect: Effect = async () => ({})) =>
  (context: Context, move: Move): Promise<MovedFiling> =>
    withTx(context.db, async (tx) => {
      const open = await lockFiling(context, tx, move.id, move.revision)
      refuseVerb(verb, context, open)
      const line: VerbLine = verbs[verb]
      if (line.reason && !move.reason) throw problem('filing.unfit', { reason: `请写明${line.title}的理由。` })
      const next = stateAfter(verb, open.facts, move.to)
      if (next === null) throw problem('filing.unfit', { reason: '只能退回到之前的环节。' })
      const change = await effect({ context, tx, open, move, next })
      return finish(verb, { context, tx, open, move, next }, change)
    })

/** Saves the new state, and what happened: the step and the event. */
async function finish(
  verb: Verb,
  { context, tx, open: { filing }, move, next }: Moving,
  change: filings.FilingChange,
): Promise<MovedFiling> {
  const stamp = stampOf(context)
  const moved = next !== filing.state
  if (moved) await steps.endOfStep(tx, filing.id)
  const leaving = { state: next, since: stamp.now, accepted_by: null, accepted_at: null, delegate_id: null }
  const revision = await filings.update(tx, filing.id, { ...(moved ? leaving : {}), ...change })
  const { version } = filing
  const reason = move.reason ?? null
  await steps.record(
    tx,
    filing.id,
    { verb, from: filing.state, to: next, version, reason, paths: move.paths ?? [] },
    stamp,
    context.actor.id,
  )
  const paths = move.paths?.length ? { paths: move.paths } : {}
  const seen = move.acknowledged ? { acknowledged: true } : {}
  const details = { from: filing.state, to: next, version, ...(reason === null ? {} : { reason }), ...paths, ...seen }
  await events.record(tx, { region: filing.region, name: `filing.${verb}`, subject: filing.id, details }, stamp)
  return { id: filing.id, state: next, stateTitle: states[next], revision }
}

/** Where no step of review is left it is settled: approved, in force, its facts derived. */
async function settle({ tx, open: { filing }, next }: Moving): Promise<filings.FilingChange> {
  if (isReview(next)) return {}
  const hash = await filedForms.putInForce(tx, filing.formId, filing.version)
  return {
    approved_version: filing.version,
    approved_sha256: hash,
    standing: null,
    adjustment_task_id: null,
    ...(filing.adjustmentTaskId === null ? {} : { adjusted_under: adjustedUnder(filing) }),
  }
}

/** The progress of a task of adjustment counts it from now on. */
const adjustedUnder = ({ adjustedUnder: before, adjustmentTaskId: now }: filings.Filing): string[] => [
  ...new Set([...before, ...(now === null ? [] : [now])]),
]

export const submitFiling = moveFiling('submit', async (moving) => {
  const { context, tx, open } = moving
  const stored = await filedForms.version(tx, open.filing.formId, open.filing.version)
  if (!stored) throw problem('filing.version', { number: open.filing.version })
  const findings = await refuseUnfit(context, tx, open.filing, stored.form)
  const facts = await riskOfFiling(tx, open.filing, stored.form, findings)
  const risk = { risk_facts: facts, risk: riskOf(facts).value }
  return { submitted_at: context.now(), ...risk, ...(await settle(moving)) }
})

export const withdrawFiling = moveFiling('withdraw')

export const acceptFiling = moveFiling('accept', async ({ context }) => ({
  accepted_by: context.actor.id,
  accepted_at: context.now(),
}))

export const releaseFiling = moveFiling('release', async () => ({ accepted_by: null, accepted_at: null }))

export const approveFiling = moveFiling('approve', settle)

export const sendBackFiling = moveFiling('send-back', async ({ tx, open, move }) => {
  const stored = await filedForms.version(tx, open.filing.formId, open.filing.version)
  refuseUnknownPaths(stored?.form, move.paths ?? [])
  return {}
})

/** What is sent back must be there to be changed. */
function refuseUnknownPaths(form: Form | undefined, paths: readonly string[]): void {
  const unknown = paths.filter((path) => form === undefined || at(form, path) === undefined)
  if (unknown.length > 0) throw problem('filing.unfit', { reason: `退回的内容不在表中：${unknown.join('、')}。` })
}

export const remindFiling = moveFiling('remind')

/** Its draft begins with the money as the registry of projects has it by now. */
export const adjustFiling = moveFiling('adjust', async ({ context, tx, open: { filing } }) => {
  const adjustment_task_id = await openAdjustment(context, tx, filing)
  await takeRegisteredFunds(context, tx, filing)
  return { standing: filing.state, adjustment_task_id }
})

async function takeRegisteredFunds(context: Context, tx: Tx, filing: filings.Filing): Promise<void> {
  const current = await filedForms.version(tx, filing.formId, filing.version)
  if (filing.project === null || current === undefined) return
  const registered = await projects.fundsOfYear(tx, filing.project.id, filing.fiscalYear)
  const form = withRegisteredFunds(current.form, layoutOf(filing.layout), registered)
  await filedForms.saveDraft(tx, filing.formId, form, { stamp: stampOf(context), reason: '按登记的资金填入' })
}

export const reopenFiling = moveFiling('reopen', async ({ open: { filing } }) => ({
  standing: filing.state,
  adjustment_task_id: null,
}))

/** Back to what was approved: its content becomes the newest version, so that nothing drafted is taken for it later. */
export const abandonFiling = moveFiling('abandon', async ({ context, tx, open: { filing } }) => {
  const approved =
    filing.approvedVersion === null ? undefined : await filedForms.version(tx, filing.formId, filing.approvedVersion)
  if (approved === undefined) return { standing: null, adjustment_task_id: null }
  const reason = `放弃修改，恢复第${approved.number}版`
  const saved = await filedForms.saveDraft(tx, filing.formId, approved.form, { stamp: stampOf(context), reason })
  await filedForms.putInForce(tx, filing.formId, saved.number)
  return { standing: null, adjustment_task_id: null, approved_version: saved.number }
})

/** Opened by mistake: no list shows it any more and another can be opened; what was written stays in the record. */
export const discardFiling = moveFiling('discard')

export const publishFiling = moveFiling('publish', async ({ context, tx, open: { filing }, move }) => {
  const approved =
    filing.approvedVersion === null ? undefined : await filedForms.version(tx, filing.formId, filing.approvedVersion)
  if (filing.approvedVersion === null || approved === undefined)
    throw problem('filing.unfit', { reason: '尚无已批复或定稿的版本，不能公开。' })
  refuseUnfitToPublish(approved.form, dayOf(context), move.acknowledged ?? false)
  await filedForms.publish(tx, filing.formId, filing.approvedVersion, context.now())
  return { published_at: context.now() }
})

export const retractFiling = moveFiling('retract', async ({ context, tx, open: { filing } }) => {
  await filedForms.retract(tx, filing.formId, context.now())
  return {}
})
