// Everybody at their desks: signed-in preparers who open, type, save, list and check, with time to think in between.
//   npm run bench -- preparers [--preparers 2000] [--seconds 60]
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../src/actions/connect.ts'
import type { Done, Think, Work } from './load/clients.ts'
import { helper, line, option } from './load/helper.ts'
import { startServer } from './load/server.ts'
import { makeYear, type Year } from './load/year.ts'
import { MISSED } from './report/missed.ts'

const PREPARERS = option('preparers', 2_000)
const SECONDS = option('seconds', 60)
/** Twenty seconds on average: a hundred requests a second. */
const THINK: Think = { least: 10, more: 10, most: 60 }

/** A year in a database of its own, let go of before the server takes it. */
async function madeYear(dataDir: string): Promise<Year> {
  const { context, close } = await connect({ dataDir, databaseUrl: undefined, log: { info: () => {} } })
  try {
    const began = performance.now()
    const year = await makeYear(context, PREPARERS)
    console.log(
      `${PREPARERS} signed-in preparers with a filing each, in ${((performance.now() - began) / 1000).toFixed(0)} s`,
    )
    return year
  } finally {
    await close()
  }
}

const dataDir = mkdtempSync(join(tmpdir(), 'hengji-bench-preparers-'))
console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1)}`,
)
try {
  const year = await madeYear(dataDir)
  const server = await startServer(dataDir)
  const clients = helper<Work, Done>('clients.ts')
  try {
    await server.loop()
    const done = await clients.ask({ origin: server.origin, ...year, seconds: SECONDS, think: THINK })
    const { p99, max, cpu } = await server.loop()
    const { least, more } = THINK
    console.log(
      `\n${year.preparers.length} preparers, ${SECONDS} s, ${least} s and more to think (${least + more} on average)`,
    )
    for (const [what, took] of Object.entries(done.took)) line(what, took, done.seconds)
    console.log(
      `event loop p99 ${p99.toFixed(1)} ms, longest ${max.toFixed(0)} ms; server used ${(cpu / done.seconds).toFixed(2)} of a core`,
    )
    const distinct = [...new Set(done.errors)].slice(0, 3).join(' | ')
    console.log(`errors ${done.errors.length} (goal 0)${distinct === '' ? '' : `: ${distinct}`}`)
    if (done.errors.length > 0) process.exitCode = MISSED
  } finally {
    clients.end()
    await server.stop()
  }
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
