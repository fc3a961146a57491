import { mayStandUnder, organisationKinds } from '../kernel/organisation/organisation.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as organisations from '../store/organisations.ts'
import { type Effect, lockOrganisation, recordChange, refuseFuture } from './change-organisation.ts'
import type { Context } from './context.ts'

/** 划转: an organisation goes under another, with everything below it. */
export function moveOrganisation(
  context: Context,
  { id, parentId, effectiveOn, reason }: Effect & { id: string; parentId: string },
): Promise<void> {
  return withTx(context.db, async (tx) => {
    const organisation = await lockOrganisation(context, tx, id)
    const parent = await lockOrganisation(context, tx, parentId)
    refuseFuture(context, effectiveOn)
    if (parent.path.startsWith(organisation.path))
      throw problem('organisation.unfit', { reason: `“${organisation.name}”不能移到自己或自己的下级之下。` })
    if (!mayStandUnder(organisation.kind, parent.kind))
      throw problem('organisation.unfit', {
        reason: `${organisationKinds[parent.kind]}之下不能设${organisationKinds[organisation.kind]}。`,
      })
    const taken = (await organisations.children(tx, parentId)).some(
      (child) => child.code === organisation.code && child.id !== id,
    )
    if (taken) throw problem('organisation.codeTaken', { parent: parent.name, code: organisation.code })
    await organisations.move(tx, organisation, parent)
    await recordChange(context, tx, organisation.region, [
      {
        organisationId: id,
        verb: 'move',
        effectiveOn,
        before: { parentId: organisation.parentId },
        after: { parentId },
        reason,
      },
    ])
  })
}
