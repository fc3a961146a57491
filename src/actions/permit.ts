// The question every action asks before it changes anything.
import type { Actor } from '../kernel/policy/actor.ts'
import { decide } from '../kernel/policy/decide.ts'
import type { Place } from '../kernel/policy/permission.ts'
import type { Permission } from '../kernel/policy/policy.ts'
import { problem } from '../kernel/problem.ts'

/** Refuses with the policy's reason unless the actor may do this here. Problems: session.missing, permission.denied. */
export function permit(actor: Actor, permission: Permission, place: Place): void {
  const decision = decide(actor, permission, place)
  if (decision.allowed) return
  throw problem(actor.kind === 'anonymous' ? 'session.missing' : 'permission.denied', { reason: decision.reason })
}
