// Kills the program and its database in turn while people save, and looks whether anything acknowledged is missing.
//   npm run crash [-- --rounds 50 --clients 16 --log docs/crash-run.txt]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Done, Saved, Work } from '../bench/load/clients.ts'
import { type Helper, helper, option } from '../bench/load/helper.ts'
import { type Server, startServer } from '../bench/load/server.ts'
import { makeYear, type Preparer, type Year } from '../bench/load/year.ts'
import { connect } from '../src/actions/connect.ts'
import type { Context } from '../src/actions/context.ts'
import { verify } from '../src/store/verify.ts'

const ROUNDS = option('rounds', 50)
const CLIENTS = option('clients', 16)
/** Milliseconds of work before the blow and after the return, at most; people are saving by then. */
const CALM = 2_000
/** Work ends by itself after this many seconds, should nothing come back. */
const ENOUGH = 180

const logAt = process.argv.indexOf('--log')
const logFile = logAt === -1 ? undefined : process.argv[logAt + 1]

const lines: string[] = []
const say = (line: string): void => {
  console.log(line)
  lines.push(line)
}

type Victim = 'program' | 'database'
type Round = {
  readonly acknowledged: number
  readonly refused: number
  readonly recovery: number
  readonly faults: readonly string[]
}

const dataDir = mkdtempSync(join(tmpdir(), 'hengji-crash-'))
const postmaster = (): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

/** Connections of the dead may still be counted when the server is back. */
async function lookIn(): ReturnType<typeof connect> {
  for (let tries = 1; ; tries++)
    try {
      return await connect({ dataDir, databaseUrl: undefined, log: { info: () => {} } })
    } catch (error) {
      if (tries === 20) throw error
      await sleep(1_000)
    }
}

/** Milliseconds until the server answers that its database is there. */
async function recovered(origin: string, from: number): Promise<number> {
  for (;;) {
    const answer = await fetch(`${origin}/api/forms`).catch(() => undefined)
    if (answer?.status === 200) return performance.now() - from
    if (performance.now() - from > 60_000) throw new Error('not back after 60 s')
    await sleep(20)
  }
}

async function strike(victim: Victim, server: Server): Promise<{ server: Server; recovery: number }> {
  const from = performance.now()
  if (victim === 'database') {
    process.kill(postmaster(), 'SIGKILL')
    return { server, recovery: await recovered(server.origin, from) }
  }
  await server.kill()
  const again = await startServer(dataDir, Number(new URL(server.origin).port))
  return { server: again, recovery: await recovered(again.origin, from) }
}

/** Until somebody's save got through, and a moment of chance longer: the blow must fall into the middle of work. */
async function untilSaving({ origin }: Server, [one]: readonly Preparer[]): Promise<void> {
  const version = async (): Promise<number> => {
    const headers = { cookie: `hengji_session=${one?.secret}` }
    const answer = await fetch(`${origin}/api/filings/${one?.filing}/versions`, { headers }).catch(() => undefined)
    return answer?.status === 200 ? (await answer.text()).split('"number"').length : 0
  }
  const from = await version()
  const until = performance.now() + (ENOUGH / 3) * 1000
  while ((await version()) <= from && performance.now() < until) await sleep(50)
  await sleep(Math.random() * CALM)
}

