import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import { handOver } from '../store/hand-over.ts'
import * as organisations from '../store/organisations.ts'
import {
  type Effect,
  lockOrganisation,
  movings,
  recordChange,
  refuseBeforeStart,
  refuseFuture,
} from './change-organisation.ts'
import type { Context } from './context.ts'

/** 合并: one organisation goes into another, which takes over what stands below it, its projects and its open work. */
export function mergeOrganisations(
  context: Context,
  { id, intoId, effectiveOn, reason }: Effect & { id: string; intoId: string },
): Promise<{ projects: number; filings: number }> {
  return withTx(context.db, async (tx) => {
    const gone = await lockOrganisation(context, tx, id)
    const kept = await lockOrganisation(context, tx, intoId)
    refuseFuture(context, effectiveOn)
    if (gone.kind !== kept.kind || kept.path.startsWith(gone.path))
      throw problem('organisation.unfit', { reason: `“${gone.name}”与“${kept.name}”不是同级同类机构，不能合并。` })
    refuseBeforeStart(gone, effectiveOn)
    const children = await organisations.children(tx, id)
    for (const child of children) await organisations.move(tx, child, kept)
    const handed = await handOver(tx, gone.id, kept.id)
    await organisations.close(tx, id, effectiveOn)
    await recordChange(context, tx, gone.region, [
      {
        organisationId: id,
        verb: 'merge',
        effectiveOn,
        before: { name: gone.name },
        after: { intoId, ...handed },
        otherId: intoId,
        reason,
      },
      ...movings(children, kept, { effectiveOn, reason }),
    ])
    return handed
  })
}
