// The HTTP server: contract, static page, guards, answers to refusals.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance, LogController } from 'fastify'
import { z } from 'zod'
import { zhCN } from 'zod/locales'
import type { Context } from '../actions/context.ts'
import { type FileStore, noFiles } from '../actions/file-store.ts'
import { identityProvider, type ProviderOptions } from '../actions/identity-provider.ts'
import type { ReadingPool } from '../actions/reading-pool.ts'
import type { Demonstration } from '../actions/try-demonstration.ts'
import { noVault, type Vault } from '../actions/vault.ts'
import type { Notices } from '../actions/work-on-jobs.ts'
import { endpoints } from '../api/index.ts'
import { Problem, problem } from '../kernel/problem.ts'
import { identify } from './actor.ts'
import { auditRoutes } from './audit.ts'
import { checkRoutes } from './check.ts'
import { closeGently } from './closing.ts'
import { compilationRoutes } from './compilations.ts'
import { entityTags } from './conditional.ts'
import { cycleRoutes } from './cycles.ts'
import { descriptionRoutes } from './description.ts'
import { documentRoutes } from './documents.ts'
import { evidenceRoutes } from './evidence.ts'
import { filingRoutes } from './filings.ts'
import { formRoutes } from './forms.ts'
import { guard } from './guard.ts'
import { healthRoutes } from './health.ts'
import { jobRoutes } from './jobs.ts'
import { type Limits, limitsOf, usualLimits } from './limits.ts'
import { onlyListed } from './listed.ts'
import { operationRoutes } from './operations.ts'
import { organisationRoutes } from './organisations.ts'
import { peopleRoutes } from './people.ts'
import { profileRoutes } from './profiles.ts'
import { projectRoutes } from './projects.ts'
import { publicationRoutes } from './publications.ts'
import { searchRoutes } from './searches.ts'
import { sessionRoutes } from './sessions.ts'
import { setupRoutes } from './setup.ts'
import { workRoutes } from './work.ts'

// What zod says of a request reaches the user.
z.config(zhCN())

export type AppOptions = {
  readonly context: Context
  readonly pool: ReadingPool
  readonly log: FastifyBaseLogger
  /** Folder of the built page; the API works without it. */
  readonly webFolder: string
  /** Largest upload in bytes. */
  readonly uploadLimit: number
  /** Names this server is called by beside the machine's own. */
  readonly hosts?: readonly string[]
  /** A proxy in front of it ends TLS and says who asks (X-Forwarded-…): true, or its addresses. */
  readonly trustProxy?: boolean | string
  readonly limits?: Limits
  /** Where evidence and the results of jobs are kept; without it they are refused. */
  readonly files?: FileStore
  /** What the processes tell each other, for those who watch; without it a watcher hears only what was when it came. */
  readonly notices?: Notices
  /** Watched for free space by /ready. */
  readonly dataDir?: string
  /** Whoever sends it may read /metrics from elsewhere. */
  readonly metricsToken?: string
  /** Fills an empty system with the demonstration; without it the set-up does not offer it. */
  readonly demonstration?: Demonstration
  /** Where people may sign in instead of here. */
  readonly provider?: ProviderOptions
  /** Seals the secrets of authenticators; without it there are no second factors. */
  readonly vault?: Vault
}

export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { context, pool, log, webFolder, uploadLimit } = options
  const app: FastifyInstance = Fastify({
    // A stop waits for what is being answered, not for the spare connections a browser keeps open.
    forceCloseConnections: 'idle',
    genReqId: () => randomUUID(),
    loggerInstance: log,
    bodyLimit: uploadLimit,
    trustProxy: options.trustProxy ?? false,
    logController: new LogController({ disableRequestLogging: true }),
  })
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  closeGently(app)
  operationRoutes(app, options)
  guard(app, options.hosts)
  identify(app, context)
  entityTags(app)
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.name === 'AbortError' && reply.raw.destroyed) return reply // the caller went away: nobody to answer
    const refused = refusalOf(error, uploadLimit)
    if (refused) return reply.code(refused.status).type(problemType).send(bodyOf(refused))
    request.log.error({ err: error }, 'unexpected')
    return reply
      .code(500)
      .send({ code: 'internal', message: `系统内部错误（编号 ${request.id}），请把编号告诉管理员。` })
  })
  await app.register(rateLimit, { global: false })
  const refuseMissing = onlyListed(app, endpoints, limitsOf(app, options.limits ?? usualLimits))
  const files = options.files ?? noFiles
  auditRoutes(app, context, files)
  checkRoutes(app, context, pool)
  filingRoutes(app, context, pool)
  evidenceRoutes(app, context, files)
  jobRoutes(app, context, files, options.notices ?? null)
  formRoutes(app, context)
  documentRoutes(app, context)
  profileRoutes(app, context)
  organisationRoutes(app, context)
  compilationRoutes(app, context)
  cycleRoutes(app, context)
  projectRoutes(app, context)
  publicationRoutes(app, context)
  healthRoutes(app, context)
  workRoutes(app, context)
  searchRoutes(app, context)
  descriptionRoutes(app)
  const provider = options.provider ? identityProvider(options.provider) : null
  sessionRoutes(app, context, { provider, vault: options.vault ?? noVault })
  peopleRoutes(app, context)
  setupRoutes(app, context, options.demonstration ?? null)
  refuseMissing()
  if (existsSync(webFolder)) await servePage(app, webFolder)
  return app
}

/** The page and its files; every other address that is not /api is a page of the application. */
async function servePage(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, {
    root,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.replaceAll('\\', '/').includes('/assets/')
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/'))
      return reply.code(404).send({ code: 'notFound', message: '没有这个地址。' })
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

const problemType = 'application/problem+json; charset=utf-8'

/** RFC 9457, with the stable code and the sentence for the user. */
const bodyOf = ({ code, status, message, errors }: Problem) => ({
  type: '/api/reference#problems',
  title: code,
  status,
  detail: message,
  code,
  message,
  ...(errors.length > 0 ? { errors } : {}),
})

/** What PostgreSQL and Node say while the server is away or coming back; the supervisor restarts it in the meantime. */
const databaseAway = /^(57P0[123]|08\d{3}|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/

/** All connections are taken: of the server, or of this process for longer than anybody should wait. */
const noConnectionLeft = '53300'
const waitedInVain = /timeout exceeded when trying to connect/

function refusalOf(error: FastifyError, uploadLimit: number): Problem | undefined {
  if (error instanceof Problem) return error
  if (
    databaseAway.test(error.code ?? '') ||
    /Connection terminated|connection error and is not queryable/.test(error.message)
  )
    return problem('database.recovering', {})
  if (error.code === noConnectionLeft || waitedInVain.test(error.message)) return problem('database.busy', {})
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return problem('document.tooLarge', { limit: Math.floor(uploadLimit / 1024 / 1024) })
  if (error instanceof z.ZodError)
    return problem(
      'input.invalid',
      { message: error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('；') },
      error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    )
  if (error.statusCode !== undefined && error.statusCode < 500)
    return problem('input.invalid', { message: error.message })
  return undefined
}
