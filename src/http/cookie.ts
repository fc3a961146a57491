// The cookie of a session. Behind TLS its name binds it to this host and path (__Host-).
import type { FastifyReply, FastifyRequest } from 'fastify'

const nameFor = ({ protocol }: FastifyRequest, name: string): string => (protocol === 'https' ? `__Host-${name}` : name)

/** Strict: another site's page never sends it. Lax only where a redirect from another site must bring it back. */
export type CookieOptions = { readonly sameSite: 'Strict' | 'Lax'; readonly maxAge?: number }

/** Gone with the browser unless an age is given; '' takes it away. */
export function setCookie(reply: FastifyReply, name: string, value: string, options: CookieOptions): void {
  const { request } = reply
  const age = value === '' ? 0 : options.maxAge
  const parts = [
    `${nameFor(request, name)}=${value}`,
    'Path=/',
    'HttpOnly',
    `SameSite=${options.sameSite}`,
    ...(request.protocol === 'https' ? ['Secure'] : []),
    ...(age === undefined ? [] : [`Max-Age=${age}`]),
  ]
  reply.header('set-cookie', parts.join('; '))
}

export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  const wanted = `${nameFor(request, name)}=`
  const found = (request.headers.cookie ?? '').split(';').map((part) => part.trim())
  return found.find((part) => part.startsWith(wanted))?.slice(wanted.length) || undefined
}

export const sessionCookie = 'hengji_session'
