// What every request must pass and every answer carries. No login yet, so only this machine's own page may call.
import type { FastifyInstance } from 'fastify'
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

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

export function guard(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers)
    // A foreign Host is a rebound name, a foreign Origin another site's script: neither is the person at this machine.
    if (!loopback.test(request.headers.host ?? '')) throw problem('request.refused', {})
    const { origin } = request.headers
    if (origin !== undefined && origin !== `http://${request.headers.host}`) throw problem('request.refused', {})
  })
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}
