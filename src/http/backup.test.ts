// A year of work with its evidence, backed up while others write, restored elsewhere: the same, file by file.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshDatabase, testDatabase } from '../../test/database.ts'
import { backUp, getBackups } from '../actions/back-up.ts'
import { addEvidence } from '../actions/evidence.ts'
import { filesIn } from '../actions/file-store.ts'
import { requestFormImport } from '../actions/import-filled-forms.ts'
import { jobKinds } from '../actions/job-kinds.ts'
import { runJob } from '../actions/job-runner.ts'
import { listEvents } from '../actions/list-events.ts'
import { readHere } from '../actions/read-forms.ts'
import { restore } from '../actions/restore.ts'
import { verify } from '../actions/verify.ts'
import type { MovedFiling } from '../api/filings.ts'
import * as jobs from '../store/jobs.ts'
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

const cycleOf = async (): Promise<string> =>
  (await database.db.selectFrom('cycle').select('id').executeTakeFirstOrThrow()).id

it('brings evidence back with the data, though others wrote meanwhile', async () => {
  const large = Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(1_500_000, 7)])
  const { sha256 } = await add(large)
  const path = join(folder, '全部.hengji')
  const { context, files } = year.server
  const [counts] = await Promise.all([backUp(context, { path, files }), add(Buffer.from('%PDF-late'), '后来的.pdf')])
  const told = { at: context.now().toISOString(), name: '全部.hengji', bytes: statSync(path).size, files: counts.file }
  expect(await getBackups(context)).toMatchObject({ done: told, failed: null })
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

it('brings back what was uploaded for a job, so that it can go on elsewhere', async () => {
  const { context, files } = year.server
  const bytes = readFileSync('demo/002.txt')
  await requestFormImport(context, files, { cycleId: await cycleOf(), name: '各单位.txt', bytes, dryRun: 'true' })
  const path = join(folder, '任务.hengji')
  await backUp(context, { path, files })
  const other = await freshDatabase({ migrated: false })
  const kept = filesIn(join(folder, 'third'))
  const there = { ...context, db: other.db }
  await restore(there, { path, force: false, files: kept })
  const [job] = await jobs.open(other.db)
  const go = { context: there, files: kept, read: readHere, kinds: jobKinds, onFault: () => {} }
  await runJob(go, job?.id ?? '', new AbortController().signal)
  expect(await jobs.load(other.db, job?.id ?? '')).toMatchObject({ state: 'done', done: 1 })
  const lost = (await verify(there, filesIn(join(folder, 'none')))).damages.map(({ message }) => message)
  expect(lost).toContain('任务的文件“各单位.txt”已丢失。')
  await other.close()
})

it('one that cannot be written is told of with its reason, until another comes to its end', async () => {
  const { files } = year.server
  let day = 0
  const context = { ...year.server.context, now: () => new Date(Date.UTC(2024, 5, ++day)) }
  const path = join(folder, '没有的文件夹', '全部.hengji')
  await expect(backUp(context, { path, files })).rejects.toThrow('ENOENT')
  expect((await getBackups(context)).failed).toMatchObject({ name: '全部.hengji', reason: '目标文件夹不存在' })
  await backUp(context, { path: join(folder, '又一次.hengji'), files })
  expect(await getBackups(context)).toMatchObject({ done: { name: '又一次.hengji' }, failed: null })
  const { rows } = await listEvents(context, { subject: 'backup', limit: 10 })
  expect(rows.slice(0, 2).map(({ name }) => name)).toEqual(['backup.run', 'backup.fail'])
})
