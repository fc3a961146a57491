import type { PersonDetails } from '../api/people.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as organisations from '../store/organisations.ts'
import * as people from '../store/people.ts'
import * as sessions from '../store/sessions.ts'
import * as tokens from '../store/tokens.ts'
import { type Context, stampOf } from './context.ts'
import { permit } from './permit.ts'
import { accountFor, personDetails } from './person-details.ts'

/** Name and home organisation. Problems: person.notFound, organisation.notFound, permission.denied, person.changed. */
export async function changePerson(
  context: Context,
  { id, name, organisation, revision }: { id: string; name: string; organisation: string; revision: number },
): Promise<PersonDetails> {
  const stamp = stampOf(context)
  await withTx(context.db, async (tx) => {
    const before = await accountFor(context, tx, 'person.write', id)
    const home = await organisations.load(tx, organisation)
    if (!home) throw problem('organisation.notFound', {})
    permit(context.actor, 'person.write', { path: home.path })
    await people.change(tx, id, revision, { name, organisation })
    const details = {
      before: { name: before.name, organisation: before.organisationName },
      after: { name, organisation: home.name },
    }
    await events.record(tx, { region: home.region, name: 'person.change', subject: id, details }, stamp)
  })
  return personDetails(context, await accountFor(context, context.db, 'person.write', id))
}

/** Ends everything the person is signed in with, at once, and refuses further sign-ins. Problems: person.notFound, person.self. */
export async function disablePerson(context: Context, { id }: { id: string }): Promise<PersonDetails> {
  if (id === context.actor.id) throw problem('person.self', { what: '停用' })
  const stamp = stampOf(context)
  await withTx(context.db, async (tx) => {
    const { region } = await accountFor(context, tx, 'person.write', id)
    await people.setDisabled(tx, id, stamp.now)
    await sessions.revokeAll(tx, id, stamp.now)
    await tokens.revokeAll(tx, id, stamp.now)
    await events.record(tx, { region: region ?? '', name: 'person.disable', subject: id }, stamp)
  })
  return personDetails(context, await accountFor(context, context.db, 'person.write', id))
}

/** Problems: person.notFound, permission.denied. */
export async function enablePerson(context: Context, { id }: { id: string }): Promise<PersonDetails> {
  await withTx(context.db, async (tx) => {
    const { region } = await accountFor(context, tx, 'person.write', id)
    await people.setDisabled(tx, id, null)
    await events.record(tx, { region: region ?? '', name: 'person.enable', subject: id }, stampOf(context))
  })
  return personDetails(context, await accountFor(context, context.db, 'person.write', id))
}
