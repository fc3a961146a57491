import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { getDocumentFile } from '../actions/get-document-file.ts'
import { documents } from '../api/documents.ts'

/** Other people's files: whatever is in them, no browser may open or run it as a page of this server. */
const asBytes = {
  'content-type': 'application/octet-stream',
  'content-disposition': 'attachment',
  'content-security-policy': "default-src 'none'; sandbox",
}

export function documentRoutes(app: FastifyInstance, context: Context): void {
  const { method, path, input } = documents.file
  app.route({
    method,
    url: `/api${path}`,
    handler: async (request, reply) => {
      const bytes = await getDocumentFile({ ...context, actor: request.actor }, input.parse(request.params))
      return reply.headers(asBytes).send(bytes)
    },
  })
}
