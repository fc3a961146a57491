import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as people from '../store/people.ts'
import * as failures from '../store/sign-in-failures.ts'
import type { Context } from './context.ts'
import { sessionOf } from './identify.ts'
import { spendFactor } from './second-factor.ts'
import { type Caller, countAttempt, openSession, recordFailure, type SignedIn } from './sign-in.ts'
import type { Vault } from './vault.ts'

/**
 * The second half of a sign-in: the session that owed the code is replaced by a full one under a new secret. Codes are
 * counted like passwords. Problems: session.missing, session.locked, session.factorRefused, session.disabled.
 */
export async function proveFactor(
  context: Context,
  vault: Vault,
  { code, ...caller }: { code: string } & Caller,
): Promise<SignedIn> {
  const session = caller.previous === undefined ? undefined : await sessionOf(context, caller.previous)
  if (!session?.pendingFactor) throw problem('session.missing', { reason: '请先输入登录名和密码。' })
  const counted = `factor:${session.person}`
  await countAttempt(context, counted, session.security)
  const person = await people.credentialsOf(context.db, session.person)
  if (!person || person.disabledAt) throw problem('session.disabled', {})
  const opened = await withTx(context.db, async (tx) => {
    if (!(await spendFactor(tx, vault, person, { code, now: context.now() }))) return null
    await failures.clear(tx, counted)
    return openSession(context, tx, person, session.security, { ...caller, proven: true })
  })
  if (opened) return opened
  await recordFailure(context, person, '验证码不对')
  throw problem('session.factorRefused', {})
}
