// Evidence over HTTP: bound to its row, refused by what it is, served as bytes alone, found where it is used twice.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { filesInS3 } from '../actions/file-store.ts'
import type { AddedEvidence, EvidenceList } from '../api/evidence.ts'
import type { FilingView, MovedFiling, SavedFiling } from '../api/filings.ts'
import { filledTarget, startYear, type Who, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

const pdf = (text: string) => Buffer.from(`%PDF-1.4\n${text}`)

async function declared(name: string): Promise<string> {
  const start = { taskId: year.declaration, organisationId: year.tree.unit.id, projectId: await year.newProject(name) }
  const { id } = (await year.as.preparer.post<MovedFiling>('/filings', start)).body
  const { form, version } = (await year.as.preparer.get<FilingView>(`/filings/${id}`)).body
  await year.as.preparer.ask<SavedFiling>('PUT', `/filings/${id}/form`, { version, form: filledTarget(form) })
  return id
}

const cookieOf = (who: Who) => [...year.as[who].jar].map(([name, value]) => `${name}=${value}`).join('; ')
async function upload(filing: string, bytes: Buffer, more: Record<string, string> = {}, who: Who = 'preparer') {
  const query = new URLSearchParams({ name: '立项批复.pdf', kind: 'basis', ...more })
  const response = await fetch(`${year.server.origin}/api/filings/${filing}/evidence?${query}`, {
    method: 'POST',
    headers: { cookie: cookieOf(who), 'x-hengji': '1', 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  // asserted by the tests that read it
  return {
    status: response.status,
    body: (await response.json()) as AddedEvidence & { code?: string; message: string },
  }
}
const listed = async (filing: string) => (await year.as.preparer.get<EvidenceList>(`/filings/${filing}/evidence`)).body

describe('a file', () => {
  it('proves a row, follows it when it moves, and ticks its item of the checklist', async () => {
    const filing = await declared('随行项目')
    await upload(filing, pdf('依据'))
    await upload(filing, pdf('测算'), { name: '测算.pdf', kind: 'target', path: 'indicators[2]', method: 'statistics' })
    const { form, version } = (await year.as.preparer.get<FilingView>(`/filings/${filing}`)).body
    const [first, second, third, ...rest] = form.indicators
    const indicators = [third, first, second, ...rest]
    await year.as.preparer.ask('PUT', `/filings/${filing}/form`, { version, form: { ...form, indicators } })
    const { files, checklist } = await listed(filing)
    // Both were added at one moment of the test's clock: their order is not the point.
    expect(new Set(files.map(({ name, path, method }) => `${name} ${path} ${method}`))).toEqual(
      new Set(['立项批复.pdf null null', '测算.pdf indicators[0] statistics']),
    )
    expect(checklist.filter(({ required }) => required).map(({ kind, missing }) => [kind, missing])).toEqual([
      ['basis', []],
      ['budget', ['']],
    ])
  })

  it('proves the row of a key, wherever the row stands by now, and is refused where that is gone', async () => {
    const filing = await declared('按行绑定的项目')
    const { form, version } = (await year.as.preparer.get<FilingView>(`/filings/${filing}`)).body
    const [first, second, third, ...rest] = form.indicators
    const [kept, gone] = [third?.key ?? '', first?.key ?? '']
    const indicators = [third, second, ...rest]
    await year.as.preparer.ask('PUT', `/filings/${filing}/form`, { version, form: { ...form, indicators } })
    expect((await upload(filing, pdf('测算'), { kind: 'target', rowKey: kept })).status).toBe(200)
    const { body } = await upload(filing, pdf('晚了的'), { kind: 'target', rowKey: gone })
    expect(body).toMatchObject({ code: 'evidence.refused', message: expect.stringContaining('要证明的行已不在表中') })
    expect((await listed(filing)).files.map(({ path }) => path)).toEqual(['indicators[0]'])
  })

  it('comes back byte for byte, as a download no browser opens', async () => {
    const filing = await declared('下载项目')
    const { id } = (await upload(filing, pdf('原文'))).body
    const answer = await fetch(`${year.server.origin}/api/evidence/${id}/file`, {
      headers: { cookie: cookieOf('office') },
    })
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf('原文'))
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), {}],
    ['a program', Buffer.from('MZ\0\0\0'), {}],
    ['nothing', Buffer.alloc(0), {}],
    ['an item its task does not ask for', pdf('x'), { kind: 'result' }],
    ['a row that is not there', pdf('x'), { path: 'indicators[99]' }],
  ])('is refused where it is %s', async (_, bytes, more) => {
    const filing = await declared(`拒绝${JSON.stringify(more)}${bytes.length}`)
    const { status, body } = await upload(filing, bytes, more)
    expect([status, body.code]).toEqual([422, 'evidence.refused'])
    expect((await listed(filing)).files).toEqual([])
  })

  it('is said to prove another project too, by name only to those who may see that', async () => {
    const [one, other] = [await declared('道路养护'), await declared('桥梁养护')]
    await upload(one, pdf('同一份合同'))
    const { body } = await upload(other, pdf('同一份合同'))
    expect(body.usedElsewhere).toEqual(['同一份文件也用于2024年度海川市水文站的“道路养护”。'])
    expect((await listed(one)).files[0]?.usedElsewhere).toEqual(['同一份文件也用于2024年度海川市水文站的“桥梁养护”。'])
    const again = await upload(one, pdf('同一份合同'))
    expect(again.body.message).toContain('此处已有同样的文件')
  })

  it('is added and taken out while the filing may be saved, by those who may', async () => {
    const filing = await declared('提交项目')
    const { id } = (await upload(filing, pdf('要移除的'))).body
    expect((await upload(filing, pdf('别人的'), {}, 'office')).status).toBe(403)
    expect((await upload(filing, pdf('外人的'), {}, 'stranger')).status).toBe(403)
    expect((await year.as.preparer.post(`/evidence/${id}/remove`, {})).status).toBe(204)
    expect((await listed(filing)).files).toEqual([])
    await year.as.preparer.post(`/filings/${filing}/submit`, {})
    const state = (await year.as.preparer.get<FilingView>(`/filings/${filing}`)).body.state
    expect([state, (await upload(filing, pdf('晚了'))).body.code]).toEqual(['unit-review', 'filing.refused'])
  })

  it('is found damaged rather than given out changed', async () => {
    const filing = await declared('损坏项目')
    const { id, sha256 } = (await upload(filing, pdf('会损坏的'))).body
    await database.db
      .updateTable('evidence')
      .set({ sha256: 'f'.repeat(64) })
      .where('id', '=', id)
      .execute()
    expect((await year.as.preparer.get(`/evidence/${id}/file`)).body.code).toBe('evidence.damaged')
    expect(await year.server.files.get(sha256)).toEqual(pdf('会损坏的'))
  })
})

it('keeps files in an S3-compatible store: signed, once, by content', async () => {
  const kept = new Map<string, Buffer>()
  const asked: string[] = []
  const s3 = createServer(async (request, reply) => {
    asked.push(request.method ?? '')
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/'))
      return reply.writeHead(403).end()
    const at = request.url ?? ''
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    if (request.method === 'PUT') kept.set(at, Buffer.concat(parts))
    const found = kept.get(at)
    return reply.writeHead(found ? 200 : 404).end(request.method === 'GET' ? found : undefined)
  })
  await new Promise<void>((resolve) => s3.listen(0, '127.0.0.1', resolve))
  const { port } = s3.address() as AddressInfo // listening on TCP
  const given = { endpoint: `http://127.0.0.1:${port}`, bucket: 'hengji', secretAccessKey: 'secret' }
  const files = filesInS3({ ...given, accessKeyId: 'key' })
  const name = await files.put(pdf('合同'))
  expect(await files.put(pdf('合同'))).toBe(name)
  expect(await files.get(name)).toEqual(pdf('合同'))
  expect(await files.get('0'.repeat(64))).toBeUndefined()
  expect(asked).toEqual(['HEAD', 'PUT', 'HEAD', 'GET', 'GET'])
  await expect(filesInS3({ ...given, accessKeyId: 'wrong' }).put(pdf('x'))).rejects.toMatchObject({
    code: 'files.notWritable',
  })
  s3.close()
})
