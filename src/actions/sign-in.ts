import { absoluteEnd, type Security } from '../kernel/policy/security.ts'
import { problem } from '../kernel/problem.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as passwords from '../store/passwords.ts'
import * as people from '../store/people.ts'
import * as sessions from '../store/sessions.ts'
import * as settings from '../store/settings.ts'
import * as failures from '../store/sign-in-failures.ts'
import { type Context, stampOf } from './context.ts'
import { auditName, hashOfSecret, newSecret } from './identify.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

/** Where a sign-in comes from. */
export type Caller = {
  /** What the program that asks calls itself. */
  readonly agent: string
  readonly address: string
  /** Secret of the session the caller had before; it ends, so that nobody can plant one (session fixation). */
  readonly previous?: string | undefined
}

/** The secret for the cookie; only its hash is kept. */
export type SignedIn = { readonly secret: string; readonly pendingFactor: boolean }

/**
 * Opens a session for login and password. A login nobody has is answered in the same words and the same time as a
 * wrong password, and is locked like any other. Problems: session.refused, session.locked, session.disabled.
 */
export async function signIn(
  context: Context,
  { login, password, ...caller }: { login: string; password: string } & Caller,
): Promise<SignedIn> {
  const security = await settings.security(context.db)
  await countAttempt(context, login, security)
  const person = await people.credentialsByLogin(context.db, login)
  const { matches, outdated } = await verifyPassword(password, person?.password ?? null)
  if (!person || !matches) {
    if (person) await recordFailure(context, person, '密码不对')
    throw problem('session.refused', {})
  }
  if (person.disabledAt) {
    await recordFailure(context, person, '账号已停用')
    throw problem('session.disabled', {})
  }
  if (outdated && person.password)
    await passwords.rehash(context.db, person.id, person.password, await hashPassword(password))
  return withTx(context.db, async (tx) => {
    await failures.clear(tx, login)
    return openSession(context, tx, person, security, caller)
  })
}

/** One more try, unless the login is locked. Problems: session.locked. */
export async function countAttempt(context: Context, login: string, security: Security): Promise<void> {
  const moment = context.now()
  const tried = await failures.attempt(context.db, login, security, moment)
  if (tried.allowed) return
  await failures.purge(context.db, moment)
  const minutes = Math.ceil((tried.lockedUntil.getTime() - moment.getTime()) / 60_000)
  throw problem('session.locked', { minutes })
}

/** A failed sign-in of somebody who exists belongs in the audit; what was typed for a login does not. */
export const recordFailure = (context: Context, person: people.Credentials, reason: string): Promise<void> =>
  withTx(context.db, async (tx) => {
    const stamp = { ...stampOf(context), by: auditName(person) }
    const { id: subject, region } = person
    await events.record(tx, { region: region ?? '', name: 'session.refuse', subject, details: { reason } }, stamp)
  })

/** A new session under a new secret; what the caller had before ends. */
export async function openSession(
  context: Context,
  tx: Tx,
  person: people.Credentials,
  security: Security,
  { agent, address, previous, proven = false }: Caller & { readonly proven?: boolean },
): Promise<SignedIn> {
  const stamp = { ...stampOf(context), by: auditName(person) }
  const secret = newSecret()
  const pendingFactor = person.totpSecret !== null && !proven
  if (previous !== undefined) await sessions.end(tx, hashOfSecret(previous), stamp.now)
  await sessions.open(tx, {
    id: hashOfSecret(secret),
    person_id: person.id,
    created_at: stamp.now,
    expires_at: pendingFactor
      ? new Date(stamp.now.getTime() + factorMinutes * 60_000)
      : absoluteEnd(security, stamp.now),
    pending_factor: pendingFactor,
    agent: agent.slice(0, 300),
    address,
  })
  const details = { address, factor: pendingFactor ? 'owed' : proven ? 'proven' : 'none' }
  const { id: subject, region } = person
  await events.record(tx, { region: region ?? '', name: 'session.open', subject, details }, stamp)
  return { secret, pendingFactor }
}

/** Between the password and the code. */
const factorMinutes = 10
