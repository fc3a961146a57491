// What every request must pass and every answer carries.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { problem } from '../kernel/problem.ts'

const headers = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}
const overTls = { 'strict-transport-security': 'max-age=31536000' }

/** Balancers ask these by address, and they say nothing of anybody. */
const probes = new Set(['/health', '/ready', '/metrics'])

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/

/** `hosts`: the names this server is called by beside the machine's own. */
export function guard(app: FastifyInstance, hosts: readonly string[] = []): void {
  const known = new Set(hosts.map((host) => host.toLowerCase()))
  const isOurs = (host: string): boolean => {
    const name = host.toLowerCase().replace(/:\d+$/, '')
    return loopback.test(name) || known.has(name)
  }
  // Hooks that wait for nothing call `done`: a promise for each of them would cost every request.
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.protocol === 'https' ? { ...headers, ...overTls } : headers)
    // A foreign Host is a rebound name, a foreign Origin another site's script: neither is a page of this server.
    if (!probes.has(request.url)) refuseForeign(request)
    done()
  })
  const refuseForeign = (request: FastifyRequest): void => {
    const host = request.host ?? ''
    if (!isOurs(host)) throw problem('request.refused', {})
    const { origin } = request.headers
    if (origin !== undefined && origin !== `${request.protocol}://${host}`) throw problem('request.refused', {})
  }
  app.addHook('onSend', (request, reply, _, done) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    done()
  })
}
