// Giving a person a role at an organisation, and taking it back; both take effect with the person's next request.
import { conflictOf, type Role, roles } from '../kernel/policy/roles.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as grants from '../store/grants.ts'
import * as organisations from '../store/organisations.ts'
import { type Context, stampOf } from './context.ts'
import { permit } from './permit.ts'
import { personFor } from './person-details.ts'

/**
 * Problems: person.notFound, organisation.notFound, permission.denied, grant.exists, grant.conflict (separation of
 * duties), person.self.
 */
export async function grantRole(
  context: Context,
  { id, role, organisation }: { id: string; role: Role; organisation: string },
): Promise<{ id: string }> {
  if (id === context.actor.id) throw problem('person.self', { what: '授权给' })
  const stamp = stampOf(context)
  const grant = stamp.newId()
  await withTx(context.db, async (tx) => {
    await grants.lock(tx, id)
    const place = await organisations.load(tx, organisation)
    if (!place) throw problem('organisation.notFound', {})
    permit(context.actor, 'grant.write', { path: place.path })
    const { name } = await personFor(context, tx, 'grant.write', id)
    const wanted = { role, organisation, path: place.path }
    for (const held of await grants.of(tx, id)) {
      const conflict = conflictOf(held, wanted)
      if (conflict)
        throw problem('grant.conflict', {
          reason: `${name}已是${held.organisationName}的${roles[held.role]}。${conflict}`,
        })
    }
    if (!(await grants.create(tx, { id: grant, person: id, role, organisation }, stamp)))
      throw problem('grant.exists', { name, organisation: place.name, role: roles[role] })
    const details = { role, organisation: place.name, organisationId: organisation }
    await events.record(tx, { region: place.region, name: 'grant.create', subject: id, details }, stamp)
  })
  return { id: grant }
}

/** Whoever stands above the organisation may, wherever the person's account is looked after. Problems: grant.notFound, permission.denied. */
export async function revokeRole(context: Context, { id, grant }: { id: string; grant: string }): Promise<void> {
  const stamp = stampOf(context)
  await withTx(context.db, async (tx) => {
    await grants.lock(tx, id)
    const held = await grants.load(tx, id, grant)
    if (!held) throw problem('grant.notFound', {})
    permit(context.actor, 'grant.write', { path: held.path })
    await grants.revoke(tx, grant, stamp)
    const { role, organisation: organisationId, organisationName: organisation, region } = held
    const details = { role, organisation, organisationId }
    await events.record(tx, { region, name: 'grant.revoke', subject: id, details }, stamp)
  })
}
