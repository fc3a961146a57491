// Composition root of the running system: database, migrations, demonstration data, HTTP.
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { FastifyBaseLogger } from 'fastify'
import { connect } from './actions/connect.ts'
import type { Context } from './actions/context.ts'
import { loadDemonstration } from './actions/demonstration/load.ts'
import type { Account } from './actions/demonstration/load-places.ts'
import type { FileStore } from './actions/file-store.ts'
import { filesIn } from './actions/file-store.ts'
import type { ProviderOptions } from './actions/identity-provider.ts'
import { createReadingPool } from './actions/reading-pool.ts'
import { sealSecrets } from './actions/seal-secrets.ts'
import { newSetupCode } from './actions/set-up.ts'
import { tidySignIns } from './actions/tidy-sign-ins.ts'
import { tryPort } from './actions/try-port.ts'
import { openVault } from './actions/vault-key.ts'
import { type Workshop, workOnJobs } from './actions/work-on-jobs.ts'
import { MAXIMUM_BYTES } from './documents/read-document.ts'
import { createApp } from './http/app.ts'
import type { Limits } from './http/limits.ts'
import { problem } from './kernel/problem.ts'

const root = join(import.meta.dirname, '..')

/** What a year's work took while it was made; V8 by itself would keep it for an idle server's life. */
function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}

export type ServerOptions = {
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  /** null = the usual port, or a free one when it is taken. */
  readonly port: number | null
  /** Load the five documents into an empty database. */
  readonly demo: boolean
  readonly log: FastifyBaseLogger
  /** Address to listen at; loopback where left out. */
  readonly host?: string
  /** Names and addresses people call this server by, beside the machine's own. */
  readonly hosts?: readonly string[]
  /** A proxy in front ends TLS and says who asks. */
  readonly trustProxy?: boolean | string
  /** Where people may sign in instead of here. */
  readonly provider?: ProviderOptions
  /** How often one address may sign in and, without signing in, give files to check. */
  readonly limits?: Limits
  /** Where evidence and the results of jobs are kept; the data directory where left out. */
  readonly files?: FileStore
  /** Whoever sends it may read /metrics from elsewhere. */
  readonly metricsToken?: string
  /** Keys for stored secrets; a file in the data directory where left out. */
  readonly secretsKey?: string
  /** Told before a database is made, which takes a while. */
  readonly onNew?: () => void
}

const usualPort = 8520
export const accountsFile = '示例账号.txt'

export type RunningServer = {
  readonly address: string
  /** For the console: whoever reads it there may set the system up. null once somebody exists. */
  readonly setupCode: string | null
  /** Made for the demonstration just now, with their passwords: shown this once. */
  readonly accounts: readonly Account[]
  /** Where the demonstration's accounts were written at an earlier start; null = there is no such file. */
  readonly accountsAt: string | null
  readonly stop: () => Promise<void>
}

const everyAddress = /^(0\.0\.0\.0|::)$/

/** What ended long ago is forgotten every hour, by any of the processes. */
const hour = 3_600_000

/** Starts everything and answers the address. `stop` ends it in order. Problems: server.unnamed, port.taken, port.forbidden, host.unavailable. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host = '127.0.0.1', hosts = [] } = options
  if (everyAddress.test(host) && hosts.length === 0) throw problem('server.unnamed', { host })
  if (options.port !== null) await refuseTakenPort(host, options.port)
  if (options.databaseUrl === undefined && !existsSync(options.dataDir)) options.onNew?.()
  const { context, connection, close } = await connect(options)
  const pool = createReadingPool()
  const files = options.files ?? filesIn(join(options.dataDir, 'files'))
  let workshop: Workshop | undefined
  const letGo = async () => {
    await workshop?.stop()
    await pool.close()
    await close()
  }
  try {
    const demonstration = async (given: Context) => {
      const made = await loadDemonstration(given, join(root, 'demo'))
      if (made.length > 0) {
        await keepAccounts(options.dataDir, made)
        giveBackMemory()
      }
      return made
    }
    const vault = await openVault({ dataDir: options.dataDir, configured: options.secretsKey })
    const { closed } = await sealSecrets(context, vault)
    if (closed > 0) options.log.error({ closed }, 'second factors sealed with a key that is not here')
    const accounts = options.demo ? await demonstration(context) : []
    // A process is told of, and works on, what any of them was asked for.
    workshop = await workOnJobs({
      context,
      connection,
      files,
      read: async (input) => (await pool.check(input)).forms.map(({ form }) => form),
      onFault: (err, job) => options.log.error({ err, job }, 'job'),
    })
    const app = await createApp({
      context,
      pool,
      log: options.log,
      webFolder: join(root, 'dist', 'web'),
      uploadLimit: MAXIMUM_BYTES,
      hosts: everyAddress.test(host) ? hosts : [host, ...hosts],
      trustProxy: options.trustProxy ?? false,
      files,
      vault,
      notices: workshop.notices,
      dataDir: options.dataDir,
      demonstration,
      ...(options.metricsToken ? { metricsToken: options.metricsToken } : {}),
      ...(options.provider ? { provider: options.provider } : {}),
      ...(options.limits ? { limits: options.limits } : {}),
    })
    await tidySignIns(context)
    const tidying = setInterval(
      () => tidySignIns(context).catch((err: unknown) => options.log.error({ err }, 'tidy')),
      hour,
    )
    tidying.unref()
    const setupCode = await newSetupCode(context)
    const address = await listen(app, host, options.port)
    const kept = join(options.dataDir, accountsFile)
    return {
      address,
      setupCode,
      accounts,
      accountsAt: existsSync(kept) ? kept : null,
      stop: async () => {
        clearInterval(tidying)
        await app.close()
        await letGo()
      },
    }
  } catch (error) {
    await letGo()
    throw error
  }
}

/** Whoever holds the data directory holds the demonstration: its passwords are kept there, readable by the owner alone. */
async function keepAccounts(dataDir: string, accounts: readonly Account[]): Promise<void> {
  const lines = accounts.map(({ login, password, name, roles }) => `${login}\t${password}\t${name}\t${roles}`)
  await mkdir(dataDir, { recursive: true })
  await writeFile(join(dataDir, accountsFile), `登录名\t密码\t姓名\t角色\n${lines.join('\n')}\n`, { mode: 0o600 })
}

type App = Awaited<ReturnType<typeof createApp>>

/**
 * Connections that may wait to be taken. A busy server takes them slowly, and of those that found no room Linux says
 * nothing for a minute and then breaks them: with Node's 511, two thousand people who came at once lost theirs.
 */
const backlog = 4096

async function listen(app: App, host: string, port: number | null): Promise<string> {
  const on = (wanted: number) => app.listen({ host, port: wanted, backlog })
  try {
    return await on(port ?? usualPort)
  } catch (error) {
    const code = (error as { code?: string }).code // Node's listen errors carry a code
    if (code === undefined) throw error
    if (port === null && code === 'EADDRINUSE') return on(0)
    throw portProblem(code, host, port ?? usualPort)
  }
}

/** Before a database is made: or the refusal comes after half a minute, and the accounts made meanwhile are never shown. */
async function refuseTakenPort(host: string, port: number): Promise<void> {
  const code = await tryPort(host, port)
  if (code !== null) throw portProblem(code, host, port)
}

function portProblem(code: string, host: string, port: number): Error {
  if (code === 'EADDRINUSE') return problem('port.taken', { port })
  return code === 'EACCES' ? problem('port.forbidden', { port }) : problem('host.unavailable', { host, reason: code })
}
