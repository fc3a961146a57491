import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from './db.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { isAlive, readLock } from './embedded-lock.ts'

const settings = { fsync: 'off', shared_buffers: '128MB' }
const asRoot = process.getuid?.() === 0
/** False in a checkout that only root may enter. */
const nobodyMayEnter = () => spawnSync('test', ['-x', import.meta.dirname], { uid: 65534, gid: 65534 }).status === 0
let base: string

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'hengji-embedded-'))
  chmodSync(base, 0o755)
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

let count = 0
const newDir = (name = `data${++count}`): string => join(base, name)

async function start(dataDir: string): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, settings })
  onTestFinished(() => embedded.stop())
  return embedded
}

async function query(embedded: Embedded, text: string): Promise<unknown[]> {
  const db = await openDatabase(embedded.connection)
  try {
    return (await sql.raw(text).execute(db)).rows
  } finally {
    await db.destroy()
  }
}

/** Another program of ours on the same directory. */
async function startApp(dataDir: string): Promise<{ app: ChildProcess; said: { adopted: boolean; fresh: boolean } }> {
  const app = spawn(process.execPath, [join(import.meta.dirname, '../../test/embedded-app.ts'), dataDir])
  onTestFinished(() => void app.kill('SIGKILL'))
  const [line] = await once(app.stdout, 'data')
  return { app, said: JSON.parse(String(line)) }
}

async function kill(app: ChildProcess): Promise<void> {
  const ended = once(app, 'exit')
  app.kill('SIGKILL')
  await ended
}

const serverOf = (dataDir: string) => readLock(join(dataDir, 'postgres'))

it('makes the data directory at the first start and keeps the data for the second', async () => {
  const dir = newDir()
  const first = await start(dir)
  expect([first.fresh, first.adopted]).toEqual([true, false])
  await query(first, 'create table kept as select 42 as value')
  await first.stop()
  expect(serverOf(dir)).toBeUndefined()
  const second = await start(dir)
  expect([second.fresh, second.adopted]).toEqual([false, false])
  expect(await query(second, 'select value from kept')).toEqual([{ value: 42 }])
})

it('listens on no port, knows Chinese letters and stands in a closed directory', async () => {
  const dir = newDir()
  const embedded = await start(dir)
  expect(await query(embedded, "select current_setting('listen_addresses') as addresses")).toEqual([{ addresses: '' }])
  expect(await query(embedded, "select '绩' ~ '[[:alpha:]]' as letter")).toEqual([{ letter: true }])
  expect(statSync(join(dir, 'postgres')).mode & 0o077).toBe(0)
})

it('adopts the running server after the program was killed', async () => {
  const dir = newDir()
  const { app, said } = await startApp(dir)
  expect(said).toEqual({ adopted: false, fresh: true })
  const before = serverOf(dir)?.pid
  await kill(app)
  const embedded = await start(dir)
  expect(embedded.adopted).toBe(true)
  expect(serverOf(dir)?.pid).toBe(before)
  await embedded.stop()
  expect(serverOf(dir)).toBeUndefined()
})

