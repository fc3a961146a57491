// Signing in with an identity provider: a small one of our own, a real HTTP server with real signatures.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Session } from '../api/sessions.ts'
import { type Browser, makePerson, openBrowser, startTestServer } from './server.test-kit.ts'
import { serverOfTree } from './tree.test-kit.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const foreignKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
let provider: Server
let issuer: string
let count = 0
/** Who is at the provider's page, and what it does wrong. */
let present = { sub: '1', login: '', key: privateKey, nonce: (asked: string) => asked }
const codes = new Map<string, { nonce: string; challenge: string }>()

const base64 = (value: string | Buffer) => Buffer.from(value).toString('base64url')
function idToken(nonce: string): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    iss: issuer,
    aud: 'hengji',
    sub: present.sub,
    preferred_username: present.login,
    iat: now,
    exp: now + 60,
    nonce,
  }
  const text = `${base64(JSON.stringify({ alg: 'RS256', kid: 'k1' }))}.${base64(JSON.stringify(claims))}`
  return `${text}.${base64(sign('sha256', Buffer.from(text), present.key))}`
}

afterAll(() => new Promise((ended) => provider.close(ended)))
const house = serverOfTree(async () => {
  provider = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const json = (value: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (url.pathname === '/.well-known/openid-configuration')
      json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    else if (url.pathname === '/jwks')
      json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] })
    else if (url.pathname === '/authorize') {
      const code = randomBytes(8).toString('hex')
      codes.set(code, {
        nonce: url.searchParams.get('nonce') ?? '',
        challenge: url.searchParams.get('code_challenge') ?? '',
      })
      const back = new URL(url.searchParams.get('redirect_uri') ?? issuer)
      back.search = new URLSearchParams({ code, state: url.searchParams.get('state') ?? '' }).toString()
      response.writeHead(302, { location: back.href }).end()
    } else {
      let body = ''
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString()
      })
      request.on('end', () => {
        const given = new URLSearchParams(body)
        const known = codes.get(given.get('code') ?? '')
        codes.delete(given.get('code') ?? '')
        const challenge = createHash('sha256')
          .update(given.get('code_verifier') ?? '')
          .digest('base64url')
        if (!known || challenge !== known.challenge) json({ error: 'invalid_grant' }, 400)
        else json({ access_token: 'x', token_type: 'Bearer', id_token: idToken(present.nonce(known.nonce)) })
      })
    }
  })
  await new Promise<void>((ready) => provider.listen(0, '127.0.0.1', ready))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}` // listening on TCP, so not a pipe's string
  return { provider: { issuer, clientId: 'hengji', clientSecret: 'geheim', name: '省统一身份认证' } }
}, new Date())
const { database } = house
beforeEach(async () => {
  const login = `sun${++count}`
  present = { sub: `s${count}`, login, key: privateKey, nonce: (asked) => asked }
  await makePerson(house.server.context, login, house.tree.unit, [['preparer', house.tree.unit]])
})

/** To the provider and back, as a browser follows; the last address. */
async function goAround(page: Browser): Promise<string> {
  const out = await page.get('/session/elsewhere')
  const away = out.headers.get('location') ?? ''
  if (!away.startsWith(issuer)) return away
  const back = await fetch(away, { redirect: 'manual' })
  const address = new URL(back.headers.get('location') ?? '')
  const home = await page.get(`${address.pathname.replace('/api', '')}${address.search}`)
  return home.headers.get('location') ?? ''
}
const refusal = (address: string) => new URL(address, issuer).searchParams.get('refused')

describe('signing in elsewhere', () => {
  it('is offered by name and opens a session for the account of the same login', async () => {
    const page = house.browser()
    expect((await page.get<Session>('/session')).body.elsewhere).toBe('省统一身份认证')
    expect(await goAround(page)).toBe('/sign-in')
    expect((await page.get<Session>('/session')).body.person).toMatchObject({ login: present.login })
    expect(page.jar.has('hengji_elsewhere')).toBe(false)
  })

  it('stays with the identity when the login there changes, and with that identity alone', async () => {
    const login = present.login
    expect(await goAround(house.browser())).toBe('/sign-in')
    present = { ...present, login: 'renamed' }
    const page = house.browser()
    expect(await goAround(page)).toBe('/sign-in')
    expect((await page.get<Session>('/session')).body.person).toMatchObject({ login })
    present = { ...present, sub: 'another', login }
    expect(refusal(await goAround(house.browser()))).toBe('elsewhere.taken')
  })

  it('makes no account', async () => {
    present = { ...present, sub: 'nobody', login: 'nobody-here' }
    expect(refusal(await goAround(house.browser()))).toBe('elsewhere.unknown')
  })

  it.each([
    ['a signature of somebody else', () => ({ key: foreignKey })],
    ['the nonce of another sign-in', () => ({ nonce: () => 'stolen' })],
  ])('refuses %s', async (_, wrong) => {
    present = { ...present, ...wrong() }
    const page = house.browser()
    expect(refusal(await goAround(page))).toBe('elsewhere.invalid')
    expect((await page.get<Session>('/session')).body.person).toBeNull()
  })

  it('refuses an answer to a question this browser never asked', async () => {
    const asking = house.browser()
    const out = await asking.get('/session/elsewhere')
    const back = await fetch(out.headers.get('location') ?? '', { redirect: 'manual' })
    const { pathname, search } = new URL(back.headers.get('location') ?? '')
    const victim = house.browser()
    const home = await victim.get(`${pathname.replace('/api', '')}${search}`)
    expect(refusal(home.headers.get('location') ?? '')).toBe('elsewhere.notBegun')
    expect(victim.jar.size).toBe(0)
  })

  it('says so where no provider is set, and where it does not answer', async () => {
    const none = await startTestServer(database)
    expect(refusal(await goAround(openBrowser(none.origin)))).toBe('elsewhere.absent')
    await none.close()
    const away = { issuer: 'http://127.0.0.1:1', clientId: 'x', clientSecret: 'y', name: 'z' }
    const silent = await startTestServer(database, { provider: away })
    expect(refusal(await goAround(openBrowser(silent.origin)))).toBe('elsewhere.unreachable')
    await silent.close()
  })
})
