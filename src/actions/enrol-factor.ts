// Binding an authenticator to the own account, and taking it off again.
import type { FactorProposal } from '../api/sessions.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as passwords from '../store/passwords.ts'
import type { Credentials } from '../store/people.ts'
import * as settings from '../store/settings.ts'
import * as failures from '../store/sign-in-failures.ts'
import { type Context, stampOf } from './context.ts'
import { ownPerson } from './own-person.ts'
import { verifyPassword } from './password-hash.ts'
import { factorPurpose, newFactor, newRecoveryCodes, plainCode, spendFactor, stepOf } from './second-factor.ts'
import { countAttempt } from './sign-in.ts'
import type { Vault } from './vault.ts'

/** A secret for the authenticator; it takes effect with its first code. Problems: password.wrong, factor.absent. */
export async function proposeFactor(
  context: Context,
  vault: Vault,
  { password }: { password: string },
): Promise<FactorProposal> {
  const person = await ownPerson(context.db, context.actor)
  if (person.totpSecret !== null) throw problem('factor.absent', {})
  await askPassword(context, person, password)
  const proposal = newFactor(person.login)
  const sealed = vault.seal(proposal.secret, factorPurpose(person.id))
  await withTx(context.db, (tx) => passwords.proposeFactor(tx, person.id, sealed))
  return proposal
}

/** The first code proves that the authenticator works. Problems: factor.absent, session.factorRefused. */
export async function enrolFactor(
  context: Context,
  vault: Vault,
  { code }: { code: string },
): Promise<{ recoveryCodes: readonly string[] }> {
  const person = await ownPerson(context.db, context.actor)
  const secret = person.totpPending
  if (secret === null || person.totpSecret !== null) throw problem('factor.absent', {})
  const step = stepOf(vault.open(secret, factorPurpose(person.id)), code, context.now())
  if (step === null) throw problem('session.factorRefused', {})
  const recoveryCodes = newRecoveryCodes()
  await withTx(context.db, async (tx) => {
    await passwords.enrolFactor(tx, person.id, { secret, step, recoveryCodes: recoveryCodes.map(plainCode) })
    const event = { region: person.region ?? '', name: 'factor.enrol', subject: person.id }
    await events.record(tx, event, stampOf(context))
  })
  return { recoveryCodes }
}

/** Takes both proofs, because it leaves only one. Problems: password.wrong, session.factorRefused. */
export async function removeOwnFactor(
  context: Context,
  vault: Vault,
  { password, code }: { password: string; code: string },
): Promise<void> {
  const person = await ownPerson(context.db, context.actor)
  await askPassword(context, person, password)
  await withTx(context.db, async (tx) => {
    if (!(await spendFactor(tx, vault, person, { code, now: context.now() })))
      throw problem('session.factorRefused', {})
    await passwords.removeFactor(tx, person.id)
    const event = { region: person.region ?? '', name: 'factor.remove', subject: person.id }
    await events.record(tx, event, stampOf(context))
  })
}

/** The password once more, counted like a sign-in. Problems: password.wrong, session.locked. */
async function askPassword(context: Context, person: Credentials, password: string): Promise<void> {
  const counted = `password:${person.id}`
  await countAttempt(context, counted, await settings.security(context.db))
  if (!(await verifyPassword(password, person.password)).matches) throw problem('password.wrong', {})
  await withTx(context.db, (tx) => failures.clear(tx, counted))
}
