// Several processes of the program on one database, as an administrator runs them behind a balancer: what one does, the
// others know; what one begins, it answers before it stops.
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MARK, makeYear, type Preparer, type Year } from '../bench/load/year.ts'
import type { Context } from '../src/actions/context.ts'
import { newId } from '../src/actions/new-id.ts'
import type { JobView } from '../src/api/jobs.ts'
import { system } from '../src/kernel/policy/actor.ts'
import { testDatabase } from './database.ts'

const database = testDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'hengji-processes-'))
const cli = join(import.meta.dirname, '..', 'src', 'cli.ts')
const many = 12

type Process = { readonly origin: string; readonly child: ChildProcess; readonly said: () => string }
const processes: Process[] = []
let year: Year

beforeAll(async () => {
  const now = () => new Date()
  const context: Context = { db: database.db, actor: system, now, newId: () => newId(now()) }
  year = await makeYear(context, many)
  processes.push(...(await Promise.all([start(), start()])))
}, 300_000)
afterAll(async () => {
  await Promise.all(processes.map(({ child }) => end(child)))
  rmSync(dataDir, { recursive: true })
})

/** DATABASE_URL of the test's database, by its socket where it has no port. */
function databaseUrl(): string {
  const { connection } = database
  if ('url' in connection) return connection.url
  const { host, port, user, database: name } = connection
  return `postgres://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
}

async function start(): Promise<Process> {
  const child = fork(cli, ['serve', '--data', dataDir, '--no-demo', '--port', '0'], {
    execArgv: [],
    env: { ...process.env, DATABASE_URL: databaseUrl() },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output?.setEncoding('utf8').on('data', (text) => (said += text))
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const address = /http:\/\/[\d.:]+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.once('exit', () => reject(new Error(said)))
  })
  return { origin, child, said: () => said }
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return child.exitCode
}

const at = (n: number): Process => processes[n] as Process // two were started
const preparer = (n: number): Preparer => year.preparers[n] as Preparer // `many` were made

type Answer<T> = { readonly status: number; readonly body: T }
async function ask<T = unknown>(
  origin: string,
  secret: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<T>> {
  const headers = { cookie: `hengji_session=${secret}`, 'x-hengji': '1' }
  const given =
    body === undefined
      ? { headers }
      : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const answer = await fetch(`${origin}/api${path}`, { method, ...given })
  return { status: answer.status, body: (await answer.json().catch(() => null)) as T } // what the contract says
}

const versionOf = async ({ filing }: Preparer): Promise<number> =>
  (await database.db.selectFrom('form').select('version').where('filing_id', '=', filing).executeTakeFirstOrThrow())
    .version

it('ends a session everywhere at once', async () => {
  const { secret } = preparer(0)
  for (const { origin } of processes)
    expect((await ask(origin, secret, 'GET', '/session')).body).toHaveProperty('person.id')
  expect((await ask(at(0).origin, secret, 'DELETE', '/session')).status).toBe(200)
  expect((await ask(at(1).origin, secret, 'GET', '/filings')).status).toBe(401)
})

it('saves one filing through either, and never over the other’s work', async () => {
  const { secret, filing, version } = preparer(1)
  const saves = processes.map(({ origin }, n) =>
    ask(origin, secret, 'PUT', `/filings/${filing}/form`, {
      version,
      form: JSON.parse(year.form.replace(MARK, `${n}`)),
    }),
  )
  const statuses = (await Promise.all(saves)).map(({ status }) => status).sort()
  expect(statuses).toEqual([200, 409])
  expect(await versionOf(preparer(1))).toBe(version + 1)
})

it('does each job once, whichever process takes it, and tells those who watch at any', async () => {
  const { secret, filing } = preparer(2)
  const watching = new AbortController()
  const headers = { cookie: `hengji_session=${secret}` }
  // all of them listen before the first job is asked for
  const answers = await Promise.all(
    processes.map(({ origin }) => fetch(`${origin}/api/stream`, { headers, signal: watching.signal })),
  )
  const streams = answers.map(async ({ body }) => {
    const done = new Set<string>()
    let heard = ''
    for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      heard += piece
      for (const [, id = ''] of heard.matchAll(/"id":"([0-9a-f-]+)"[^\n]*"state":"done"[^\n]*\n/g)) done.add(id)
      if (done.size === many) break
    }
    return done
  })
  const asked = await Promise.all(
    Array.from({ length: many }, (_, n) =>
      ask<JobView>(at(n % 2).origin, secret, 'POST', '/filings/bulk', {
        verb: 'submit',
        filter: { text: '水文' },
        dryRun: true,
      }),
    ),
  )
  const ids = asked.map(({ body }) => body.id).sort()
  expect(new Set(ids).size).toBe(many)
  for (const told of await Promise.all(streams)) expect([...told].sort()).toEqual(ids)
  watching.abort()
  const jobs = await database.db.selectFrom('job').select(['id', 'attempts', 'state']).orderBy('id').execute()
  expect(jobs).toEqual(ids.map((id) => ({ id, attempts: 1, state: 'done' })))
  const items = await database.db.selectFrom('job_item').select(['job_id', 'subject']).orderBy('job_id').execute()
  expect(items).toEqual(ids.map((id) => ({ job_id: id, subject: filing })))
})

it('answers every save it makes before it stops, and the other goes on', async () => {
  let stopping = false
  const [first, second] = [at(0), at(1)]
  const people = year.preparers.slice(3)
  let saved = 0
  const clerk = async (one: Preparer): Promise<readonly [number, number]> => {
    let { version } = one
    for (let n = 0; ; n++) {
      const form = JSON.parse(year.form.replace(MARK, `${version}-${n}`))
      const path = `/filings/${one.filing}/form`
      const answer = await ask<{ version: number }>(first.origin, one.secret, 'PUT', path, { version, form }).catch(
        () => null,
      )
      if (answer?.status === 200) {
        version = answer.body.version
        saved++
      } else if (stopping) return [version, await versionOf(one)]
      else if (answer?.status === 503)
        continue // busy: the page tries again as well
      else throw new Error(`${answer?.status} ${JSON.stringify(answer?.body)}`)
    }
  }
  const clerks = people.map(clerk)
  while (saved < people.length * 2) await Promise.race([Promise.all(clerks), new Promise((go) => setTimeout(go, 20))])
  stopping = true
  expect(await end(first.child)).toBe(0)
  for (const [told, stored] of await Promise.all(clerks)) expect(stored).toBe(told)
  expect(first.said()).not.toMatch(/"level":(50|60)/)
  const [one] = people
  const answer = await ask(second.origin, one?.secret ?? '', 'GET', `/filings/${one?.filing}`)
  expect(answer.status).toBe(200)
})
