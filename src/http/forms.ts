import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { getForm } from '../actions/get-form.ts'
import { listForms } from '../actions/list-forms.ts'
import { forms } from '../api/forms.ts'
import { serve } from './serve.ts'

export const formRoutes = (app: FastifyInstance, context: Context): void =>
  serve(app, forms, context, { list: listForms, get: getForm })
