// Filings from the command line, on the same database as the server.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { createFiling } from '../actions/create-filing.ts'
import { getFiling } from '../actions/get-filing.ts'
import { saveFiling } from '../actions/save-filing.ts'
import { filledTarget, startYear, type YearOfWork } from '../http/filings.test-kit.ts'

const database = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'hengji-filing-'))
let year: YearOfWork

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(async () => {
  await year.server.close()
  rmSync(folder, { recursive: true, force: true })
})

type Ran = { readonly status: number | null; readonly out: string; readonly err: string }

/** Not in this thread: the database of the tests may be served by it. */
function hengji(...args: string[]): Promise<Ran> {
  const { connection } = database
  const url =
    'url' in connection
      ? connection.url
      : `postgresql://${connection.user}@/${connection.database}?host=${encodeURIComponent(connection.host)}&port=${connection.port}`
  const child = spawn(process.execPath, ['bin/hengji.mjs', 'filing', ...args], {
    env: { ...process.env, DATABASE_URL: url },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (piece) => {
    out += String(piece)
  })
  child.stderr.on('data', (piece) => {
    err += String(piece)
  })
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, out, err })))
}

it('a filing is listed, shown, moved, compared, and edited in a workbook', async () => {
  const { context } = year.server
  const projectId = await year.newProject('命令行项目')
  const start = { taskId: year.declaration, organisationId: year.tree.unit.id, projectId, from: 'empty' } as const
  const { id } = await createFiling(context, start)
  expect((await hengji('list', '--text', '命令行')).out).toContain(id)
  const refused = await hengji('do', 'submit', id)
  expect(refused).toMatchObject({ status: 2, err: expect.stringContaining('没有绩效指标') })
  const { form, version } = await getFiling(context, { id })
  await saveFiling(context, { id, version, form: filledTarget(form) })
  expect((await hengji('diff', id, '1')).out).toContain('新增指标“单站年维护成本”（指标值“≤3.3万元”）。')
  const file = join(folder, '申报.xlsx')
  expect((await hengji('export', id, '--to', file)).status).toBe(0)
  expect((await hengji('import', id, file, '--dry-run')).out).toBe('没有改动。\n')
  expect((await hengji('do', 'submit', id)).out).toContain('现为“单位审核”')
  expect((await hengji('do', 'send-back', id)).err).toContain('请写明理由')
  expect((await hengji('do', 'send-back', id, '--reason', '请补充')).out).toContain('现为“退回修改”')
  const shown = await hengji('show', id)
  expect(shown.out).toContain('退回：请补充')
  expect(shown.out).toContain('submit（提交）')
})
