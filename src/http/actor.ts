// Who a request comes from.
import type { FastifyInstance } from 'fastify'
import { type Actor, anonymous } from '../kernel/policy/actor.ts'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
  }
}

/** Every request has an actor before any handler runs. */
export function identify(app: FastifyInstance): void {
  app.decorateRequest('actor')
  app.addHook('onRequest', async (request) => {
    request.actor = anonymous
  })
}