/** Every save a client was told of must be there, as that version and with what it wrote; and no form may be half there. */
async function missing(context: Context, preparers: readonly Preparer[], saved: readonly Saved[]): Promise<string[]> {
  const { rows: heads } = await sql<{ filing: string; version: number; versions: number }>`
    select m.filing_id as filing, m.version, (select count(*)::integer from form_version as v where v.form_id = m.id) as versions
    from form as m where m.filing_id = any(${preparers.map(({ filing }) => filing)}::uuid[])`.execute(context.db)
  const { rows: lost } = await sql<{ filing: string; version: number; found: string | null }>`
    select s.filing, s.version, v.form #>> '{goals,annual}' as found
    from unnest(${saved.map((s) => s.filing)}::uuid[], ${saved.map((s) => s.version)}::integer[], ${saved.map((s) => s.mark)}::text[])
      as s (filing, version, mark)
    left join form as m on m.filing_id = s.filing
    left join form_version as v on v.form_id = m.id and v.number = s.version
    where coalesce(strpos(v.form #>> '{goals,annual}', '第' || s.mark || '次保存：'), 0) = 0`.execute(context.db)
  const stored = new Map(heads.map((row) => [row.filing, row]))
  const uneven = preparers.flatMap(({ filing }) => {
    const row = stored.get(filing)
    if (row === undefined) return [`${filing}: gone`]
    return row.versions === row.version ? [] : [`${filing}: ${row.versions} versions, the form says ${row.version}`]
  })
  return [
    ...uneven,
    ...lost.map(({ filing, version, found }) =>
      found === null
        ? `${filing}: version ${version} was acknowledged and is not there`
        : `${filing}: version ${version} was acknowledged, and is another: ${found.slice(0, 30)}`,
    ),
  ]
}

async function round(victim: Victim, given: Running, clients: Helper<Work, Done>): Promise<Running & { told: Round }> {
  const { server, year, saved } = given
  const working = clients.ask({ origin: server.origin, ...year, seconds: ENOUGH, think: null })
  await untilSaving(server, year.preparers)
  const { server: again, recovery } = await strike(victim, server)
  await untilSaving(again, year.preparers)
  clients.stop()
  const done = await working
  const { context, close } = await lookIn()
  try {
    const all = [...saved, ...done.saved]
    const faults = await missing(context, done.preparers, all)
    const told = { acknowledged: done.saved.length, refused: done.errors.length, recovery, faults }
    return { server: again, year: { ...year, preparers: done.preparers }, saved: all, told }
  } finally {
    await close()
  }
}

type Running = {
  readonly server: Server
  readonly year: Year
  /** Everything acknowledged since the beginning. */
  readonly saved: readonly Saved[]
}

/** Every hash of every version and event, and the facts. */
async function wholeChains(): Promise<readonly string[]> {
  const { context, close } = await lookIn()
  try {
    const { forms, versions, events, damages } = await verify(context.db)
    say(`verified: ${forms} forms, ${versions} versions, ${events} events, ${damages.length} damages`)
    return damages.map(({ message }) => message)
  } finally {
    await close()
  }
}

async function begin(): Promise<Running> {
  const { context, close } = await lookIn()
  const year = await makeYear(context, CLIENTS)
  await close()
  return { server: await startServer(dataDir), year, saved: [] }
}

async function main(): Promise<void> {
  say(`${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`)
  say(`${ROUNDS} rounds of kill -9 while ${CLIENTS} clients save filings of forty indicators without a pause`)
  let running = await begin()
  const clients = helper<Work, Done>('clients.ts')
  const faults: string[] = []
  const recoveries: number[] = []
  let acknowledged = 0
  try {
    for (let n = 1; n <= ROUNDS; n++) {
      const victim = n % 2 === 1 ? 'program' : 'database'
      const { told, ...next } = await round(victim, running, clients)
      running = next
      acknowledged += told.acknowledged
      recoveries.push(told.recovery)
      faults.push(...told.faults)
      say(
        `${String(n).padStart(3)} ${victim.padEnd(8)} ${String(told.acknowledged).padStart(5)} saves acknowledged, ` +
          `${String(told.refused).padStart(4)} not answered, back after ${(told.recovery / 1000).toFixed(1)} s, missing ${told.faults.length}`,
      )
      for (const fault of told.faults) say(`    ${fault}`)
      if (n % 10 === 0 || n === ROUNDS) faults.push(...(await wholeChains()))
    }
  } finally {
    clients.end()
    await running.server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  const slowest = Math.max(...recoveries) / 1000
  say(`${acknowledged} saves acknowledged, ${faults.length} faults (goal 0), slowest return ${slowest.toFixed(1)} s`)
  if (logFile !== undefined) writeFileSync(logFile, `${lines.join('\n')}\n`)
  process.exitCode = faults.length === 0 ? 0 : 1
}

await main()
