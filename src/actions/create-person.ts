import type { OneTimePassword } from '../api/people.ts'
import { problem } from '../kernel/problem.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as organisations from '../store/organisations.ts'
import * as people from '../store/people.ts'
import type { Stamp } from '../store/stamp.ts'
import { type Context, stampOf } from './context.ts'
import { hashPassword } from './password-hash.ts'
import { permit } from './permit.ts'
import { randomText } from './second-factor.ts'

export type NewPerson = {
  /** Lower case. */
  readonly login: string
  readonly name: string
  /** Where the account is looked after. */
  readonly organisation: string
  /** Chosen by the person; a one-time password is made where left out. */
  readonly password?: string
}

/** 75 random bits that can be read out over the telephone: abcde-fghij-klmno. */
export const oneTimePassword = (): string => [randomText(5), randomText(5), randomText(5)].join('-')

/**
 * An account without any role. Its one-time password is answered this once and must be changed at the first sign-in.
 * Problems: organisation.notFound, permission.denied, person.loginTaken.
 */
export async function createPerson(context: Context, person: NewPerson): Promise<{ id: string } & OneTimePassword> {
  const password = person.password ?? oneTimePassword()
  const hash = await hashPassword(password)
  const id = await withTx(context.db, (tx) =>
    insertPerson(context, tx, { ...person, hash, mustChangePassword: person.password === undefined }, stampOf(context)),
  )
  return { id, password }
}

/** The same within a transaction, with the hash at hand. */
export async function insertPerson(
  context: Context,
  tx: Tx,
  { login, name, organisation, hash, mustChangePassword }: NewPerson & { hash: string; mustChangePassword: boolean },
  stamp: Stamp,
): Promise<string> {
  const home = await organisations.load(tx, organisation)
  if (!home) throw problem('organisation.notFound', {})
  permit(context.actor, 'person.write', { path: home.path })
  const id = stamp.newId()
  await people.create(tx, { id, login, name, organisation, password: hash, mustChangePassword }, stamp.now)
  const details = { login, name, organisation: home.name }
  await events.record(tx, { region: home.region, name: 'person.create', subject: id, details }, stamp)
  return id
}
