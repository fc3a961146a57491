import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../test/database.ts'
import { endpoint } from '../api/endpoint.ts'
import { endpoints, type ListedEndpoint } from '../api/index.ts'
import { heavyEndpoints } from './limits.ts'
import { onlyListed } from './listed.ts'
import { makePerson, makeTree, openBrowser, startTestServer, type TestServer } from './server.test-kit.ts'

describe('the contracts', () => {
  const listed: ListedEndpoint[] = [
    { ...endpoint<void>()('service.read', 'GET', '/known', z.object({})), name: 'known.get' },
  ]
  const handler = async () => ({})

  it('name everything that is served: a route of no contract stops the start', () => {
    const app = Fastify()
    onlyListed(app, listed, () => undefined)
    app.get('/api/known', handler)
    expect(() => app.get('/api/secret', handler)).toThrow('GET /api/secret')
    expect(() => app.post('/api/known', handler)).toThrow('POST /api/known')
    expect(() => app.get('/page', handler)).not.toThrow()
  })

  it('are served in full: what is listed and not served stops the start', () => {
    const refuseMissing = onlyListed(Fastify(), listed, () => undefined)
    expect(refuseMissing).toThrow('GET /api/known')
  })
})

describe('limits by address and account', () => {
  const database = testDatabase()
  let server: TestServer

  beforeAll(async () => {
    server = await startTestServer(database, { limits: { signIns: 3, uploads: 2, heavy: 2 } })
    const { unit } = await makeTree(server.context)
    await makePerson(server.context, 'wu', unit, [['preparer', unit]])
  })
  afterAll(() => server.close())

  const upload = (headers: Readonly<Record<string, string>>, { origin } = server) =>
    fetch(`${origin}/api/check?name=x.txt`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-hengji': '1', ...headers },
      body: '无',
    })

  it('hold sign-ins of whatever login, then say how long to wait; other requests go on', async () => {
    const page = openBrowser(server.origin)
    expect((await page.signIn('wu')).status).toBe(200)
    await page.signIn('a', 'falsch-falsch')
    await page.signIn('b', 'falsch-falsch')
    const { status, body } = await page.signIn('c', 'falsch-falsch')
    expect({ status, code: body.code }).toEqual({ status: 429, code: 'request.tooMany' })
    expect(body.message).toMatch(/请 \d+ 秒后再试/)
    expect((await page.get('/sessions')).status).toBe(200)
    const cookie = `hengji_session=${page.jar.get('hengji_session')}`
    const answers = [
      await upload({}),
      await upload({}),
      await upload({}),
      await upload({ cookie }),
      await upload({ cookie }),
    ]
    expect(answers.map(({ status: one }) => one)).toEqual([422, 422, 429, 422, 422])
  })

  it('hold one account’s uploads, exports and bulk verbs together, and nobody else’s', async () => {
    const own = await startTestServer(database, { limits: { signIns: 10, uploads: 1, heavy: 4 } })
    onTestFinished(() => own.close())
    const { unit } = await makeTree(own.context)
    const signedIn = async (login: string) => {
      await makePerson(own.context, login, unit, [['preparer', unit]])
      const page = openBrowser(own.origin)
      await page.signIn(login)
      return { cookie: `hengji_session=${page.jar.get('hengji_session')}` }
    }
    const asked = async (headers: { readonly cookie: string }) => {
      const bulk = fetch(`${own.origin}/api/filings/bulk`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'x-hengji': '1' },
        body: '{"verb":"submit"}',
      })
      const list = fetch(`${own.origin}/api/filings`, { headers })
      return [(await upload(headers, own)).status, (await bulk).status, (await list).status]
    }
    const [many, other] = [await signedIn('qian'), await signedIn('sun')]
    expect(await asked(many)).toEqual([422, 409, 200])
    expect(await asked(many)).toEqual([422, 409, 200])
    expect(await asked(many)).toEqual([429, 429, 200])
    expect(await asked(other)).toEqual([422, 409, 200])
  })

  it('name endpoints that there are', () => {
    for (const name of heavyEndpoints) expect(endpoints.map((endpoint) => endpoint.name)).toContain(name)
  })
})
