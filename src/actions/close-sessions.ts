// Signing out: here, elsewhere, everywhere else.
import type { OpenSession } from '../api/sessions.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as people from '../store/people.ts'
import * as sessions from '../store/sessions.ts'
import * as settings from '../store/settings.ts'
import { type Context, stampOf } from './context.ts'
import { auditName, hashOfSecret } from './identify.ts'
import { ownPerson } from './own-person.ts'

/** Where the person is signed in. */
export async function listSessions({ db, actor, now }: Context): Promise<readonly OpenSession[]> {
  const { id } = await ownPerson(db, actor)
  const { session } = await settings.security(db)
  const moment = now()
  const idleSince = new Date(moment.getTime() - session.idleMinutes * 60_000)
  return (await sessions.list(db, id, moment, idleSince)).map(({ createdAt, seenAt, expiresAt, ...row }) => ({
    ...row,
    own: row.id === actor.session,
    createdAt: createdAt.toISOString(),
    seenAt: seenAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }))
}

/** Ends the session of this secret; nothing happens where there is none. */
export async function signOut(context: Context, secret: string | undefined): Promise<void> {
  if (secret === undefined) return
  await withTx(context.db, async (tx) => {
    const stamp = stampOf(context)
    const id = await sessions.end(tx, hashOfSecret(secret), stamp.now)
    const person = id === undefined ? undefined : await people.credentialsOf(tx, id)
    if (!person) return
    const event = { region: person.region ?? '', name: 'session.close', subject: person.id }
    await events.record(tx, event, { ...stamp, by: auditName(person) })
  })
}

/** Ends one of the own sessions, at once. Problems: session.notFound. */
export async function closeSession(context: Context, { id }: { id: string }): Promise<void> {
  const person = await ownPerson(context.db, context.actor)
  const stamp = stampOf(context)
  await withTx(context.db, async (tx) => {
    if (!(await sessions.revoke(tx, person.id, id, stamp.now))) throw problem('session.notFound', {})
    await events.record(tx, { region: person.region ?? '', name: 'session.close', subject: person.id }, stamp)
  })
}

/** Ends all own sessions but the present one. */
export async function closeOtherSessions(context: Context): Promise<{ closed: number }> {
  const person = await ownPerson(context.db, context.actor)
  const stamp = stampOf(context)
  return withTx(context.db, async (tx) => {
    const closed = await sessions.revokeAll(tx, person.id, stamp.now, context.actor.session)
    const details = { closed }
    await events.record(tx, { region: person.region ?? '', name: 'session.close', subject: person.id, details }, stamp)
    return { closed }
  })
}
