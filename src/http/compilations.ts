import type { FastifyInstance } from 'fastify'
import { compileForms, scanForms } from '../actions/compile-forms.ts'
import type { Context } from '../actions/context.ts'
import { compilations } from '../api/compilations.ts'
import { serve } from './serve.ts'
import { serveFile } from './serve-file.ts'

export function compilationRoutes(app: FastifyInstance, context: Context): void {
  serve(app, { scan: compilations.scan }, context, { scan: scanForms })
  serveFile(app, compilations.write, context, compileForms)
}
