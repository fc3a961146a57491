// The data directory of the server itself: made once, refused when another major version made it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { problem } from '../kernel/problem.ts'
import { codeOf } from './db.ts'
import { ownMajor } from './embedded-binaries.ts'
import { isAlive } from './embedded-lock.ts'
import { giveTo, ids, lastWords, type Place } from './embedded-place.ts'

/** initdb into another name, then rename: a kill in between leaves nothing half made. */
export function makeCluster({ cluster, dataDir, binaries, account }: Place, user: string): void {
  if (existsSync(cluster))
    throw problem('embedded.failed', { reason: `${cluster} 不是数据库目录，请移走它`, log: '无' })
  removeHalfMade(dataDir, basename(cluster))
  const half = `${cluster}.init-${process.pid}`
  mkdirSync(half, { mode: 0o700 })
  giveTo(account, half)
  const args = ['-D', half, '-U', user, '-A', 'trust', '-E', 'UTF8', `--locale=${utf8Locale()}`, '--no-instructions']
  const [command, given] = account.wrap(binaries.initdb, args)
  const made = spawnSync(command, given, { ...ids(account), cwd: dataDir, encoding: 'utf8' })
  if (made.status !== 0) {
    rmSync(half, { recursive: true, force: true })
    throw problem('embedded.failed', { reason: lastWords(made.stderr) || made.error?.message || 'initdb', log: '无' })
  }
  try {
    renameSync(half, cluster)
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error
    rmSync(half, { recursive: true, force: true }) // another program was faster
  }
}

/** What killed programs left; those still at work are left alone. */
function removeHalfMade(dataDir: string, cluster: string): void {
  for (const name of readdirSync(dataDir)) {
    const pid = new RegExp(`^${cluster}\\.init-(\\d+)$`).exec(name)?.[1]
    if (pid && (Number(pid) === process.pid || !isAlive(Number(pid))))
      rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The character types must know Chinese letters, or the search index drops them. Sorts by code point, alike everywhere. */
function utf8Locale(): string {
  const known = spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout?.split('\n') ?? []
  return (
    known.find((name) => /^C\.utf-?8$/i.test(name)) ??
    known.find((name) => /^(zh_CN|en_US)\.utf-?8$/i.test(name)) ??
    'C'
  )
}

/** Problem: dataDir.otherVersion. */
export function checkMajor({ cluster, dataDir }: Place): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version !== ownMajor) throw problem('dataDir.otherVersion', { directory: dataDir, version, own: ownMajor })
}
