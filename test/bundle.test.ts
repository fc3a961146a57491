// The archive of `npm run bundle` on a machine without network, npm or Node of its own.
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { stage } from '../scripts/bundle.mjs'
import { builtPage } from './journeys/shared.ts'

const place = mkdtempSync(join(tmpdir(), 'hengji 归档 '))
const program = join(place, 'hengji', 'hengji')
const data = join(place, 'data')
const env = { PATH: '/usr/bin:/bin', HOME: place, TMPDIR: tmpdir() }
beforeAll(async () => {
  stage(join(place, 'hengji'), await builtPage())
}, 180_000)
afterAll(() => rmSync(place, { recursive: true, force: true }))

/** A name space without any interface; where the machine forbids them, only the programs around are out of reach. */
const alone = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : []
function offline(...args: readonly string[]): SpawnSyncReturns<string> {
  // Root inside the name space is nobody outside: PostgreSQL, which refuses root, is started without one.
  const [command = program, ...rest] = [...(args.includes('--data') ? [] : alone), program, ...args]
  return spawnSync(command, rest, { cwd: place, env, encoding: 'utf8' })
}

it('checks and converts without network', () => {
  const checked = offline('check', 'hengji/demo/001.txt', '--json')
  expect([0, 1]).toContain(checked.status)
  expect(JSON.parse(checked.stdout)).toHaveProperty('forms')
  expect(offline('convert', 'hengji/demo/001.txt', '--to', '表.pdf').stderr).not.toMatch(/错误|Error/)
  expect(existsSync(join(place, '表.pdf'))).toBe(true)
})

it('makes its database and finds nothing missing', () => {
  expect(offline('import', 'hengji/demo/002.txt', '--data', data).status).toBe(0)
  const doctor = offline('doctor', '--data', data)
  expect(doctor.stdout).toContain('可以运行')
  expect(doctor.stdout).not.toContain('须修')
})

it('serves its page', async () => {
  const server = spawn(program, ['serve', '--no-demo', '--data', data, '--port', '0'], { cwd: place, env })
  let told = ''
  try {
    const address = await new Promise<string>((resolve, reject) => {
      server.stdout.on('data', (text) => {
        told += text
        const found = /http:\S+?(?=　)/.exec(told)
        if (found) resolve(found[0])
      })
      server.stderr.on('data', (text) => {
        told += text
      })
      server.on('exit', () => reject(new Error(told)))
    })
    expect(await (await fetch(address)).text()).toContain('<div id="root">')
  } finally {
    const ended = new Promise((resolve) => server.on('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
})

it('carries no tests and no headers of Node', () => {
  const names = readdirSync(join(place, 'hengji'), { recursive: true, encoding: 'utf8' })
  expect(names.filter((name) => /\.test\.ts|test-kit|[\\/]include[\\/]node/.test(name))).toEqual([])
})
