// How often one address may ask for what anybody may ask for: guessing passwords and using up the machine.
import type { RateLimitOptions } from '@fastify/rate-limit'
import type { Permission } from '../kernel/policy/policy.ts'
import { problem } from '../kernel/problem.ts'

export type Limits = {
  /** Sign-ins a minute and address; a whole bureau may stand behind one address. */
  readonly signIns: number
  /** Files a minute and address of those who are not signed in. */
  readonly uploads: number
}
export const usualLimits: Limits = { signIns: 120, uploads: 60 }

/** What limits an endpoint under this line of the policy; undefined = nothing. */
export function limitOf(may: Permission, { signIns, uploads }: Limits): RateLimitOptions | undefined {
  const minute = { timeWindow: 60_000, groupId: may, errorResponseBuilder: tooMany }
  if (may === 'session.open') return { ...minute, max: signIns }
  if (may === 'document.check')
    return { ...minute, max: uploads, allowList: (request) => request.actor.kind !== 'anonymous' }
  return undefined
}

const tooMany = (_: unknown, { ttl }: { ttl: number }) =>
  problem('request.tooMany', { seconds: Math.max(1, Math.ceil(ttl / 1000)) })
