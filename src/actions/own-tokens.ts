// Access tokens of the own account.
import type { TokenRow } from '../api/tokens.ts'
import { decide } from '../kernel/policy/decide.ts'
import { allPermissions, type Permission, policy } from '../kernel/policy/policy.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as tokens from '../store/tokens.ts'
import { type Context, stampOf } from './context.ts'
import { hashOfSecret, newSecret, tokenPrefix } from './identify.ts'
import { ownPerson } from './own-person.ts'

export async function listTokens({ db, actor, now }: Context): Promise<readonly TokenRow[]> {
  const { id } = await ownPerson(db, actor)
  return (await tokens.list(db, id, now())).map(({ createdAt, expiresAt, usedAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  }))
}

/** A program that holds these could make itself another key. */
const neverInToken: readonly Permission[] = ['session.own', 'session.open', 'grant.write', 'security.write']

/** All of the person's permissions that a token may hold. */
export const tokenScopes = ({ actor }: Context): readonly Permission[] =>
  allPermissions.filter((scope) => !neverInToken.includes(scope) && decide(actor, scope).allowed)

/** Its secret is answered this once. Problems: token.scopeRefused. */
export async function createToken(
  context: Context,
  { name, scopes, days }: { name: string; scopes: readonly Permission[]; days: number },
): Promise<{ id: string; secret: string; expiresAt: string }> {
  const person = await ownPerson(context.db, context.actor)
  for (const scope of scopes) refuseScope(context, scope)
  const stamp = stampOf(context)
  const secret = `${tokenPrefix}${newSecret()}`
  const id = stamp.newId()
  const expiresAt = new Date(stamp.now.getTime() + days * 86_400_000)
  await withTx(context.db, async (tx) => {
    const token = { id, secretSha256: hashOfSecret(secret), person: person.id, name, scopes, expiresAt }
    await tokens.create(tx, token, stamp.now)
    const details = { name, scopes, expiresAt: expiresAt.toISOString() }
    await events.record(tx, { region: person.region ?? '', name: 'token.create', subject: id, details }, stamp)
  })
  return { id, secret, expiresAt: expiresAt.toISOString() }
}

function refuseScope({ actor }: Context, scope: Permission): void {
  const { title } = policy[scope]
  if (neverInToken.includes(scope)) throw problem('token.scopeRefused', { title, reason: '须由本人登录后办理。' })
  const decision = decide(actor, scope)
  if (!decision.allowed) throw problem('token.scopeRefused', { title, reason: decision.reason })
}

/** Takes effect at once. Problems: token.notFound. */
export async function revokeToken(context: Context, { id }: { id: string }): Promise<void> {
  const person = await ownPerson(context.db, context.actor)
  const stamp = stampOf(context)
  await withTx(context.db, async (tx) => {
    if (!(await tokens.revoke(tx, person.id, id, stamp.now))) throw problem('token.notFound', {})
    await events.record(tx, { region: person.region ?? '', name: 'token.revoke', subject: id }, stamp)
  })
}
