// Who a request comes from: an access token, the cookie of a session, or nobody.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../actions/context.ts'
import { actorOfSession, actorOfToken } from '../actions/identify.ts'
import { type Actor, anonymous } from '../kernel/policy/actor.ts'
import { problem } from '../kernel/problem.ts'
import { cookieOf, sessionCookie } from './cookie.ts'

/** Sent by the page with what it asks by itself, while nobody is at it. */
const backgroundHeader = 'x-hengji-background'

/** A session lasts as long as somebody is there; an event stream stays open, and comes back, with nobody there. */
const isBackground = ({ headers }: FastifyRequest): boolean =>
  headers[backgroundHeader] !== undefined || headers.accept === 'text/event-stream'

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
    /** Of the session cookie, whether there is still a session or not. */
    secret: string | undefined
  }
}

/** Every request has an actor before any handler runs. */
export function identify(app: FastifyInstance, context: Context): void {
  app.decorateRequest('actor')
  app.decorateRequest('secret')
  app.addHook('onRequest', async (request) => {
    request.actor = request.url.startsWith('/api/') ? await actorOf(request, context) : anonymous
  })
}

/** Who sends this now: a session may have ended since the last time. */
export async function actorOf(request: FastifyRequest, context: Context): Promise<Actor> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) {
    const actor = await actorOfToken(context, bearer)
    if (!actor) throw problem('token.refused', {})
    return actor
  }
  const secret = cookieOf(request, sessionCookie)
  if (secret === undefined) return anonymous
  refuseForgery(request)
  request.secret = secret
  return (await actorOfSession(context, secret, isBackground(request))) ?? anonymous
}

/** A form on another site can send the cookie where a browser is old, but never a header of our own. */
function refuseForgery({ method, headers }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return
  if (headers['x-hengji'] === undefined) throw problem('session.headerMissing', {})
}
