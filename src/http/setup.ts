import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { getSetup, setUp } from '../actions/set-up.ts'
import { type Demonstration, tryDemonstration } from '../actions/try-demonstration.ts'
import { setup } from '../api/setup.ts'
import { system } from '../kernel/policy/actor.ts'
import { serve } from './serve.ts'

export const setupRoutes = (app: FastifyInstance, context: Context, demonstration: Demonstration | null): void =>
  serve(app, setup, context, {
    get: (given) => getSetup(given, demonstration !== null),
    run: setUp,
    // What the code proves is the access of the console, as for the set-up itself.
    demonstrate: (given, input) => tryDemonstration({ ...given, actor: system }, input, demonstration),
  })
