import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as organisations from '../store/organisations.ts'
import { type Effect, lockOrganisation, recordChange, refuseBeforeStart, refuseFuture } from './change-organisation.ts'
import type { Context } from './context.ts'

/** 撤销. What it did stays readable for those above it. */
export function closeOrganisation(
  context: Context,
  { id, effectiveOn, reason }: Effect & { id: string },
): Promise<void> {
  return withTx(context.db, async (tx) => {
    const organisation = await lockOrganisation(context, tx, id)
    refuseFuture(context, effectiveOn)
    const below = await organisations.children(tx, id)
    if (below.length > 0)
      throw problem('organisation.unfit', {
        reason: `“${organisation.name}”之下还有${below.length}个机构，请先划转或撤销它们。`,
      })
    refuseBeforeStart(organisation, effectiveOn)
    await organisations.close(tx, id, effectiveOn)
    await recordChange(context, tx, organisation.region, [
      {
        organisationId: id,
        verb: 'close',
        effectiveOn,
        before: { validTo: null },
        after: { validTo: effectiveOn },
        reason,
      },
    ])
  })
}
