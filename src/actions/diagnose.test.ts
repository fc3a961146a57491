// `hengji doctor` on machines where something is missing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { type Diagnosis, diagnose, type Place } from './diagnose.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengji-doctor-'))
afterAll(() => rmSync(folder, { recursive: true }))

const place: Place = { program: folder, dataDir: folder, databaseUrl: undefined, host: '127.0.0.1', port: 0 }
const found = async (given: Partial<Place>, title: string): Promise<Diagnosis | undefined> =>
  (await diagnose({ ...place, ...given })).find((one) => one.title === title)

it('says of what a first start makes that it is not there yet, and makes nothing itself', async () => {
  const dataDir = join(folder, 'new', 'data')
  expect(await found({ dataDir }, '数据目录')).toMatchObject({
    state: 'notice',
    mend: expect.stringContaining('npm start'),
  })
  expect(await found({ dataDir }, '数据库')).toMatchObject({ state: 'notice' })
  expect(await found({ dataDir }, '数据目录')).toMatchObject({ state: 'notice' })
})

it('names what the program itself lacks, with how to mend it', async () => {
  expect(await found({}, '页面')).toMatchObject({ state: 'broken', mend: expect.stringContaining('npm start') })
  expect(await found({}, '打印字体')).toMatchObject({ state: 'broken', mend: expect.stringContaining('assets/fonts') })
})

it('finds a data directory that is a file', async () => {
  const dataDir = join(folder, 'file')
  writeFileSync(dataDir, '')
  expect(await found({ dataDir }, '数据目录')).toMatchObject({ state: 'broken', told: `${dataDir}：不是目录` })
})

it('tells why a database does not answer', async () => {
  const answer = await found({ databaseUrl: 'postgres://hengji@127.0.0.1:1/hengji' }, '数据库')
  expect(answer).toMatchObject({ state: 'broken', told: expect.stringContaining('127.0.0.1:1/hengji') })
})

it('tells a port another program holds from a free one', async () => {
  const other = await new Promise<Server>((resolve) => {
    const server = createServer((socket) => socket.end('no web server\n', () => socket.destroy())).listen(
      0,
      '127.0.0.1',
      () => resolve(server),
    )
  })
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  expect(await found({ port }, '端口')).toMatchObject({
    state: 'notice',
    told: expect.stringContaining('被别的程序占用'),
  })
  await new Promise((resolve) => other.close(resolve))
  expect(await found({ port }, '端口')).toMatchObject({ state: 'ok' })
})
