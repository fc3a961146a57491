// The server as a browser or a script sees it: real database, real files, over HTTP.
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { Context } from '../actions/context.ts'
import { importDocument } from '../actions/import-document.ts'
import { newId } from '../actions/new-id.ts'
import { createReadingPool } from '../actions/reading-pool.ts'
import type { CheckedDocument } from '../api/check.ts'
import type { FormList, StoredForm } from '../api/forms.ts'
import { anonymous } from '../kernel/policy/actor.ts'
import { createApp } from './app.ts'

const database = testDatabase()
const now = () => new Date('2024-03-01T09:00:00Z')
const uploadLimit = 1024 * 1024
const pool = createReadingPool()
let app: FastifyInstance
let origin: string
let context: Context

beforeAll(async () => {
  context = { db: database.db, actor: anonymous, now, newId: () => newId(now()) }
  app = await createApp({ context, pool, log: pino({ level: 'silent' }), webFolder: 'dist/none', uploadLimit })
  await app.listen({ host: '127.0.0.1', port: 0 })
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` // listening on TCP, so not a pipe's string
  await importDocument(context, { bytes: readFileSync('demo/001.txt'), name: '001.txt', published: true })
  await importDocument(context, { bytes: readFileSync('demo/004.txt'), name: '004.txt', published: true })
})
afterAll(async () => {
  await app.close()
  await pool.close()
})

const ask = async <T>(path: string, init?: RequestInit) => {
  const response = await fetch(`${origin}/api${path}`, init)
  // The test states the shape it expects; what it then reads is asserted.
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as T & { code?: string; message?: string },
  }
}
const fetchFile = async (id: string | undefined) => {
  const response = await fetch(`${origin}/api/documents/${id}/file`)
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}
const octets = { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: 'x' }
const upload = (name: string, bytes: Uint8Array, more = '') =>
  ask<CheckedDocument>(`/check?name=${encodeURIComponent(name)}${more}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })

it('says in Chinese what is wrong with a request', async () => {
  const { status, body } = await ask('/forms?page=-1')
  expect(status).toBe(400)
  expect(body.message).toMatch(/^请求内容有误：page 数值过小/)
})

describe('快速检查', () => {
  it('answers the forms with findings, both scores and the source lines', async () => {
    const { status, body } = await upload('001.txt', readFileSync('demo/001.txt'))
    expect(status).toBe(200)
    expect(body.forms.map(({ form }) => form.project?.name)).toEqual([
      '新闻宣传专项经费',
      '质量发展专项经费',
      '业务受理工作经费',
      '政府聘用辅助人员经费',
    ])
    const score = body.forms[1]?.check.scores.find((s) => s.indicator === '专家研判')
    expect(score).toMatchObject({ printed: '4.00', computed: '4.50', verdict: 'different' })
    const line = body.forms[1]?.form.sources?.['indicators[0].target']?.line
    expect(body.lines.find((l) => l.line === line)?.text).toContain('≥20.00(次)')
  })

  it.each([
    ['docx', 'PK'],
    ['pdf', '%PDF-'],
    ['html', '<!doctype html>'],
  ])('writes the review report as %s', async (format, beginning) => {
    const response = await fetch(`${origin}/api/report?name=001.txt&format=${format}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(readFileSync('demo/001.txt')),
    })
    const { name, base64 } = (await response.json()) as { name: string; base64: string }
    expect(name).toBe(`001-审核报告.${format}`)
    expect(Buffer.from(base64, 'base64').toString('latin1')).toMatch(new RegExp(`^${beginning}`))
  })

  it('judges under the profile that is asked for', async () => {
    const { body } = await upload('001.txt', readFileSync('demo/001.txt'), '&profile=national@2020')
    expect(body.forms[0]?.check.profile).toBe('national@2020')
  })

  it.each([
    [
      'an unknown profile',
      () => upload('001.txt', readFileSync('demo/001.txt'), '&profile=mars@2020'),
      422,
      'mars@2020',
    ],
    ['an empty file', () => upload('空.txt', new Uint8Array()), 422, '空.txt'],
    ['a text without any form', () => upload('信.txt', Buffer.from('今天天气很好。')), 422, '信.txt'],
    [
      'garbage',
      () =>
        upload(
          '乱.txt',
          new Uint8Array(4096).map((_, i) => (i * 197) % 256),
        ),
      422,
      '乱.txt',
    ],
    ['more than the limit', () => upload('大.txt', new Uint8Array(uploadLimit + 1)), 413, '1 MB'],
    ['a report in another format', () => ask('/report?name=a&format=xls', octets), 400, 'docx'],
    ['no name', () => ask('/check', octets), 400, 'name'],
  ])('refuses %s and says what is wrong', async (_, send, status, words) => {
    const answer = await send()
    expect(answer.status).toBe(status)
    expect(answer.body.message).toContain(words)
    expect(answer.body.message).not.toMatch(/\n|at .*\.ts/)
  })

  it('stores nothing', async () => {
    const before = (await ask<FormList>('/forms')).body.total
    await upload('002.txt', readFileSync('demo/002.txt'))
    expect((await ask<FormList>('/forms')).body.total).toBe(before)
  })
})

describe('绩效表', () => {
  it.each([
    ['everything', '', 60],
    ['a project', '?text=业务受理', 1],
    ['a unit', '?unit=行政服务中心', 4],
    ['a year', '?year=2023', 3],
    ['a region', '?region=天津市', 56],
    ['a grade', '?grade=优', 4],
    ['a kind', '?kind=project-target', 56],
    ['words that look like patterns', '?text=%25_%25', 0],
    ['two things at once', '?grade=优&text=质量', 1],
  ])('is searched by %s', async (_, query, total) => {
    const { body } = await ask<FormList>(`/forms${encodeURI(query).replaceAll('%2525', '%25')}`)
    expect(body.total).toBe(total)
    expect(body.rows.length).toBe(Math.min(total, body.pageSize))
  })

  it('offers what there is to filter by', async () => {
    const { body } = await ask<FormList>('/forms')
    expect(body.choices).toMatchObject({ years: [2023], regions: ['上海市', '天津市'], grades: ['优'] })
  })

  it('shows one form with its version, findings and the lines it was read from', async () => {
    const { body: list } = await ask<FormList>('/forms?text=质量发展')
    const { status, body } = await ask<StoredForm>(`/forms/${list.rows[0]?.id}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: 1, document: { name: '001.txt', position: 2 } })
    expect(body.check.total).toMatchObject({ printed: '97.97' })
    expect(body.lines.some((l) => l.text.includes('专家研判'))).toBe(true)
  })

  it.each([
    ['an id nobody has', '/forms/00000000-0000-7000-8000-000000000000', 404],
    ['an id that is none', '/forms/1', 400],
    ['a year that is none', '/forms?year=abc', 400],
  ])('refuses %s', async (_, path, status) => {
    expect((await ask(path)).status).toBe(status)
  })
})

