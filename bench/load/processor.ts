// Processor time by who used it, from /proc: unlike the clock it says the same on a machine that others use too.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Milliseconds a process and its children that ended have used; null where there is no /proc. */
const usedBy = (pid: number): { readonly parent: number; readonly own: number; readonly ended: number } | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const ticks = (...at: readonly number[]) => at.reduce((sum, i) => sum + (fields[i] ?? 0) * 10, 0) // 100 a second
    return { parent: fields[1] ?? 0, own: ticks(11, 12), ended: ticks(13, 14) }
  } catch {
    return null
  }
}

/** Of one process. */
export const processorTime = (pid: number): number => usedBy(pid)?.own ?? Number.NaN

/** Of the database in a data directory: its first process and all it started. */
export function databaseTime(dataDir: string): number {
  const [first] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
  const all = readProcesses()
  const main = usedBy(Number(first))
  if (all === null || main === null) return Number.NaN
  return all.reduce((sum, one) => sum + (one.parent === Number(first) ? one.own : 0), main.own + main.ended)
}

function readProcesses() {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    return pids.flatMap((pid) => usedBy(Number(pid)) ?? [])
  } catch {
    return null
  }
}
