import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { giveFeed, givePublicData, listPublicationSteps } from '../actions/give-publications.ts'
import { getPublicDepartment, getPublicProject, searchPublications } from '../actions/list-publications.ts'
import { publications } from '../api/publications.ts'
import { serve } from './serve.ts'
import { serveFile } from './serve-file.ts'

export function publicationRoutes(app: FastifyInstance, context: Context): void {
  const { data, feed, ...answers } = publications
  serve(app, answers, context, {
    search: searchPublications,
    department: getPublicDepartment,
    project: getPublicProject,
    steps: listPublicationSteps,
  })
  serveFile(app, data, context, givePublicData)
  app.route({
    method: feed.method,
    url: `/api${feed.path}`,
    handler: async (request, reply) => {
      const text = await giveFeed(context, `${request.protocol}://${request.host}`)
      return reply.type('application/atom+xml; charset=utf-8').send(text)
    },
  })
}
