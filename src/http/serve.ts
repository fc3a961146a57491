// Binds a contract to actions: a missing or mistyped action does not compile.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../actions/context.ts'
import { writtenAnswer } from '../actions/written-answer.ts'
import type { Endpoint, InputOf, OutputOf } from '../api/endpoint.ts'
import { ifMatching, once, revisionAsked, tagRevision } from './conditional.ts'

type Contract = Record<string, Endpoint<unknown, unknown>>
export type Actions<E extends Contract> = {
  /** The signal aborts when the caller goes away before the answer; the reply is for cookies and the like. */
  readonly [K in keyof E]: (
    context: Context,
    input: InputOf<E[K]>,
    signal: AbortSignal,
    reply: FastifyReply,
  ) => Promise<OutputOf<E[K]>>
}

/** Registers every endpoint of the contract under /api. */
export function serve<E extends Contract>(
  app: FastifyInstance,
  contract: E,
  context: Context,
  actions: Actions<E>,
): void {
  for (const name of Object.keys(contract)) {
    const { method, path, input, body } = contract[name] as Endpoint<unknown, unknown>
    // The type above pairs each endpoint with its action; a loop over names cannot see the pair.
    const action = actions[name] as (...given: [Context, unknown, AbortSignal, FastifyReply]) => Promise<unknown>
    app.route({
      method,
      url: `/api${path}`,
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const revision = method === 'GET' ? undefined : revisionAsked(request)
        const given = input.parse({
          ...(revision === undefined ? {} : { revision }),
          ...asObject(body === 'json' ? request.body : request.query),
          ...asObject(request.params),
        })
        const gone = new AbortController()
        reply.raw.once('close', () => {
          if (!reply.raw.writableFinished) gone.abort()
        })
        const own = { ...context, actor: request.actor }
        const whole = body === 'file' ? { ...asObject(given), bytes: bytesOf(request.body) } : given
        const act = () => ifMatching(revision, given, () => action(own, whole, gone.signal, reply))
        const answer = method === 'GET' ? await act() : await once(own, request, reply, act)
        if (method === 'GET') tagRevision(reply, answer)
        if (answer === undefined && !reply.sent) reply.code(204)
        const written = writtenAnswer(answer)
        if (written === undefined) return answer
        reply.type('application/json; charset=utf-8')
        return written
      },
    })
  }
}

const asObject = (value: unknown): Record<string, unknown> =>
  value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : {}

const bytesOf = (body: unknown): Uint8Array => (body instanceof Uint8Array ? body : new Uint8Array())
