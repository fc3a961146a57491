// Binds a contract to actions: a missing or mistyped action does not compile.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../actions/context.ts'
import type { Endpoint, InputOf, OutputOf } from '../api/endpoint.ts'
import type { Actor } from '../kernel/policy/actor.ts'
import { decide } from '../kernel/policy/decide.ts'
import type { Permission } from '../kernel/policy/policy.ts'
import { problem } from '../kernel/problem.ts'

type Contract = Record<string, Endpoint<unknown, unknown>>
export type Actions<E extends Contract> = {
  /** The signal aborts when the caller goes away before the answer. */
  readonly [K in keyof E]: (context: Context, input: InputOf<E[K]>, signal: AbortSignal) => Promise<OutputOf<E[K]>>
}

/** Registers every endpoint of the contract under /api. */
export function serve<E extends Contract>(
  app: FastifyInstance,
  contract: E,
  context: Context,
  actions: Actions<E>,
): void {
  for (const name of Object.keys(contract)) {
    const { may, method, path, input, body } = contract[name] as Endpoint<unknown, unknown>
    // The type above pairs each endpoint with its action; a loop over names cannot see the pair.
    const action = actions[name] as (context: Context, input: unknown, signal: AbortSignal) => Promise<unknown>
    app.route({
      method,
      url: `/api${path}`,
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        refuseUnless(request.actor, may)
        const given = input.parse({
          ...asObject(body === 'json' ? request.body : request.query),
          ...asObject(request.params),
        })
        const gone = new AbortController()
        reply.raw.once('close', () => gone.abort())
        return action(
          { ...context, actor: request.actor },
          body === 'file' ? { ...asObject(given), bytes: bytesOf(request.body) } : given,
          gone.signal,
        )
      },
    })
  }
}

/** Deny unless a line of the policy allows it somewhere; where exactly is the action's question. */
function refuseUnless(actor: Actor, may: Permission): void {
  const decision = decide(actor, may)
  if (decision.allowed) return
  const { reason } = decision
  throw actor.kind === 'anonymous' ? problem('session.missing', { reason }) : problem('permission.denied', { reason })
}

const asObject = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : {}

const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array())
