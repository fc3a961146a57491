// What those who run the server see: alive, ready, metrics, one log line a request, an orderly stop.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, testDatabase } from '../../test/database.ts'
import { planMigrations } from '../actions/migrate-database.ts'
import { openDatabase } from '../store/db.ts'
import { migrations } from '../store/migrate.ts'
import { makePerson, makeTree, openBrowser, startTestServer, type TestServer } from './server.test-kit.ts'

const database = testDatabase()
let server: TestServer
beforeAll(async () => {
  server = await startTestServer(database, { metricsToken: 'abc', dataDir: process.cwd() })
})
afterAll(() => server.close())

const ask = (path: string, headers: Record<string, string> = {}) => fetch(`${server.origin}${path}`, { headers })

it('is alive and ready', async () => {
  expect(await (await ask('/health')).json()).toEqual({ ok: true })
  expect(await (await ask('/ready')).json()).toEqual({ ready: true, database: 'ok', migrations: 'ok', disk: 'ok' })
})

it('answers a probe that asks by an address it does not know', async () => {
  const probe = (url: string) => server.app.inject({ url, headers: { host: '10.1.2.3:8520' } })
  expect([(await probe('/ready')).statusCode, (await probe('/api/health')).statusCode]).toEqual([200, 403])
})

it('is not ready before the tables are made, nor when the database is gone', async () => {
  const empty = await freshDatabase({ migrated: false })
  const other = await startTestServer(empty)
  const ready = async () => {
    const answer = await fetch(`${other.origin}/ready`)
    return { status: answer.status, body: await answer.json() }
  }
  expect(await ready()).toMatchObject({ status: 503, body: { ready: false, migrations: 'missing' } })
  expect((await planMigrations(other.context)).map(({ name }) => name)).toEqual(migrations.map(({ name }) => name))
  await empty.close()
  expect(await ready()).toMatchObject({ status: 503, body: { ready: false, database: 'away' } })
  expect((await fetch(`${other.origin}/health`)).status).toBe(200)
  await other.close()
})

it('says that it is busy where every connection is taken for too long', async () => {
  const narrow = await openDatabase(database.connection, { poolSize: 1 })
  const busy = await startTestServer({ ...database, db: narrow })
  const answer = await narrow.connection().execute(() => fetch(`${busy.origin}/api/forms`))
  expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ code: 'database.busy' })])
  expect((await fetch(`${busy.origin}/api/forms`)).status).toBe(200)
  await busy.close()
  await narrow.destroy()
})

describe('metrics', () => {
  it('count requests by route, never by address', async () => {
    await ask('/api/forms/018f0000-0000-7000-8000-000000000000')
    // counted after the answer has gone
    await expect
      .poll(async () => (await ask('/metrics')).text())
      .toMatch(/hengji_http_request_seconds_count\{method="GET",route="\/api\/forms\/:id",status="404"\} 1/)
    const text = await (await ask('/metrics')).text()
    expect(text).not.toContain('018f0000')
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m)
  })

  it('are for this machine, or for who has the token', async () => {
    const through = { 'x-forwarded-for': '10.0.0.7' }
    expect((await ask('/metrics', through)).status).toBe(404)
    expect((await ask('/metrics', { ...through, authorization: 'Bearer abc' })).status).toBe(200)
    expect((await ask('/metrics', { authorization: 'Bearer xyz' })).status).toBe(404)
  })
})

it('logs each request without what it asked for or who asked by name', async () => {
  const tree = await makeTree(server.context)
  await makePerson(server.context, 'yuangong', tree.unit, [['preparer', tree.unit]])
  const page = openBrowser(server.origin)
  await page.signIn('yuangong')
  const answer = await page.get('/forms?text=%E6%9C%BA%E5%AF%86')
  const id = answer.headers.get('x-request-id')
  const own = () => {
    const lines = server.log().split('\n').filter(Boolean)
    return lines.map((line) => JSON.parse(line)).find((line) => line.reqId === id && line.msg === 'request')
  }
  // written after the answer has gone
  await expect.poll(own).toMatchObject({
    method: 'GET',
    route: '/api/forms',
    status: 200,
    person: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  expect(server.log()).not.toMatch(/机密|%E6%9C%BA|yuangong/)
})

it('answers what it has begun before it stops', async () => {
  const other = await startTestServer(database)
  const body = readFileSync('demo/003.txt')
  const headers = { 'content-type': 'application/octet-stream', 'content-length': body.length }
  const upload = request(`${other.origin}/api/check?name=003.txt`, { method: 'POST', headers })
  const answered = new Promise<number | undefined>((resolve, reject) => {
    upload.on('response', (answer) => resolve(answer.resume().statusCode)).on('error', reject)
  })
  const begun = once(other.app.server, 'request')
  upload.write(body.subarray(0, 100))
  await begun
  const stopped = other.close()
  await expect.poll(() => other.app.server.listening).toBe(false)
  upload.end(body.subarray(100))
  expect(await answered).toBe(200)
  await stopped
  await expect(fetch(`${other.origin}/health`)).rejects.toThrow()
})
