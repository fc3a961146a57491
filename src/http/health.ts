import type { FastifyInstance } from 'fastify'
import { getBackups } from '../actions/back-up.ts'
import type { Context } from '../actions/context.ts'
import { getHealth } from '../actions/get-health.ts'
import { health } from '../api/health.ts'
import { serve } from './serve.ts'

export const healthRoutes = (app: FastifyInstance, context: Context): void =>
  serve(app, health, context, { get: getHealth, backups: getBackups })
