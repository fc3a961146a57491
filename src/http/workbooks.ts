import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { bringWorkbook, takeWorkbook } from '../actions/filing-workbook.ts'
import type { FormReader } from '../actions/read-forms.ts'
import { workbooks } from '../api/workbooks.ts'
import { serve } from './serve.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function workbookRoutes(app: FastifyInstance, context: Context, read: FormReader): void {
  serve(app, { bring: workbooks.bring }, context, {
    bring: (given, input) => bringWorkbook(given, input, read),
  })
  const { method, path, input } = workbooks.take
  app.route({
    method,
    url: `/api${path}`,
    handler: async (request, reply) => {
      const { name, bytes } = await takeWorkbook({ ...context, actor: request.actor }, input.parse(request.params))
      return reply
        .type(xlsx)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(bytes)
    },
  })
}
