// Loaded into the server before everything else (node --import): answers the parent how long its event loop was held up.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const RESOLUTION = 5
const histogram = monitorEventLoopDelay({ resolution: RESOLUTION })
histogram.enable()

/** Milliseconds beyond the interval of the timer that measures. */
export type LoopDelay = { readonly p50: number; readonly p99: number; readonly max: number; readonly cpu: number }

const beyond = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION)

let cpu = process.cpuUsage()

process.on('message', (message) => {
  if (message !== 'loop-delay') return
  const used = process.cpuUsage(cpu)
  const delay: LoopDelay = {
    p50: beyond(histogram.percentile(50)),
    p99: beyond(histogram.percentile(99)),
    max: beyond(histogram.max),
    cpu: (used.user + used.system) / 1e6,
  }
  histogram.reset()
  cpu = process.cpuUsage()
  process.send?.(delay)
})
// The parent's channel must not keep the server alive.
process.channel?.unref()
