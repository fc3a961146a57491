import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import type { FileStore } from '../actions/file-store.ts'
import { getCellHistory } from '../actions/get-cell-history.ts'
import { exportEvents, listEvents } from '../actions/list-events.ts'
import { verifyAsAuditor } from '../actions/verify.ts'
import { audit } from '../api/audit.ts'
import { asAttachment } from './attachment.ts'
import { serve } from './serve.ts'

export function auditRoutes(app: FastifyInstance, context: Context, files: FileStore): void {
  const { export: exported, ...answers } = audit
  serve(app, answers, context, {
    list: listEvents,
    verify: (given) => verifyAsAuditor(given, files),
    cell: getCellHistory,
  })
  app.route({
    method: exported.method,
    url: `/api${exported.path}`,
    handler: async (request, reply) => {
      const file = await exportEvents({ ...context, actor: request.actor }, exported.input.parse(request.query))
      return reply.headers(asAttachment(file.name)).send(Readable.from(file.bytes))
    },
  })
}
