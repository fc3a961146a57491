// Many at once: clients saving filings of forty indicators through the real server; baseline: the same SQL sent bare.
//   npm run bench -- load [--seconds 60] [--clients 32]
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../src/actions/connect.ts'
import type { Context } from '../src/actions/context.ts'
import { actorOfSession } from '../src/actions/identify.ts'
import { saveFiling } from '../src/actions/save-filing.ts'
import type { Form } from '../src/kernel/form/form.ts'
import { type Embedded, startEmbedded } from '../src/store/embedded.ts'
import { type Replay, type Replayed, type Save, saveOf } from './load/bare.ts'
import type { Done, Work } from './load/clients.ts'
import { type Helper, helper, line, option, quantile } from './load/helper.ts'
import { databaseTime, processorTime } from './load/processor.ts'
import { recorder } from './load/recorder.ts'
import { type Server, startServer } from './load/server.ts'
import { MARK, makeYear, type Preparer, ROWS, type Year } from './load/year.ts'
import { MISSED } from './report/missed.ts'

const SECONDS = option('seconds', 60)
const CLIENTS = option('clients', 32)
/** Program and baseline take turns, so that what else the machine does meets both. */
const TURNS = 6
/** Seconds before anything is counted: the engine compiles, connections prepare their statements. */
const WARM = 8
/** As `openDatabase` has it. */
const POOL = 10

type Bench = {
  readonly server: Server
  readonly connection: Embedded['connection']
  readonly clients: Helper<Work, Done>
  readonly bare: Helper<Replay, Replayed>
}

/** Two saves of each, as the program makes them; what it sends on the way. */
async function recordSaves(context: Context, preparers: readonly Preparer[], form: string): Promise<Save[]> {
  const record = recorder()
  const fresh = await connect({ dataDir, databaseUrl: undefined, log: { info: () => {} } }) // its connections are noted
  const saves: Save[] = []
  for (const { secret, filing, version } of preparers) {
    const once = (from: number) =>
      record(async () => {
        const actor = await actorOfSession(fresh.context, secret)
        // the JSON that makeYear wrote
        const changed = JSON.parse(form.replace(MARK, `recorded ${from}`)) as Form
        if (actor)
          await saveFiling({ ...context, db: fresh.context.db, actor }, { id: filing, version: from, form: changed })
      })
    saves.push(saveOf(await once(version), await once(version + 1)))
  }
  await fresh.close()
  return saves
}

function tell(errors: readonly string[]): void {
  if (errors.length > 0) failed = true
  console.log(
    `errors ${errors.length} (goal 0)${errors.length > 0 ? `: ${[...new Set(errors)].slice(0, 3).join(' | ')}` : ''}`,
  )
}

/** Saves without a pause, against the same SQL sent bare; the two take turns. */
async function againstBare({ server, connection, clients, bare }: Bench, year: Year, recorded: readonly Save[]) {
  let [preparers, saves] = [year.preparers, recorded]
  const app = { took: [] as number[], errors: [] as string[], seconds: 0, p99: [] as number[], max: 0 }
  const sql = { took: [] as number[], seconds: 0 }
  const processor = { server: 0, clients: 0, database: 0, sender: 0, senderDatabase: 0 }
  const times = () => ({
    server: processorTime(server.pid),
    clients: processorTime(clients.pid),
    database: databaseTime(dataDir),
    sender: processorTime(bare.pid),
  })
  const turn = async (seconds: number, counted: boolean) => {
    await server.loop()
    const before = times()
    const done = await clients.ask({ origin: server.origin, form: year.form, preparers, seconds, think: null })
    const delay = await server.loop()
    const between = times()
    const replayed = await bare.ask({ connection, poolSize: POOL, saves, seconds })
    preparers = done.preparers
    saves = replayed.saves
    app.errors.push(...done.errors)
    if (!counted) return
    const after = times()
    processor.server += between.server - before.server
    processor.clients += between.clients - before.clients
    processor.database += between.database - before.database
    processor.sender += after.sender - between.sender
    processor.senderDatabase += after.database - between.database
    app.took.push(...done.took.save)
    app.seconds += done.seconds
    app.p99.push(delay.p99)
    app.max = Math.max(app.max, delay.max)
    sql.took.push(...replayed.took)
    sql.seconds += replayed.seconds
  }
  await turn(WARM, false)
  for (let i = 0; i < TURNS; i++) await turn(SECONDS / TURNS, true)
  console.log(`\n${preparers.length} clients, ${SECONDS} s each in ${TURNS} turns, forms of ${ROWS} indicators`)
  line('saved over HTTP', app.took, app.seconds)
  line('the same SQL bare (baseline)', sql.took, sql.seconds, `${recorded[0]?.length} statements a save`)
  const throughput = app.took.length / app.seconds / (sql.took.length / sql.seconds)
  const slower = quantile(app.took, 0.99) / quantile(sql.took, 0.99)
  const loop = Math.max(...app.p99)
  console.log(`throughput ${throughput.toFixed(2)} of bare (goal ≥ 0.60); p99 ${slower.toFixed(2)} × bare (goal ≤ 3)`)
  const each = (ms: number, of: typeof sql) => (ms / of.took.length).toFixed(2)
  const [own, bareTime] = [
    (processor.server + processor.clients + processor.database) / app.took.length,
    (processor.sender + processor.senderDatabase) / sql.took.length,
  ]
  console.log(
    `processor a save: server ${each(processor.server, app)} + database ${each(processor.database, app)} + clients ` +
      `${each(processor.clients, app)} ms; bare: sender ${each(processor.sender, sql)} + database ` +
      `${each(processor.senderDatabase, sql)} ms; ${(bareTime / own).toFixed(2)} of it all is the SQL`,
  )
  console.log(`event loop p99 ${loop.toFixed(1)} ms in the worst turn (goal ≤ 50), longest ${app.max.toFixed(0)} ms`)
  tell(app.errors)
  if (throughput < 0.6 || slower > 3 || loop > 50) failed = true
}

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
let failed = false
const dataDir = mkdtempSync(join(tmpdir(), 'hengji-bench-load-'))
const embedded = await startEmbedded({ dataDir })
const { context, close } = await connect({ dataDir, databaseUrl: undefined, log: { info: () => {} } })
try {
  const began = performance.now()
  const year = await makeYear(context, CLIENTS * 2)
  console.log(`${year.preparers.length} filings made in ${((performance.now() - began) / 1000).toFixed(0)} s`)
  const [own, others] = [year.preparers.slice(0, CLIENTS), year.preparers.slice(CLIENTS, CLIENTS * 2)]
  const saves = await recordSaves(context, others, year.form)
  const server = await startServer(dataDir)
  const clients = helper<Work, Done>('clients.ts')
  const bare = helper<Replay, Replayed>('bare.ts')
  const bench = { server, connection: embedded.connection, clients, bare }
  try {
    await againstBare(bench, { ...year, preparers: own }, saves)
  } finally {
    clients.end()
    bare.end()
    await server.stop()
  }
} finally {
  await close()
  await embedded.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
process.exitCode = failed ? MISSED : 0
