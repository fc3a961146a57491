import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as passwords from '../store/passwords.ts'
import * as sessions from '../store/sessions.ts'
import * as settings from '../store/settings.ts'
import * as failures from '../store/sign-in-failures.ts'
import { type Context, stampOf } from './context.ts'
import { ownPerson } from './own-person.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'
import { refuseWeakPassword } from './password-strength.ts'
import { type Caller, countAttempt, openSession, type SignedIn } from './sign-in.ts'

/**
 * The person's own new password. All sessions end, the present one goes on under a new secret. Problems: password.wrong,
 * password.refused, session.locked.
 */
export async function changePassword(
  context: Context,
  { current, next, ...caller }: { current: string; next: string } & Caller,
): Promise<SignedIn> {
  const { db, actor } = context
  const person = await ownPerson(db, actor)
  const security = await settings.security(db)
  const counted = `password:${person.id}`
  await countAttempt(context, counted, security)
  if (!(await verifyPassword(current, person.password)).matches) throw problem('password.wrong', {})
  refuseWeakPassword(next, person, security)
  for (const hash of await passwords.last(db, person.id, security.password.history))
    if ((await verifyPassword(next, hash)).matches)
      throw problem('password.refused', { reason: `最近 ${security.password.history} 次用过，请换一个` })
  const password = await hashPassword(next)
  return withTx(db, async (tx) => {
    const stamp = stampOf(context)
    await failures.clear(tx, counted)
    await passwords.replace(tx, person.id, { password, mustChange: false, now: stamp.now })
    await sessions.revokeAll(tx, person.id, stamp.now)
    const opened = await openSession(context, tx, person, security, { ...caller, proven: true })
    await events.record(tx, { region: person.region ?? '', name: 'password.change', subject: person.id }, stamp)
    return opened
  })
}
