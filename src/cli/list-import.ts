// What an import of a list found wrong, one cell a line.
import { type Status, say } from './outcome.ts'

/** Says the faults; the exit status: 2 where there are any, because then nothing was written. */
export function printFaults(faults: readonly { readonly cell: string; readonly message: string }[]): Status {
  for (const { cell, message } of faults.slice(0, 50)) say(`${cell}：${message}`)
  if (faults.length > 50) say(`另有 ${faults.length - 50} 处错误。`)
  return faults.length > 0 ? 2 : 0
}
