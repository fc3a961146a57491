// What every change of an organisation has in common: it is found and locked, may be changed by this actor, and takes effect on a day.
import type { Organisation } from '../kernel/organisation/organisation.ts'
import { problem } from '../kernel/problem.ts'
import type { Tx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as organisations from '../store/organisations.ts'
import { type Context, dayOf, stampOf } from './context.ts'
import { permit } from './permit.ts'

/** When a change takes effect and why. */
export type Effect = { readonly effectiveOn: string; readonly reason: string }

/** The organisation, locked. Problems: organisation.notFound, organisation.closed, permission.denied. */
export async function lockOrganisation(context: Context, tx: Tx, id: string): Promise<Organisation> {
  const organisation = await organisations.lock(tx, id)
  if (!organisation) throw problem('organisation.notFound', {})
  permit(context.actor, 'organisation.write', { path: organisation.path })
  if (organisation.validTo !== null)
    throw problem('organisation.closed', { name: organisation.name, day: organisation.validTo })
  return organisation
}

/** A change of the past or of today; what lies ahead is done on its day. */
export function refuseFuture(context: Context, day: string): void {
  if (day > dayOf(context)) throw problem('day.future', { day })
}

/** An organisation ends after the day it began. */
export function refuseBeforeStart({ validFrom }: Organisation, day: string): void {
  if (day <= validFrom) throw problem('organisation.unfit', { reason: `撤销日期应晚于设立日期${validFrom}。` })
}

/** What stood below goes under another, as each of them keeps it in its own history. */
export const movings = (
  children: readonly Organisation[],
  parent: Organisation,
  effect: Effect,
): readonly organisations.Change[] =>
  children.map(({ id, parentId }) => ({
    ...effect,
    organisationId: id,
    verb: 'move',
    before: { parentId },
    after: { parentId: parent.id },
  }))

/** Keeps the changes in the history and one event in the audit. */
export async function recordChange(
  context: Context,
  tx: Tx,
  region: string,
  changes: readonly organisations.Change[],
): Promise<void> {
  const [first] = changes
  if (!first) return
  const stamp = stampOf(context)
  await organisations.recordChanges(tx, changes, stamp)
  const details = {
    effectiveOn: first.effectiveOn,
    reason: first.reason,
    changes: changes.map(({ organisationId, before, after }) => ({ organisationId, before, after })),
  }
  await events.record(tx, { region, name: `organisation.${first.verb}`, subject: first.organisationId, details }, stamp)
}
