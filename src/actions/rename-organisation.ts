import { nameFault } from '../kernel/organisation/organisation.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as organisations from '../store/organisations.ts'
import { type Effect, lockOrganisation, recordChange, refuseFuture } from './change-organisation.ts'
import type { Context } from './context.ts'

/** 更名. Forms of earlier years keep the name they print. */
export function renameOrganisation(
  context: Context,
  { id, name, effectiveOn, reason }: Effect & { id: string; name: string },
): Promise<void> {
  return withTx(context.db, async (tx) => {
    const organisation = await lockOrganisation(context, tx, id)
    refuseFuture(context, effectiveOn)
    const fault = nameFault(name)
    if (fault) throw problem('organisation.unfit', { reason: fault })
    await organisations.rename(tx, organisation, name)
    await recordChange(context, tx, organisation.region, [
      { organisationId: id, verb: 'rename', effectiveOn, before: { name: organisation.name }, after: { name }, reason },
    ])
  })
}
