// What an attacker tries at the door, beside what sessions, factors, policy, evidence and documents are tested for in
// their own tests. docs/security says which test guards what.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { PersonDetails } from '../api/people.ts'
import { type Browser, makePerson, makeTree, openBrowser, startTestServer, type TestServer } from './server.test-kit.ts'

const database = testDatabase()
const place = mkdtempSync(join(tmpdir(), 'hengji-page-'))
let server: TestServer
let admin: Browser
let preparer: Browser
let preparerId: string
let home: string
let away: string

beforeAll(async () => {
  mkdirSync(join(place, 'web', 'assets'), { recursive: true })
  writeFileSync(join(place, 'web', 'index.html'), '<!doctype html><div id="root"></div>')
  writeFileSync(join(place, 'secret.txt'), 'secret of the machine')
  server = await startTestServer(database, { webFolder: join(place, 'web') })
  const tree = await makeTree(server.context)
  home = tree.unit.id
  away = tree.foreign.id
  await makePerson(server.context, 'system1', tree.department, [['system-administrator', tree.department]])
  preparerId = await makePerson(server.context, 'zhao', tree.unit, [['preparer', tree.unit]])
  admin = openBrowser(server.origin)
  preparer = openBrowser(server.origin)
  await admin.signIn('system1')
  await preparer.signIn('zhao')
})
afterAll(async () => {
  await server.close()
  rmSync(place, { recursive: true })
})

/** Bytes as they are: a client that tidies addresses would hide what is sent. */
const raw = (request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(server.origin)
    let answer = ''
    const socket = connect(Number(port), '127.0.0.1', () => socket.end(request))
    socket
      .setEncoding('utf8')
      .on('data', (text) => {
        answer += text
      })
      .on('end', () => resolve(answer))
      .on('error', reject)
  })
const get = (path: string): Promise<string> =>
  raw(`GET ${path} HTTP/1.1\r\nHost: ${new URL(server.origin).host}\r\nConnection: close\r\n\r\n`)

describe('the page', () => {
  it('allows no script but its own files, no frame around it, no other base', async () => {
    const { headers } = await fetch(server.origin)
    const policy = headers.get('content-security-policy') ?? ''
    const directives = new Map(policy.split('; ').map((line) => [line.split(' ')[0], line] as const))
    expect(directives.get('default-src')).toBe("default-src 'self'")
    expect(directives.has('script-src')).toBe(false)
    expect(policy).not.toMatch(/unsafe-eval|\*|https?:/)
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'")
    expect(directives.get('base-uri')).toBe("base-uri 'none'")
    expect(directives.get('object-src')).toBe("object-src 'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  })

  it('has no script of its own in its text either', () => {
    const html = readFileSync('src/web/index.html', 'utf8')
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(html).not.toMatch(/\son\w+=|javascript:/)
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%5c%2e%2e%5csecret.txt',
    '/assets/%00/../../secret.txt',
    '//etc/passwd',
    '/assets/....//....//secret.txt',
  ])('gives no file beside its own: %s', async (path) => {
    const answer = await get(path)
    expect(answer).not.toContain('secret of the machine')
    expect(answer).not.toContain('root:x:0')
  })
})

describe('what a request may set', () => {
  it('is what the contract names: more than that is not stored', async () => {
    const given = {
      login: 'qian',
      name: '钱七',
      organisation: home,
      mustChangePassword: false,
      password: 'x',
      roles: ['x'],
    }
    const made = await admin.post<{ id: string; password: string }>('/people', {
      ...given,
      id: preparerId,
      revision: 99,
    })
    expect(made.status).toBe(200)
    expect(made.body.id).not.toBe(preparerId)
    expect(made.body.password).not.toBe('x')
    const page = openBrowser(server.origin)
    expect((await page.signIn<{ owed: string }>('qian', made.body.password)).body).toMatchObject({
      owed: 'password-change',
      grants: [],
    })
  })

  it('never reaches the prototype of anything', async () => {
    const body =
      '{"login":"sun","name":"孙八","organisation":"x","__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'
    const cookie = [...admin.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { 'content-type': 'application/json', 'x-hengji': '1', cookie }
    const answer = await fetch(`${server.origin}/api/people`, { method: 'POST', headers, body })
    expect(answer.status).toBe(400)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})

it('an id somebody guessed answers like one nobody has', async () => {
  const nobody = server.context.newId()
  const own = await admin.get<PersonDetails>(`/people/${preparerId}`)
  const other = await makePerson(server.context, 'far', { id: away, path: `/${away}/` })
  const guessed = await admin.get(`/people/${other}`)
  const missing = await admin.get(`/people/${nobody}`)
  expect(own.status).toBe(200)
  expect(guessed.status).toBe(missing.status)
  expect(guessed.body).toEqual(missing.body)
})

it('ids cannot be counted on from one to the next', () => {
  const [first, second] = [server.context.newId(), server.context.newId()]
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(first.slice(-12)).not.toBe(second.slice(-12))
})

it('one request writes one line of the log, whatever stands in it', async () => {
  const forged = '{"level":30,"msg":"forged"}'
  await get(`/api/forms?text=x%0a${encodeURIComponent(forged)}`)
  const { headers } = await preparer.ask(
    'POST',
    '/session',
    { login: `a\n${forged}\r\n`, password: 'x' },
    { 'user-agent': `x ${forged}` },
  )
  const lines = () => server.log().split('\n').filter(Boolean)
  const last = { msg: 'request', route: '/api/session', reqId: headers.get('x-request-id') }
  await expect.poll(() => lines().map((line) => JSON.parse(line))).toContainEqual(expect.objectContaining(last))
  expect(lines().filter((line) => (JSON.parse(line) as { msg?: string }).msg === 'forged')).toEqual([])
})

it('nothing in the program fetches an address that came from outside', () => {
  const asking = /\bfetch\(|from 'node:(?:http|https|http2|net|dgram|tls)'|from '(?:undici|openid-client|aws4fetch)'/
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.ts$/.test(name) && !/(\.test|test-kit)\.ts$/.test(name) && !name.startsWith('web'),
  )
  // Each has its address from the administrator's settings or from this machine: a new one is a decision, not an accident.
  expect(files.filter((name) => asking.test(readFileSync(join('src', name), 'utf8'))).sort()).toEqual([
    'actions/diagnose.ts',
    'actions/identity-provider.ts',
    'actions/try-port.ts', // asks nobody: tries whether its own port is free
    'store/s3-files.ts',
  ])
})

describe('a body', () => {
  it('larger than what is read is refused before it is read', async () => {
    const huge = Buffer.alloc(2 * 1024 * 1024)
    const headers = { 'content-type': 'application/octet-stream', 'x-hengji': '1' }
    const answer = await fetch(`${server.origin}/api/check?name=x.pdf`, { method: 'POST', headers, body: huge })
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'document.tooLarge'])
  })

  it.each(['application/xml', 'text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded'])(
    'of type %s is not taken for JSON',
    async (type) => {
      const headers = { 'content-type': type, 'x-hengji': '1' }
      const body = '{"login":"zhao","password":"x"}'
      const answer = await fetch(`${server.origin}/api/session`, { method: 'POST', headers, body })
      expect([400, 415]).toContain(answer.status)
    },
  )
})
