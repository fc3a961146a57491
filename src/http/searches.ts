import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { listSearches, removeSearch, saveSearch } from '../actions/saved-searches.ts'
import { searches } from '../api/searches.ts'
import { serve } from './serve.ts'

export const searchRoutes = (app: FastifyInstance, context: Context): void =>
  serve(app, searches, context, { list: listSearches, save: saveSearch, remove: removeSearch })
