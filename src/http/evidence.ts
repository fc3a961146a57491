import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { addEvidence, getEvidenceFile, listEvidence, removeEvidence } from '../actions/evidence.ts'
import type { FileStore } from '../actions/file-store.ts'
import { evidence } from '../api/evidence.ts'
import { asAttachment } from './attachment.ts'
import { serve } from './serve.ts'

export function evidenceRoutes(app: FastifyInstance, context: Context, files: FileStore): void {
  const { file, ...answers } = evidence
  serve(app, answers, context, {
    list: listEvidence,
    add: (given, input) => addEvidence(given, files, input),
    remove: removeEvidence,
  })
  app.route({
    method: file.method,
    url: `/api${file.path}`,
    handler: async (request, reply) => {
      const given = { ...context, actor: request.actor }
      const { name, bytes } = await getEvidenceFile(given, files, file.input.parse(request.params))
      return reply.headers(asAttachment(name)).send(bytes)
    },
  })
}
