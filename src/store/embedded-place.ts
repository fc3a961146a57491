// Where an embedded database stands and who runs it.
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { problem } from '../kernel/problem.ts'
import { codeOf } from './db.ts'
import { type Account, chooseAccount } from './embedded-account.ts'
import { type Binaries, findBinaries } from './embedded-binaries.ts'

export type EmbeddedOptions = {
  /** Holds postgres/ (the cluster) and postgres.log. */
  readonly dataDir: string
  readonly log?: (line: string) => void
  /** Server settings beyond the usual ones; the tests switch fsync off. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Where things stand, and who runs them. */
export type Place = {
  readonly dataDir: string
  readonly cluster: string
  readonly logFile: string
  readonly binaries: Binaries
  readonly account: Account
  readonly settings: Readonly<Record<string, string>>
}

/** An embedded database was made in the data directory before. */
export const hasCluster = (dataDir: string): boolean => existsSync(join(resolve(dataDir), 'postgres', 'PG_VERSION'))

/** Makes the data directory where it is missing. Problems: dataDir.*, embedded.unavailable. */
export function preparePlace(options: EmbeddedOptions): Place {
  const dataDir = resolve(options.dataDir)
  const cluster = join(dataDir, 'postgres')
  const binaries = findBinaries()
  try {
    makeDirectory(dataDir)
    const probe = mkdtempSync(join(dataDir, '.probe-'))
    rmSync(probe, { recursive: true })
  } catch (error) {
    throw problem('dataDir.notWritable', { directory: dataDir, reason: codeOf(error) || String(error) })
  }
  return {
    dataDir,
    cluster,
    logFile: join(dataDir, 'postgres.log'),
    binaries,
    account: chooseAccount(binaries, dataDir, cluster),
    settings: { ...usualSettings(), ...options.settings },
  }
}

/** Not Node's recursive mkdir: that never returns in a file system that makes no directories (/proc). */
function makeDirectory(path: string): void {
  if (existsSync(path)) return
  makeDirectory(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error // another program was faster
  }
}

const usualSettings = (): Record<string, string> => ({
  listen_addresses: '',
  max_connections: '100',
  shared_buffers: `${Math.min(1024, Math.max(128, Math.floor(totalmem() / 1024 / 1024 / 4)))}MB`,
  idle_in_transaction_session_timeout: '60s',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
})

/** For spawn: nothing where it is ourselves. */
export const ids = ({ uid, gid }: Account) => (uid === undefined || gid === undefined ? {} : { uid, gid })

export function giveTo({ uid, gid }: Account, path: string): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

/** Why PostgreSQL ended, by what it said last; '' when it said nothing. */
export function lastWords(text: string | null): string {
  const lines = text?.trim().split('\n') ?? []
  if (lines.some((line) => line.includes('No space left on device')))
    return '磁盘已满，请腾出空间，或用 --data 指定其他目录'
  return lines.at(-1)?.trim() ?? ''
}
