// Serves what the contracts list, all of it and nothing else; each address under its line of the policy.
import type { FastifyInstance, onRequestHookHandler, RouteOptions } from 'fastify'
import type { ListedEndpoint } from '../api/index.ts'
import type { Actor } from '../kernel/policy/actor.ts'
import { decide } from '../kernel/policy/decide.ts'
import type { Permission } from '../kernel/policy/policy.ts'
import { problem } from '../kernel/problem.ts'
import type { Limit, LimitOf } from './limits.ts'

const prefix = '/api'

/**
 * Call before the first route. From then on a route under /api that no contract lists stops the start, and every listed
 * one refuses whoever the policy allows it nowhere, before a body is read. The answer is called when all are registered.
 */
export function onlyListed(app: FastifyInstance, listed: readonly ListedEndpoint[], limitOf: LimitOf): () => void {
  const open = new Map(listed.map((endpoint) => [`${endpoint.method} ${prefix}${endpoint.path}`, endpoint]))
  const missing = new Set(open.keys())
  app.addHook('onRoute', (route) => {
    if (!route.url.startsWith(`${prefix}/`)) return
    for (const method of [route.method].flat()) {
      const address = `${method === 'HEAD' ? 'GET' : method} ${route.url}`
      const endpoint = open.get(address)
      if (!endpoint) throw new Error(`${address} is in no contract of src/api/index.ts`)
      missing.delete(address)
      putUnderPolicy(route, endpoint, limitOf(endpoint))
    }
  })
  return () => {
    if (missing.size > 0) throw new Error(`listed in src/api/index.ts but not served: ${[...missing].join(', ')}`)
  }
}

function putUnderPolicy(route: RouteOptions, endpoint: ListedEndpoint, limit: Limit | undefined): void {
  const before = route.onRequest === undefined ? [] : [route.onRequest].flat()
  const refuse: onRequestHookHandler = (request, _, done) => {
    refuseUnless(request.actor, endpoint.may)
    done()
  }
  route.onRequest = [...before, refuse, ...(limit ? [limit] : [])]
}

/** Deny unless a line of the policy allows it somewhere; where exactly is the action's question. */
function refuseUnless(actor: Actor, may: Permission): void {
  const decision = decide(actor, may)
  if (decision.allowed) return
  const { reason } = decision
  throw actor.kind === 'anonymous' ? problem('session.missing', { reason }) : problem('permission.denied', { reason })
}
