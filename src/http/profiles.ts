import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { listProfiles } from '../actions/list-profiles.ts'
import { profiles } from '../api/profiles.ts'
import { serve } from './serve.ts'

export const profileRoutes = (app: FastifyInstance, context: Context): void =>
  serve(app, profiles, context, { list: listProfiles })
