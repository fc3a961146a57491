// What postmaster.pid says, and whether to believe it: the file survives a kill -9, and its process id may be given to another.
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './db.ts'

export type Lock = {
  readonly pid: number
  readonly port: number
  readonly socketDirectory: string
  readonly ready: boolean
}

/** The lock of a living server of this cluster; undefined when there is none. */
export function readLock(cluster: string): Lock | undefined {
  const lines = linesOf(cluster)
  const pid = Number(lines?.[0])
  if (!lines || !pid || !isAlive(pid) || !worksIn(pid, cluster)) return undefined
  return {
    pid,
    port: Number(lines[3]),
    socketDirectory: lines[4]?.trim() ?? '',
    ready: lines[7]?.trim() === 'ready',
  }
}

/**
 * Removes the lock of a dead server that PostgreSQL itself would not dare to remove: its process is a zombie nobody
 * reaps, or its number belongs to another program. Never while any process still works in the cluster.
 */
export function removeStaleLock(cluster: string): void {
  const pid = Number(linesOf(cluster)?.[0])
  if (!pid || !exists(pid) || (isAlive(pid) && worksIn(pid, cluster)) || anyWorksIn(cluster)) return
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

const linesOf = (cluster: string): string[] | undefined => {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
}

/** There is a process of this number, be it a zombie. */
function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Runs, and is no zombie. */
export function isAlive(pid: number): boolean {
  if (!exists(pid)) return false
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return process.platform !== 'linux'
  }
}

/** A server process stands in its data directory; where that cannot be seen (no /proc), it is believed. */
function worksIn(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch (error) {
    return codeOf(error) === 'EACCES'
  }
}

function anyWorksIn(cluster: string): boolean {
  if (process.platform !== 'linux') return true
  const own = realpathSync(cluster)
  return readdirSync('/proc').some((name) => {
    try {
      return /^\d+$/.test(name) && readlinkSync(`/proc/${name}/cwd`) === own
    } catch {
      return false
    }
  })
}
