import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { newId } from '../actions/new-id.ts'
import { createReadingPool } from '../actions/reading-pool.ts'
import { endpoints } from '../api/index.ts'
import { anonymous } from '../kernel/policy/actor.ts'
import { createApp } from './app.ts'

const database = testDatabase()
const pool = createReadingPool()
let app: FastifyInstance
beforeAll(async () => {
  const now = () => new Date('2024-03-01T09:00:00Z')
  const context = { db: database.db, actor: anonymous, now, newId: () => newId(now()) }
  app = await createApp({ context, pool, log: pino({ level: 'silent' }), webFolder: 'dist/none', uploadLimit: 1024 })
})
afterAll(async () => {
  await app.close()
  await pool.close()
})

type Operation = {
  operationId: string
  parameters: { name: string; in: string; required: boolean }[]
  requestBody?: { content: Record<string, { schema: { properties?: object } }> }
}

it('describes every endpoint once, with its parameters where they stand', async () => {
  const { paths } = (await app.inject('/api/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>()
  const operations = Object.values(paths).flatMap((path) => Object.values(path))
  expect(operations.map((operation) => operation.operationId).sort()).toEqual(endpoints.map(({ name }) => name).sort())
  const rename = paths['/api/organisations/{id}/rename']?.post
  expect(rename?.parameters).toEqual([expect.objectContaining({ name: 'id', in: 'path', required: true })])
  expect(Object.keys(rename?.requestBody?.content['application/json']?.schema.properties ?? {})).toEqual([
    'name',
    'effectiveOn',
    'reason',
  ])
})

it('has a page for people, without script and with every address', async () => {
  const page = (await app.inject('/api/reference')).body
  for (const { path } of endpoints) expect(page).toContain(`/api${path}`)
  expect(page).not.toMatch(/<script|https?:\/\//)
})

it('names every faulty field of a request at once, with a stable code', async () => {
  const answer = await app.inject('/api/forms?page=-1&year=3')
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json()).toMatchObject({
    status: 400,
    code: 'input.invalid',
    errors: [{ path: 'year' }, { path: 'page' }],
  })
})
