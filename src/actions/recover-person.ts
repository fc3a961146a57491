// For somebody who cannot sign in any more. Resetting a password and removing a second factor are two administrators'.
import type { OneTimePassword, PersonDetails } from '../api/people.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as passwords from '../store/passwords.ts'
import * as sessions from '../store/sessions.ts'
import * as failures from '../store/sign-in-failures.ts'
import { type Context, stampOf } from './context.ts'
import { oneTimePassword } from './create-person.ts'
import { hashPassword } from './password-hash.ts'
import { accountFor, personDetails } from './person-details.ts'

/**
 * A one-time password, answered this once; all sessions end and a lock is lifted. Problems: person.notFound,
 * permission.denied, person.self.
 */
export async function resetPassword(context: Context, { id }: { id: string }): Promise<OneTimePassword> {
  if (id === context.actor.id) throw problem('person.self', { what: '重置' })
  const password = oneTimePassword()
  const hash = await hashPassword(password)
  const stamp = stampOf(context)
  await withTx(context.db, async (tx) => {
    const { region, login } = await accountFor(context, tx, 'person.write', id)
    await passwords.replace(tx, id, { password: hash, mustChange: true, now: stamp.now })
    await sessions.revokeAll(tx, id, stamp.now)
    await failures.clear(tx, login)
    await events.record(tx, { region: region ?? '', name: 'password.reset', subject: id }, stamp)
  })
  return { password }
}

/** The lost telephone: signing in takes the password alone again, until a new one is enrolled. */
export async function removeFactor(context: Context, { id }: { id: string }): Promise<PersonDetails> {
  if (id === context.actor.id) throw problem('person.self', { what: '解绑' })
  const stamp = stampOf(context)
  await withTx(context.db, async (tx) => {
    const { region } = await accountFor(context, tx, 'grant.write', id)
    await passwords.removeFactor(tx, id)
    await sessions.revokeAll(tx, id, stamp.now)
    await events.record(tx, { region: region ?? '', name: 'factor.remove', subject: id }, stamp)
  })
  return personDetails(context, await accountFor(context, context.db, 'grant.write', id))
}

/** Lifts the lock after too many failures. */
export async function unlockPerson(context: Context, { id }: { id: string }): Promise<PersonDetails> {
  await withTx(context.db, async (tx) => {
    const { region, login } = await accountFor(context, tx, 'grant.write', id)
    for (const counted of [login, `factor:${id}`, `password:${id}`]) await failures.clear(tx, counted)
    await events.record(tx, { region: region ?? '', name: 'person.unlock', subject: id }, stampOf(context))
  })
  return personDetails(context, await accountFor(context, context.db, 'grant.write', id))
}