it('leaves the server to the program that still uses it', async () => {
  const dir = newDir()
  const embedded = await start(dir)
  const { app, said } = await startApp(dir)
  expect(said).toEqual({ adopted: true, fresh: false })
  app.kill('SIGTERM')
  await once(app, 'exit')
  expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('starts anew after the server and the program were killed', async () => {
  const dir = newDir()
  const { app } = await startApp(dir)
  const server = serverOf(dir)
  process.kill(server?.pid ?? 0, 'SIGKILL')
  await kill(app)
  const embedded = await start(dir)
  expect(serverOf(dir)?.pid).not.toBe(server?.pid)
  expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('brings the server back when it is killed under a running program', async () => {
  const dir = newDir()
  const embedded = await start(dir)
  const db = await openDatabase(embedded.connection)
  onTestFinished(() => db.destroy())
  const killed = serverOf(dir)?.pid ?? 0
  process.kill(killed, 'SIGKILL')
  await expect.poll(() => serverOf(dir)?.ready === true && serverOf(dir)?.pid !== killed).toBe(true)
  await expect
    .poll(() =>
      sql`select 1 as one`.execute(db).then(
        (r) => r.rows,
        () => null,
      ),
    )
    .toEqual([{ one: 1 }])
})

it('starts when killed while making the data directory', async () => {
  const dir = newDir()
  const app = spawn(process.execPath, [join(import.meta.dirname, '../../test/embedded-app.ts'), dir])
  onTestFinished(() => void app.kill('SIGKILL'))
  await expect
    .poll(() => existsSync(dir) && readdirSync(dir).some((name) => name.includes('.init-')), { interval: 1 })
    .toBe(true)
  await kill(app)
  const embedded = await start(dir)
  expect(embedded.fresh).toBe(true)
  expect(await query(embedded, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('does not believe a lock whose process number belongs to another program', async () => {
  const dir = newDir()
  const first = await start(dir)
  await first.stop()
  const other = spawn('sleep', ['60'], { cwd: base })
  onTestFinished(() => void other.kill('SIGKILL'))
  const lock = join(dir, 'postgres', 'postmaster.pid')
  writeFileSync(lock, `${other.pid}\n${join(dir, 'postgres')}\n1\n5432\n${base}\n\n\nready   \n`)
  chownSync(lock, statSync(join(dir, 'postgres')).uid, statSync(join(dir, 'postgres')).gid)
  const second = await start(dir)
  expect(second.adopted).toBe(false)
  expect(isAlive(other.pid ?? 0)).toBe(true)
})

it.each([
  ['with spaces and Chinese', '数据 目录/绩效 2024'],
  ['longer than a socket name may be', `${'d'.repeat(90)}/${'e'.repeat(90)}`],
  ['with a comma and quotes', `a,b'c"d`],
])('works in a path %s', async (_, name) => {
  const dir = newDir(name)
  const first = await start(dir)
  expect(await query(first, 'select 1 as one')).toEqual([{ one: 1 }])
  const { app, said } = await startApp(dir)
  expect(said.adopted).toBe(true)
  await kill(app)
  await first.stop()
  expect((await start(dir)).fresh).toBe(false)
})

it.runIf(asRoot)('works where only root may go', async () => {
  const home = newDir('home')
  mkdirSync(home, { mode: 0o700 })
  const dir = join(home, 'data')
  const first = await start(dir)
  await query(first, 'create table kept as select 42 as value')
  await first.stop()
  expect(await query(await start(dir), 'select value from kept')).toEqual([{ value: 42 }])
})

it.runIf(asRoot && nobodyMayEnter())('runs the server as nobody where it can', async () => {
  const dir = newDir()
  await start(dir)
  expect(statSync(`/proc/${serverOf(dir)?.pid}`).uid).toBe(statSync(join(dir, 'postgres')).uid)
  expect(statSync(join(dir, 'postgres')).uid).not.toBe(0)
})

it('refuses a data directory of another major version in one line', async () => {
  const dir = newDir()
  mkdirSync(join(dir, 'postgres'), { recursive: true })
  writeFileSync(join(dir, 'postgres', 'PG_VERSION'), '15\n')
  await expect(start(dir)).rejects.toMatchObject({
    code: 'dataDir.otherVersion',
    message: expect.stringMatching(/^[^\n]*15[^\n]*$/),
  })
})

it('refuses a data directory it cannot write', async () => {
  const file = newDir()
  writeFileSync(file, '')
  for (const dir of [join(file, 'data'), '/proc/no/data'])
    await expect(start(dir)).rejects.toMatchObject({ code: 'dataDir.notWritable' })
})

it('leaves a folder alone that is not a database', async () => {
  const dir = newDir()
  mkdirSync(join(dir, 'postgres'), { recursive: true })
  writeFileSync(join(dir, 'postgres', 'thesis.docx'), 'mine')
  await expect(start(dir)).rejects.toMatchObject({ code: 'embedded.failed' })
  expect(existsSync(join(dir, 'postgres', 'thesis.docx'))).toBe(true)
})

it('lets two programs start at once on an empty directory', async () => {
  const dir = newDir()
  const apps = await Promise.all([startApp(dir), startApp(dir)])
  await sleep(50)
  expect(serverOf(dir)?.ready).toBe(true)
  await Promise.all(apps.map(({ app }) => kill(app)))
  await (await start(dir)).stop()
})
