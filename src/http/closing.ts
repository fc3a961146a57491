// How the server stops: what was begun is answered, and no connection that stays open between requests keeps it waiting.
import type { FastifyInstance } from 'fastify'

/** How often connections are looked for that became idle meanwhile; milliseconds. */
const often = 100

export function closeGently(app: FastifyInstance): void {
  let closing: NodeJS.Timeout | undefined
  // Fastify closes what is idle when the stop begins; a connection busy then would be waited for until it times out.
  app.addHook('preClose', async () => {
    closing = setInterval(() => app.server.closeIdleConnections(), often)
  })
  app.addHook('onClose', async () => clearInterval(closing))
  app.addHook('onSend', (_, reply, __, done) => {
    if (closing !== undefined) reply.header('connection', 'close')
    done()
  })
}
