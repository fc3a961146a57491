// The first day of an installation, as its administrator sees it: the console, the set-up, accounts by command.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Session } from '../api/sessions.ts'
import { goodPassword, openBrowser } from '../http/server.test-kit.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengji-person-'))
const hengji = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/hengji.mjs', ...args, '--data', folder], { encoding: 'utf8' })

let server: ChildProcess
let origin = ''
let setupCode = ''

beforeAll(async () => {
  server = spawn(process.execPath, ['bin/hengji.mjs', 'serve', '--no-demo', '--port', '0', '--data', folder])
  for await (const line of createInterface({ input: server.stdout ?? process.stdin })) {
    origin = /http:\/\/[\d.:]+/.exec(line)?.[0] ?? origin
    setupCode = /设置码（只显示这一次）：([a-z2-7-]{17})/.exec(line)?.[1] ?? setupCode
    if (setupCode) break
  }
})
afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
})

it('the console shows the code once, the set-up takes it, and accounts are made by command while the server runs', async () => {
  const administrator = (login: string) => ({ login, name: `名${login}`, password: goodPassword })
  const setup = await openBrowser(origin).post('/setup', {
    code: setupCode,
    region: { code: '990100', name: '海川市' },
    finance: { code: '900', name: '海川市财政局' },
    profile: 'national@2020',
    administrators: { system: administrator('xt'), security: administrator('aq'), audit: administrator('sj') },
  })
  expect(setup.status).toBe(200)

  const added = hengji('person', 'add', 'Sunba', '孙八', '--at', '海川市财政局')
  expect(added.status).toBe(0)
  expect(added.stdout.trim()).toMatch(/^[a-z2-7]{5}-[a-z2-7]{5}-[a-z2-7]{5}$/)
  const page = openBrowser(origin)
  expect((await page.signIn<Session>('sunba', added.stdout.trim())).body.owed).toBe('password-change')

  expect(hengji('person', 'grant', 'sunba', '财政审核人', '--at', '900').stdout).toContain('财政审核人')
  expect(hengji('person', 'show', 'sunba').stdout).toMatch(
    /海川市财政局　财政审核人[\s\S]*财政审核\s+海川市财政局及其下属/,
  )
  const conflict = hengji('person', 'grant', 'sunba', '审计管理员', '--at', '900')
  expect(conflict).toMatchObject({ status: 2, stderr: expect.stringContaining('管理员不经办业务') })
  expect(hengji('person', 'revoke', 'sunba', '财政审核人', '--at', '900').status).toBe(0)

  expect(hengji('person', 'disable', 'sunba').status).toBe(0)
  expect((await page.get<Session>('/session')).body.person).toBeNull()
  expect(hengji('person', 'list').stdout).toMatch(/sunba\s+孙八\s+海川市财政局\s+停用/)
})

it.each([
  [['person', 'add', '空 格', '孙八', '--at', '900'], '登录名以字母'],
  [['person', 'add', 'sun', '孙八', '--at', '没有的局'], '没有找到这个机构'],
  [['person', 'grant', 'sunba', '局长', '--at', '900'], '没有角色“局长”'],
  [['person', 'show', 'niemand'], '没有找到这个人员'],
])('%j is refused in one line', (args, words) => {
  const { status, stderr } = hengji(...args)
  expect(status).toBe(2)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toContain(words)
})

it('listening at every address takes a name to be called by', () => {
  const { status, stderr } = hengji('serve', '--host', '0.0.0.0')
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('--allow-host') })
})

it('a port that is taken is told before anything is made', () => {
  const port = new URL(origin).port
  const data = join(folder, 'another')
  const serve = ['bin/hengji.mjs', 'serve', '--port', port, '--data', data]
  const { status, stdout, stderr } = spawnSync(process.execPath, serve, { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`端口 ${port} 已被占用`)])
  expect(existsSync(data)).toBe(false)
})

it('an address that is not this machine’s is refused in one line', () => {
  // 192.0.2.0/24 is kept for examples: no machine has it
  const { status, stderr } = hengji('serve', '--port', '0', '--host', '192.0.2.1')
  expect(status).toBe(2)
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('192.0.2.1')])
})
