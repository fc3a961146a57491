import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { listStartable } from '../actions/list-startable.ts'
import { work } from '../api/work.ts'
import { serve } from './serve.ts'

export const workRoutes = (app: FastifyInstance, context: Context): void =>
  serve(app, work, context, { startable: listStartable })
