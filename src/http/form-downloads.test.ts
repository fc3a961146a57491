// The official form as a file: what is downloaded reads back as the form it was made from.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compareForms } from '../../test/compare-forms.ts'
import { testDatabase } from '../../test/database.ts'
import { importDocument } from '../actions/import-document.ts'
import type { FormList, StoredForm } from '../api/forms.ts'
import { readDocument } from '../documents/read-document.ts'
import { startTestServer, type TestServer } from './server.test-kit.ts'

const database = testDatabase()
let server: TestServer
let ids: readonly string[]

beforeAll(async () => {
  server = await startTestServer(database)
  const given = { bytes: readFileSync('demo/001.txt'), name: '001.txt' }
  await importDocument(server.context, { ...given, published: true })
  const { rows } = (await (await fetch(`${server.origin}/api/forms`)).json()) as FormList // our own server's answer
  // One of the four prints no year, and forms of one import stand in any order.
  ids = rows.filter(({ year }) => year === 2023).map(({ id }) => id)
  expect(ids.length).toBeGreaterThanOrEqual(3)
})
afterAll(() => server.close())

const download = (id: string | undefined, format: string) =>
  fetch(`${server.origin}/api/forms/${id}/download?format=${format}`)

it.each(['docx', 'pdf', 'xlsx', 'html'])('as %s reads back equal', async (format) => {
  for (const id of ids.slice(0, 3)) {
    const response = await download(id, format)
    expect(response.status).toBe(200)
    const stored = (await (await fetch(`${server.origin}/api/forms/${id}`)).json()) as StoredForm // our own server's
    const file = new Uint8Array(await response.arrayBuffer())
    const back = await readDocument(file, `表.${format}`)
    expect(compareForms({ forms: [stored.form] }, back.forms).wrong).toEqual([])
  }
})

it('as data has every indicator, as a file no browser opens', async () => {
  const json = await download(ids[0], 'json')
  expect(json.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''2023/)
  expect(json.headers.get('content-security-policy')).toContain('sandbox')
  const { forms } = (await json.json()) as { forms: StoredForm['form'][] } // what writeJson writes
  const csv = await (await download(ids[0], 'csv')).text()
  expect(csv.trim().split('\r\n').length).toBe(1 + (forms[0]?.indicators.length ?? 0))
})

it('refuses what is not published and formats there are not', async () => {
  expect((await download('0193a000-0000-7000-8000-000000000000', 'pdf')).status).toBe(404)
  expect((await download(ids[0], 'exe')).status).toBe(400)
  await database.db
    .updateTable('form')
    .set({ published_at: null })
    .where('id', '=', ids[0] ?? '')
    .execute()
  expect((await download(ids[0], 'pdf')).status).toBe(404)
})
