import type { FastifyInstance } from 'fastify'
import { checkDocument } from '../actions/check-document.ts'
import type { Context } from '../actions/context.ts'
import { check } from '../api/check.ts'
import { serve } from './serve.ts'

export const checkRoutes = (app: FastifyInstance, context: Context): void =>
  serve(app, check, context, { document: checkDocument })
