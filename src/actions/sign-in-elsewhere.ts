import { problem } from '../kernel/problem.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as people from '../store/people.ts'
import * as settings from '../store/settings.ts'
import { type Context, stampOf } from './context.ts'
import { auditName } from './identify.ts'
import type { Identity } from './identity-provider.ts'
import { type Caller, openSession, type SignedIn } from './sign-in.ts'

/**
 * Opens a session for whom the identity provider named. The first time the account of the same login is bound to the
 * identity, and to no other from then on; accounts are never made here. An own second factor is still asked for.
 * Problems: elsewhere.unknown, elsewhere.taken, session.disabled.
 */
export async function signInElsewhere(
  context: Context,
  { identity, ...caller }: { identity: Identity } & Caller,
): Promise<SignedIn> {
  const security = await settings.security(context.db)
  return withTx(context.db, async (tx) => {
    const person = (await people.credentialsBySubject(tx, identity.subject)) ?? (await bind(context, tx, identity))
    if (person.disabledAt) throw problem('session.disabled', {})
    return openSession(context, tx, person, security, caller)
  })
}

async function bind(context: Context, tx: Tx, { subject, login }: Identity) {
  const wanted = login?.normalize('NFKC').toLowerCase()
  const person = wanted === undefined ? undefined : await people.credentialsByLogin(tx, wanted)
  if (!person) throw problem('elsewhere.unknown', {})
  if (!(await people.setSubject(tx, person.id, subject))) throw problem('elsewhere.taken', {})
  const event = { region: person.region ?? '', name: 'person.bind', subject: person.id, details: { identity: subject } }
  await events.record(tx, event, { ...stampOf(context), by: auditName(person) })
  return person
}
