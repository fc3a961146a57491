import type { FastifyInstance } from 'fastify'
import { compileForms, scanForms } from '../actions/compile-forms.ts'
import { requestCompilation } from '../actions/compile-job.ts'
import type { Context } from '../actions/context.ts'
import { compilations } from '../api/compilations.ts'
import { serve } from './serve.ts'
import { serveFile } from './serve-file.ts'

export function compilationRoutes(app: FastifyInstance, context: Context): void {
  const { write, ...answers } = compilations
  serve(app, answers, context, { scan: scanForms, request: requestCompilation })
  serveFile(app, write, context, compileForms)
}
