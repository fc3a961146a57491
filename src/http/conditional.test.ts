// Requests with conditions, as programs send them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { MovedFiling } from '../api/filings.ts'
import { startYear, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
let start: { taskId: string; organisationId: string; projectId: string }
beforeAll(async () => {
  year = await startYear(database)
  const projectId = await year.newProject('条件项目')
  start = { taskId: year.declaration, organisationId: year.tree.unit.id, projectId }
})
afterAll(() => year.server.close())

const send = (key: string, body: unknown, who: 'preparer' | 'colleague' = 'preparer') =>
  year.as[who].ask<MovedFiling>('POST', '/filings', body, { 'idempotency-key': key })

describe('an Idempotency-Key', () => {
  it('does a thing once, however often it is sent, and answers alike', async () => {
    const first = await send('k1', start)
    const again = await send('k1', start)
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body])
    expect([first.headers.get('idempotent-replayed'), again.headers.get('idempotent-replayed')]).toEqual([null, 'true'])
    expect((await send('k2', start)).body.code).toBe('filing.exists')
  })

  it('belongs to one request of one person', async () => {
    expect((await send('k1', { ...start, projectId: null })).body.code).toBe('idempotency.reused')
    expect((await send('k1', start, 'colleague')).body.code).toBe('filing.exists')
  })

  it('may be used again after a refusal, and after a day', async () => {
    expect((await send('k3', { ...start, projectId: null })).body.code).toBe('filing.unfit')
    const projectId = await year.newProject('条件项目二')
    expect((await send('k3', { ...start, projectId })).status).toBe(200)
    await database.db
      .updateTable('idempotent_request')
      .set({ at: new Date('2024-02-01') })
      .execute()
    expect((await send('k3', { ...start, projectId })).body.code).toBe('filing.exists')
  })

  it('is not done a second time where nobody knows whether it was done', async () => {
    const projectId = await year.newProject('条件项目三')
    await send('k4', { ...start, projectId })
    await database.db
      .updateTable('idempotent_request')
      .set({ status: null, answer: null })
      .where('key', '=', 'k4')
      .execute()
    expect((await send('k4', { ...start, projectId })).body.code).toBe('idempotency.running')
  })
})

describe('an ETag', () => {
  it('spares what has not changed', async () => {
    const first = await year.as.preparer.get('/projects')
    const tag = first.headers.get('etag') ?? ''
    const again = () => year.as.preparer.ask('GET', '/projects', undefined, { 'if-none-match': tag })
    expect([(await again()).status, (await again()).body]).toEqual([304, {}])
    await year.newProject('条件项目四')
    expect((await again()).status).toBe(200)
  })

  it('binds a write to what was seen', async () => {
    const projectId = await year.newProject('条件项目五')
    const { id } = (await send('k5', { ...start, projectId })).body
    const tag = (await year.as.preparer.get(`/filings/${id}`)).headers.get('etag') ?? ''
    const remind = (condition: string) =>
      year.as.office.ask('POST', `/filings/${id}/remind`, {}, { 'if-match': condition })
    expect((await remind(tag)).status).toBe(200)
    expect((await remind(tag)).body.code).toBe('precondition.failed')
    expect((await remind('"other"')).status).toBe(412)
    const bound = await year.as.office.ask(
      'POST',
      `/filings/${id}/comments`,
      { version: 1, text: '意见' },
      { 'if-match': tag },
    )
    expect(bound.status).toBe(412)
  })
})
