// An endpoint that answers a file: written piece by piece, never held whole.
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import type { Endpoint } from '../api/endpoint.ts'
import { asAttachment } from './attachment.ts'

export type FileAnswer = {
  readonly name: string
  readonly pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}

/** Registers it under /api. What refuses the request must be thrown before the first piece is asked for. */
export function serveFile<I>(
  app: FastifyInstance,
  { method, path, input, body }: Endpoint<I, ArrayBuffer>,
  context: Context,
  action: (context: Context, input: I) => Promise<FileAnswer>,
): void {
  app.route({
    method,
    url: `/api${path}`,
    handler: async ({ actor, body: json, query, params }, reply) => {
      const given = Object.assign({}, body === 'json' ? json : query, params)
      const { name, pieces } = await action({ ...context, actor }, input.parse(given))
      return reply.headers(asAttachment(name)).send(Readable.from(pieces))
    },
  })
}
