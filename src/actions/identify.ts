// Who a secret belongs to: the cookie of a session, or an access token. One query a request, so a revocation works at once.
import { createHash, randomBytes } from 'node:crypto'
import type { Actor, Limit } from '../kernel/policy/actor.ts'
import { idleEnd } from '../kernel/policy/security.ts'
import * as sessions from '../store/sessions.ts'
import * as tokens from '../store/tokens.ts'
import type { Context } from './context.ts'

/** 256 bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
/** How a secret is stored and looked up. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const tokenPrefix = 'hj_'

/** As the audit names a person: 张三（zhangsan）. */
export const auditName = ({ name, login }: { name: string; login: string }): string => `${name}（${login}）`

/** What somebody who owes something may do until then. */
const untilPaid = ['session.own']
const touchAfterMs = 60_000

/** The session behind a cookie, whatever it still owes; undefined when there is none any more. */
export async function sessionOf({ db, now }: Context, secret: string): Promise<sessions.OpenSession | undefined> {
  const moment = now()
  const session = await sessions.find(db, hashOfSecret(secret), moment)
  if (!session || idleEnd(session.security, session.seenAt) <= moment) return undefined
  return session
}

/**
 * The actor of a cookie; undefined when its session ended or its second factor is still owed. `background`: sent by the
 * page without anybody at it, so it keeps nobody signed in.
 */
export async function actorOfSession(context: Context, secret: string, background = false): Promise<Actor | undefined> {
  const session = await sessionOf(context, secret)
  if (!session || session.pendingFactor) return undefined
  const moment = context.now()
  if (!background && moment.getTime() - session.seenAt.getTime() >= touchAfterMs)
    await sessions.touch(context.db, session.id, moment)
  const limit = owedBy(session, moment)
  return {
    kind: 'person',
    id: session.person,
    name: auditName(session),
    grants: session.grants,
    session: session.id,
    ...(limit ? { scopes: untilPaid, limit } : { scopes: null }),
  }
}

/** What must be done before anything else. */
export function owedBy(bearer: sessions.Bearer, now: Date): Exclude<Limit, 'token'> | null {
  const { password, factorFor } = bearer.security
  const age = now.getTime() - (bearer.passwordChangedAt?.getTime() ?? now.getTime())
  if (bearer.mustChangePassword || (password.days > 0 && age > password.days * 86_400_000)) return 'password-change'
  return !bearer.hasFactor && bearer.grants.some(({ role }) => factorFor.includes(role)) ? 'factor-enrolment' : null
}

/** The actor of an access token, limited to its permissions; undefined when it is not in force. */
export async function actorOfToken(context: Context, secret: string): Promise<Actor | undefined> {
  const moment = context.now()
  const token = await tokens.find(context.db, hashOfSecret(secret), moment)
  if (!token) return undefined
  if (moment.getTime() - (token.usedAt?.getTime() ?? 0) >= touchAfterMs)
    await tokens.touch(context.db, token.id, moment)
  return {
    kind: 'person',
    id: token.person,
    name: `${auditName(token)}·令牌`,
    grants: token.grants,
    scopes: token.scopes,
    limit: 'token',
  }
}
