// The question every action asks before it changes anything.
import type { Actor } from '../kernel/policy/actor.ts'
import { decide } from '../kernel/policy/decide.ts'
import type { Place } from '../kernel/policy/permission.ts'
import type { Permission } from '../kernel/policy/policy.ts'
import { problem } from '../kernel/problem.ts'
import * as organisations from '../store/organisations.ts'
import type { Context } from './context.ts'

/** Refuses with the policy's reason unless the actor may do this here. Problems: session.missing, permission.denied. */
export function permit(actor: Actor, permission: Permission, place: Place): void {
  const decision = decide(actor, permission, place)
  if (decision.allowed) return
  throw problem(actor.kind === 'anonymous' ? 'session.missing' : 'permission.denied', { reason: decision.reason })
}

/** Of the whole installation, so for those alone who stand above all of it. */
export async function permitEverywhere({ db, actor }: Context, permission: Permission): Promise<void> {
  const roots = await organisations.children(db, null)
  const places: readonly Place[] = roots.length > 0 ? roots : [{ path: null }]
  for (const { path } of places) permit(actor, permission, { path })
}
