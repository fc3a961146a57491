// For those who run the server: is it alive, is it ready, what does it measure, one log line a request.
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Context } from '../actions/context.ts'
import { countJobs } from '../actions/count-jobs.ts'
import { readiness } from '../actions/readiness.ts'

export type OperationOptions = {
  readonly context: Context
  readonly dataDir?: string
  readonly metricsToken?: string
}

/** Before any other hook, so that what the guards refuse is logged and counted too. */
export function operationRoutes(app: FastifyInstance, { context, dataDir, metricsToken }: OperationOptions): void {
  const { registry, requests } = metricsOf(context)
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    // The route, not the address: ids and search words stay out of logs and metrics; of a person only the id.
    const route = request.routeOptions.url ?? 'none'
    const { method } = request
    const status = reply.statusCode
    requests.observe({ method, route, status }, reply.elapsedTime / 1000)
    const ms = Math.round(reply.elapsedTime)
    request.log.info({ method, route, status, ms, person: request.actor?.id ?? null }, 'request')
    done()
  })
  app.get('/health', async () => ({ ok: true }))
  app.get('/ready', async (_, reply) => {
    const answer = await readiness(context, dataDir)
    return reply.code(answer.ready ? 200 : 503).send(answer)
  })
  app.get('/metrics', async (request, reply) => {
    if (!mayMeasure(request, metricsToken)) return reply.code(404).send({ code: 'notFound', message: '没有这个地址。' })
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** This machine itself, not what a proxy on it passes on; from elsewhere by token. */
function mayMeasure({ ip, headers }: FastifyRequest, token: string | undefined): boolean {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (token !== undefined && bearer !== undefined) return same(bearer, token)
  const passedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !passedOn && /^(127\.|::1$|::ffff:127\.)/.test(ip)
}

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

function metricsOf(context: Context) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'hengji_http_request_seconds',
    help: 'Requests by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 20],
    registers: [registry],
  })
  new Gauge({
    name: 'hengji_jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      for (const [state, count] of Object.entries(await countJobs(context))) this.set({ state }, count)
    },
  })
  return { registry, requests }
}
