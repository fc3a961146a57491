import { codeFault, nameFault, type Organisation } from '../kernel/organisation/organisation.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import { handOver } from '../store/hand-over.ts'
import * as organisations from '../store/organisations.ts'
import { type Effect, lockOrganisation, movings, recordChange, refuseFuture } from './change-organisation.ts'
import type { Context } from './context.ts'

export type Split = Effect & {
  readonly id: string
  readonly code: string
  readonly name: string
  /** Organisations directly below that go with the new one. */
  readonly children: readonly string[]
  /** Projects that go with the new one, with their unfinished work. */
  readonly projects: readonly string[]
}

/** 分设: a new organisation beside the old one takes part of it over. */
export function splitOrganisation(
  context: Context,
  { id, code, name, children, projects, effectiveOn, reason }: Split,
): Promise<{ id: string; projects: number; filings: number }> {
  return withTx(context.db, async (tx) => {
    const old = await lockOrganisation(context, tx, id)
    refuseFuture(context, effectiveOn)
    const fault = codeFault(old.kind, code) ?? nameFault(name)
    if (fault) throw problem('organisation.unfit', { reason: fault })
    const parent = old.parentId === null ? undefined : await organisations.load(tx, old.parentId)
    if (!parent) throw problem('organisation.unfit', { reason: `“${old.name}”是最上级机构，不能分设。` })
    if ((await organisations.children(tx, parent.id)).some((child) => child.code === code))
      throw problem('organisation.codeTaken', { parent: parent.name, code })
    const newId = context.newId()
    const made: Organisation = {
      ...old,
      id: newId,
      code,
      name,
      path: `${parent.path}${newId}/`,
      validFrom: effectiveOn,
      validTo: null,
    }
    await organisations.insertAll(tx, [made])
    const going = (await organisations.children(tx, id)).filter((child) => children.includes(child.id))
    for (const child of going) await organisations.move(tx, child, made)
    const handed = await handOver(tx, id, newId, projects)
    const change = { effectiveOn, reason, otherId: newId }
    await recordChange(context, tx, old.region, [
      {
        ...change,
        organisationId: id,
        verb: 'split',
        before: { name: old.name },
        after: { newId, code, name, children, ...handed },
      },
      ...movings(going, made, { effectiveOn, reason }),
    ])
    return { id: newId, ...handed }
  })
}
