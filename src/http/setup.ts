import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { getSetup, setUp } from '../actions/set-up.ts'
import { setup } from '../api/setup.ts'
import { serve } from './serve.ts'

export const setupRoutes = (app: FastifyInstance, context: Context): void =>
  serve(app, setup, context, { get: getSetup, run: setUp })
