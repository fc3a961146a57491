import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../test/database.ts'
import { endpoint } from '../api/endpoint.ts'
import type { ListedEndpoint } from '../api/index.ts'
import { usualLimits } from './limits.ts'
import { onlyListed } from './listed.ts'
import { makePerson, makeTree, openBrowser, startTestServer, type TestServer } from './server.test-kit.ts'

describe('the contracts', () => {
  const listed: ListedEndpoint[] = [
    { ...endpoint<void>()('service.read', 'GET', '/known', z.object({})), name: 'known.get' },
  ]
  const handler = async () => ({})

  it('name everything that is served: a route of no contract stops the start', () => {
    const app = Fastify()
    onlyListed(app, listed, usualLimits)
    app.get('/api/known', handler)
    expect(() => app.get('/api/secret', handler)).toThrow('GET /api/secret')
    expect(() => app.post('/api/known', handler)).toThrow('POST /api/known')
    expect(() => app.get('/page', handler)).not.toThrow()
  })

  it('are served in full: what is listed and not served stops the start', () => {
    const refuseMissing = onlyListed(Fastify(), listed, usualLimits)
    expect(refuseMissing).toThrow('GET /api/known')
  })
})

describe('limits by address', () => {
  const database = testDatabase()
  let server: TestServer

  beforeAll(async () => {
    server = await startTestServer(database, { limits: { signIns: 3, uploads: 2 } })
    const { unit } = await makeTree(server.context)
    await makePerson(server.context, 'wu', unit, [['preparer', unit]])
  })
  afterAll(() => server.close())

  const upload = (headers: Readonly<Record<string, string>>) =>
    fetch(`${server.origin}/api/check?name=x.txt`, {
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
})
