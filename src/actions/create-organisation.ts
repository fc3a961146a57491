import {
  codeFault,
  mayStandUnder,
  nameFault,
  type Organisation,
  type OrganisationKind,
  organisationKinds,
} from '../kernel/organisation/organisation.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as organisations from '../store/organisations.ts'
import { type Effect, lockOrganisation, recordChange, refuseFuture } from './change-organisation.ts'
import type { Context } from './context.ts'

export type NewOrganisation = Effect & {
  readonly parentId: string
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
}

/** 设立. */
export function createOrganisation(
  context: Context,
  { parentId, kind, code, name, effectiveOn, reason }: NewOrganisation,
): Promise<{ id: string }> {
  return withTx(context.db, async (tx) => {
    const parent = await lockOrganisation(context, tx, parentId)
    refuseFuture(context, effectiveOn)
    const fault = codeFault(kind, code) ?? nameFault(name)
    if (fault) throw problem('organisation.unfit', { reason: fault })
    if (!mayStandUnder(kind, parent.kind))
      throw problem('organisation.unfit', {
        reason: `${organisationKinds[parent.kind]}之下不能设${organisationKinds[kind]}。`,
      })
    if ((await organisations.children(tx, parentId)).some((child) => child.code === code))
      throw problem('organisation.codeTaken', { parent: parent.name, code })
    const id = context.newId()
    const region = kind === 'region' ? name : parent.region
    const made: Organisation = {
      id,
      kind,
      code,
      name,
      parentId,
      path: `${parent.path}${id}/`,
      region,
      validFrom: effectiveOn,
      validTo: null,
    }
    await organisations.insertAll(tx, [made])
    await recordChange(context, tx, region, [
      { organisationId: id, verb: 'create', effectiveOn, before: null, after: { kind, code, name, parentId }, reason },
    ])
    return { id }
  })
}
