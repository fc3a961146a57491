// A year of work with its evidence, backed up while others write, restored elsewhere: the same, file by file.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, testDatabase } from '../../test/database.ts'
import { backUp } from '../actions/back-up.ts'
import { addEvidence } from '../actions/evidence.ts'
import { filesIn } from '../actions/file-store.ts'
import { restore } from '../actions/restore.ts'
import { verify } from '../actions/verify.ts'
import type { MovedFiling } from '../api/filings.ts'
import { startYear, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'hengji-whole-'))
let year: YearOfWork
let filing: string
beforeAll(async () => {
  year = await startYear(database)
  const projectId = await year.newProject('备份项目')
  const start = { taskId: year.declaration, organisationId: year.tree.unit.id, projectId }
  filing = (await year.as.preparer.post<MovedFiling>('/filings', start)).body.id
})
afterAll(async () => {
  await year.server.close()
  rmSync(folder, { recursive: true })
})

const add = (bytes: Buffer, name = '合同.pdf') =>
  addEvidence(year.server.context, year.server.files, { filingId: filing, name, kind: 'other', bytes })

it('brings evidence back with the data, though others wrote meanwhile', async () => {
  const large = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(1_500_000, 7)])
  const { sha256 } = await add(large)
  const path = join(folder, '全部.hengji')
  const { context, files } = year.server
  const [counts] = await Promise.all([backUp(context, { path, files }), add(Buffer.from('%PDF-late'), '后来的.pdf')])
  const other = await freshDatabase({ migrated: false })
  const kept = filesIn(join(folder, 'elsewhere'))
  const there = { ...context, db: other.db }
  expect((await restore(there, { path, force: false, files: kept })).file).toBe(counts.file)
  expect(await kept.get(sha256)).toEqual(large)
  expect((await verify(there, kept)).damages).toEqual([])
  expect((await verify(there, filesIn(join(folder, 'empty')))).damages[0]).toMatchObject({
    what: 'evidence',
    message: '佐证材料“合同.pdf”已丢失。',
  })
  await other.close()
})
