import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import type { ReadingPool } from '../actions/reading-pool.ts'
import { check } from '../api/check.ts'
import { serve } from './serve.ts'

export const checkRoutes = (app: FastifyInstance, context: Context, pool: ReadingPool): void =>
  serve(app, check, context, {
    document: (_, input, signal) => pool.check(input, signal),
    annotated: (_, input, signal) => pool.annotate(input, signal),
    report: (_, input, signal) => pool.report(input, signal),
  })
