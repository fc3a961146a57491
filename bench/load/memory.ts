// Memory of a process that the machine would have back if it ended, from /proc.
import { readFileSync } from 'node:fs'

/** Bytes: its own, and its part of what it shares with others. */
export function memoryOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
  return Number(kilobytes) * 1024
}
