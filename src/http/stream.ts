// Server-sent events: one's jobs as they go on, and that the inbox should be read again. Whoever was away meanwhile is
// told on coming back (Last-Event-ID) what changed since; whichever process did it, all of them hear of it.
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from '../actions/context.ts'
import { getJob, jobsSince } from '../actions/jobs.ts'
import type { Notice, Notices } from '../actions/work-on-jobs.ts'
import type { Endpoint } from '../api/endpoint.ts'
import type { JobView } from '../api/jobs.ts'
import { permissionOf } from '../kernel/lifecycle/decide.ts'
import { isState } from '../kernel/lifecycle/state.ts'
import type { Actor } from '../kernel/policy/actor.ts'
import { decide } from '../kernel/policy/decide.ts'
import { actorOf } from './actor.ts'

const heartbeatMs = 25_000
const marginMs = 5_000
const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

export function streamRoute(
  app: FastifyInstance,
  { method, path }: Endpoint<unknown, unknown>,
  context: Context,
  notices: Notices | null,
): void {
  const open = new Set<Readable>()
  // Streams never end by themselves; a stop must not wait for them.
  app.addHook('preClose', async () => {
    for (const stream of open) stream.push(null)
  })
  app.route({
    method,
    url: `/api${path}`,
    handler: async (request, reply) => {
      const stream = await begin(request, context, notices)
      open.add(stream)
      stream.once('close', () => open.delete(stream))
      return reply.headers(headers).send(stream)
    },
  })
}

async function begin(request: FastifyRequest, context: Context, notices: Notices | null): Promise<Readable> {
  const { actor } = request
  const own = { ...context, actor }
  const stream = new Readable({ read: () => undefined })
  const send = (event: string, data: unknown) =>
    stream.push(`id: ${context.now().toISOString()}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  const sendJob = async (id: string) => {
    const job = await getJob(own, { id }).catch(() => undefined)
    if (job !== undefined) send('job', job satisfies JobView)
  }
  const catchUp = async (since: Date) => {
    for (const job of await jobsSince(own, since)) send('job', job)
    send('inbox', {})
  }
  const hear = (notice: Notice | null) => {
    if (notice === null) return void catchUp(new Date(context.now().getTime() - 60_000)).catch(() => stream.push(null))
    if (notice.job !== undefined) return void (notice.person === actor.id && sendJob(notice.job))
    if (concerns(notice, actor)) send('inbox', {})
  }
  const leave = notices?.subscribe(hear)
  const heart = setInterval(async () => {
    // Signed out, disabled or changed meanwhile: the page comes back and is told so.
    const still = await actorOf(request, context).catch(() => undefined)
    if (still?.id !== actor.id) stream.push(null)
    else stream.push(': \n\n')
  }, heartbeatMs)
  stream.once('close', () => {
    clearInterval(heart)
    leave?.()
  })
  stream.push('retry: 3000\n\n')
  const since = new Date(String(request.headers['last-event-id'] ?? ''))
  // Clocks of processes differ a little; told twice does no harm.
  if (!Number.isNaN(since.getTime())) await catchUp(new Date(since.getTime() - marginMs))
  else send('inbox', {})
  return stream
}

/** Whether it was or is now this person's turn. */
function concerns({ person, path, from, to, delegate }: Notice, actor: Actor): boolean {
  if (person !== undefined) return person === actor.id
  if (delegate !== undefined && delegate !== null && delegate === actor.id) return true
  return [from, to].some((state) => {
    const permission = state !== undefined && isState(state) ? permissionOf(state) : null
    return permission !== null && path !== undefined && decide(actor, permission, { path }).allowed
  })
}
