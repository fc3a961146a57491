// The supervisor of the embedded PostgreSQL: makes it, starts it or adopts the running one, restarts it, stops it.
import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { problem } from '../kernel/problem.ts'
import { type Connection, codeOf } from './db.ts'
import type { Account } from './embedded-account.ts'
import { checkMajor, makeCluster } from './embedded-cluster.ts'
import { type Lock, readLock, removeStaleLock } from './embedded-lock.ts'
import { type EmbeddedOptions, giveTo, ids, lastWords, type Place, preparePlace } from './embedded-place.ts'
import { sha256 } from './hash.ts'

export type Embedded = {
  readonly connection: Connection & { readonly host: string }
  /** The data directory was made by this start. */
  readonly fresh: boolean
  /** The server was already running. */
  readonly adopted: boolean
  /** Stops the server, unless another program of ours still uses it. */
  readonly stop: () => Promise<void>
}

const user = 'hengji'
const database = 'hengji'
const port = 5432
const patience = 20_000
const socketPrefix = 'hengji-pg-'
const logLimit = 10 * 1024 * 1024

/**
 * Starts PostgreSQL on the data directory, or adopts the server that already runs there. The first start makes the
 * directory. Problems: embedded.unavailable, embedded.failed, dataDir.*.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = preparePlace(options)
  const fresh = !existsSync(join(place.cluster, 'PG_VERSION'))
  if (fresh) {
    options.log?.('首次启动，正在建立数据目录…')
    makeCluster(place, user)
  }
  checkMajor(place)
  let { lock, adopted } = await startOrAdopt(place)
  await makeDatabase(lock)
  const connection = { host: lock.socketDirectory, port: lock.port, user, database }
  let stopping = false
  let presence = await announce(lock, () => void comeBack())

  /** The server died under us: start it again at the same address, so that the pool finds it. */
  async function comeBack(): Promise<void> {
    while (!stopping)
      try {
        options.log?.('内置数据库意外停止，正在重新启动…')
        lock = (await startOrAdopt(place, connection.host)).lock
        if (stopping) return await stopServer(place, lock)
        presence = await announce(lock, () => void comeBack())
        return options.log?.('内置数据库已恢复。')
      } catch (error) {
        options.log?.(error instanceof Error ? error.message : String(error))
        await sleep(5_000, undefined, { ref: false })
      }
  }

  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    if (await othersPresent(presence)) await presence.end().catch(() => undefined)
    else await stopServer(place, lock)
  }
  return { connection, fresh, adopted, stop }
}

/** Tries until the server answers: one that was killed can bar its successor for a second or two. */
async function startOrAdopt(place: Place, socketDirectory?: string): Promise<{ lock: Lock; adopted: boolean }> {
  const until = Date.now() + patience
  for (;;) {
    const running = readLock(place.cluster)
    if (running?.ready) {
      if (await answers(running)) return { lock: running, adopted: true }
      await stopServer(place, running) // alive, but its socket is gone
    } else if (!running) {
      removeStaleLock(place.cluster)
      const started = await tryStart(place, socketDirectory ?? chooseSocketDirectory(place), until)
      if (started) return { lock: started, adopted: false }
    }
    if (Date.now() > until) throw failed(place)
    await sleep(100)
  }
}

async function tryStart(place: Place, socketDirectory: string, until: number): Promise<Lock | undefined> {
  const child = spawnServer(place, socketDirectory)
  let ended = false
  child.on('exit', () => {
    ended = true
  })
  child.on('error', () => {
    ended = true
  })
  while (!ended && Date.now() < until) {
    const lock = readLock(place.cluster)
    if (lock?.ready) {
      child.unref()
      return lock
    }
    await sleep(10)
  }
  if (!ended) child.kill('SIGINT')
  return undefined
}

/** In a session of its own, so that Ctrl-C in the terminal reaches it only through us. */
function spawnServer({ cluster, logFile, binaries, account, settings }: Place, socketDirectory: string): ChildProcess {
  mkdirSync(socketDirectory, { recursive: true, mode: 0o700 })
  if (socketDirectory !== cluster) giveTo(account, socketDirectory)
  if (existsSync(logFile) && statSync(logFile).size > logLimit) renameSync(logFile, `${logFile}.1`)
  const output = openSync(logFile, 'a')
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const args = ['-D', cluster, '-p', String(port), '-k', socketDirectory, ...options]
  const [command, given] = account.wrap(binaries.postgres, args)
  const child = spawn(command, given, {
    ...ids(account),
    cwd: cluster,
    detached: true,
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  return child
}

/** In the cluster, which is closed to others; in a short private directory where a socket cannot stand there. */
function chooseSocketDirectory({ cluster, account }: Place): string {
  const fits = Buffer.byteLength(join(cluster, `.s.PGSQL.${port}`)) <= 100 // Linux takes 107 bytes, macOS 103
  const plain = /^[\w/.+@-]+$/.test(cluster) // the setting is a list with commas and quotes
  if (fits && plain) return cluster
  const parent = tmpdir().length <= 60 ? tmpdir() : '/tmp'
  const usual = join(parent, `${socketPrefix}${sha256(realpathSync(cluster)).slice(0, 12)}`)
  return isPrivate(usual, account) ? usual : mkdtempSync(join(parent, socketPrefix))
}

/** Makes the directory; false when somebody else put something of this name into the public place. */
function isPrivate(path: string, { uid }: Account): boolean {
  try {
    mkdirSync(path, { mode: 0o700 })
    return true
  } catch {
    const found = lstatSync(path)
    const ours = found.uid === process.getuid?.() || found.uid === uid
    return found.isDirectory() && ours && (found.mode & 0o077) === 0
  }
}

async function answers({ socketDirectory, port }: Lock): Promise<boolean> {
  const client = new pg.Client({
    host: socketDirectory,
    port,
    user,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return true
  } catch (error) {
    return !['ENOENT', 'ECONNREFUSED'].includes(codeOf(error)) // full or recovering is still an answer
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function makeDatabase({ socketDirectory, port }: Lock): Promise<void> {
  const client = new pg.Client({ host: socketDirectory, port, user, database: 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${database}`)
  } catch (error) {
    if (!['42P04', '23505'].includes(codeOf(error))) throw error // somebody else made it a moment ago
  } finally {
    await client.end()
  }
}

const presenceName = 'hengji-supervisor'

/** A connection kept open: it tells other programs that we use the server, and us when the server dies. */
async function announce({ socketDirectory, port }: Lock, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ host: socketDirectory, port, user, database, application_name: presenceName })
  client.on('error', () => undefined) // 'end' follows
  await client.connect()
  client.on('end', onLost)
  return client
}

async function othersPresent(presence: pg.Client): Promise<boolean> {
  const others = await presence
    .query('select 1 from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()', [presenceName])
    .catch(() => undefined)
  return Boolean(others?.rowCount)
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
async function stopServer({ cluster }: Place, { pid, socketDirectory }: Lock): Promise<void> {
  const until = Date.now() + patience
  signal(pid, 'SIGINT')
  while (readLock(cluster)?.pid === pid && Date.now() < until) await sleep(10)
  if (readLock(cluster)?.pid === pid) signal(pid, 'SIGQUIT')
  if (basename(socketDirectory).startsWith(socketPrefix)) rmSync(socketDirectory, { recursive: true, force: true })
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // gone already
  }
}

function failed({ logFile }: Place): Error {
  const text = existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-4_000) : ''
  return problem('embedded.failed', { reason: lastWords(text) || '没有应答', log: logFile })
}