describe('the file behind a form', () => {
  it('comes byte for byte, as something no browser opens as a page', async () => {
    const { body: list } = await ask<FormList>('/forms?text=质量发展')
    const { body: form } = await ask<StoredForm>(`/forms/${list.rows[0]?.id}`)
    const { status, headers, bytes } = await fetchFile(form.document?.id)
    expect(status).toBe(200)
    expect(bytes.equals(readFileSync('demo/001.txt'))).toBe(true)
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('content-disposition')).toBe('attachment')
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    ['an id nobody has', '00000000-0000-7000-8000-000000000000', 404],
    ['an id that is none', '..%2F1', 400],
  ])('is refused for %s', async (_, id, status) => {
    expect((await fetchFile(id)).status).toBe(status)
  })
})

describe('import', () => {
  it('changes nothing when the same file comes again', async () => {
    const again = await importDocument(context, {
      bytes: readFileSync('demo/001.txt'),
      name: '001 (副本).txt',
      published: true,
    })
    expect(again).toMatchObject({ isNew: false, created: 0, changed: 0, unchanged: 4 })
    expect((await ask<FormList>('/forms')).body.total).toBe(60)
  })

  it('makes a new version of a form whose content changed, and leaves the others', async () => {
    const text = readFileSync('demo/001.txt', 'utf8').replace('18.00(次)\t5.00\t4.00', '18.00(次)\t5.00\t4.50')
    const changed = await importDocument(context, { bytes: Buffer.from(text), name: '001-更正.txt', published: true })
    expect(changed).toMatchObject({ isNew: true, created: 0, changed: 1, unchanged: 3 })
    const { body: list } = await ask<FormList>('/forms?text=质量发展')
    expect(list.rows[0]?.version).toBe(2)
  })
})

describe('the guard', () => {
  it('refuses a foreign origin and a foreign host name', async () => {
    expect((await ask('/health', { headers: { origin: 'http://evil.example' } })).status).toBe(403)
    const rebound = await app.inject({ url: '/api/health', headers: { host: 'evil.example' } })
    expect(rebound.statusCode).toBe(403)
  })

  it('sends the headers that keep foreign script out', async () => {
    const { status, headers } = await ask('/health')
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('answers an unknown address without saying more than that', async () => {
    expect((await ask('/nothing')).status).toBe(404)
  })
})
