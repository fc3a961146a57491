// How often one address, or one account, may ask for what takes much of the machine or lets passwords be guessed.
import type {} from '@fastify/rate-limit' // gives the server createRateLimit
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ListedEndpoint } from '../api/index.ts'
import { problem } from '../kernel/problem.ts'

export type Limits = {
  /** Sign-ins a minute and address; a whole bureau may stand behind one address. */
  readonly signIns: number
  /** Files a minute and address of those who are not signed in. */
  readonly uploads: number
  /** Uploads, exports and bulk requests a minute and account, be it by browsers or by tokens. */
  readonly heavy: number
}
export const usualLimits: Limits = { signIns: 120, uploads: 60, heavy: 120 }

/** Beside everything that takes a file. */
export const heavyEndpoints: ReadonlySet<string> = new Set([
  'audit.export',
  'audit.verify',
  'compilations.request',
  'compilations.scan',
  'compilations.write',
  'jobs.bulk',
  'jobs.undo',
  'workbooks.take',
])

/** Refuses a request that is one too many. Problem: request.tooMany. */
export type Limit = (request: FastifyRequest) => Promise<void>
export type LimitOf = (endpoint: ListedEndpoint) => Limit | undefined

/** What limits each endpoint; undefined = nothing. One account's heavy requests are counted together, whatever they are. */
export function limitsOf(app: FastifyInstance, limits: Limits): LimitOf {
  const timeWindow = 60_000
  const heavy = refusing(
    app.createRateLimit({
      timeWindow,
      keyGenerator: ({ actor, ip }) => (actor.id === null ? `address ${ip}` : `account ${actor.id}`),
      max: ({ actor }) => (actor.id === null ? limits.uploads : limits.heavy),
    }),
  )
  return ({ name, may, body }) => {
    if (may === 'session.open') return refusing(app.createRateLimit({ timeWindow, max: limits.signIns }))
    return body === 'file' || heavyEndpoints.has(name) ? heavy : undefined
  }
}

const refusing =
  (count: ReturnType<FastifyInstance['createRateLimit']>): Limit =>
  async (request) => {
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded)
      throw problem('request.tooMany', { seconds: Math.max(1, counted.ttlInSeconds) })
  }
