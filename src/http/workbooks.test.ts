// A filing taken out as a workbook, edited offline and brought back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { MovedFiling } from '../api/filings.ts'
import type { ImportedWorkbook } from '../api/workbooks.ts'
import { writeXlsx } from '../documents/write/xlsx.ts'
import { zipped } from '../documents/write/zip-stream.ts'
import { unzipCapped } from '../documents/zip.ts'
import { actsOf, retarget, startYear, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
const { save, view, declared } = actsOf(() => year)

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

describe('a workbook edited offline', () => {
  const take = async (id: string): Promise<Uint8Array> => {
    const cookie = [...year.as.preparer.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${year.server.origin}/api/filings/${id}/workbook`, { headers: { cookie } })
    expect(response.headers.get('content-disposition')).toContain('.xlsx')
    return new Uint8Array(await response.arrayBuffer())
  }
  const bring = async (id: string, bytes: Uint8Array, dryRun: boolean) => {
    const cookie = [...year.as.preparer.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'x-hengji': '1', 'content-type': 'application/octet-stream' }
    const url = `${year.server.origin}/api/filings/${id}/workbook?name=x.xlsx&dryRun=${dryRun}`
    const response = await fetch(url, { method: 'POST', headers, body: Buffer.from(bytes) })
    // what the contract says it answers, or a problem
    return { status: response.status, body: (await response.json()) as ImportedWorkbook & { code?: string } }
  }

  it('is previewed, then merged with what others saved meanwhile', async () => {
    const { id } = await declared('离线编辑')
    const bytes = editedText(await take(id), '≥36个', '≥39个')
    const { form, version } = await view(id)
    await save('colleague', id, version, retarget(form, 1, '≥97%'))
    const preview = await bring(id, bytes, true)
    expect(preview.body).toMatchObject({
      saved: false,
      exportedVersion: version,
      version: version + 1,
      conflicts: [],
      changes: [{ message: '指标“运行维护水文站点数”的指标值由“≥36个”改为“≥39个”，要求提高。' }],
    })
    expect((await view(id)).form.indicators[0]?.target.text).toBe('≥36个')
    expect((await bring(id, bytes, false)).body.saved).toBe(true)
    expect((await view(id)).form.indicators.slice(0, 2).map(({ target }) => target.text)).toEqual(['≥39个', '≥97%'])
  })

  it('shows conflicts in the preview and saves nothing against them', async () => {
    const { id } = await declared('离线冲突')
    const bytes = editedText(await take(id), '≥36个', '≥39个')
    const { form, version } = await view(id)
    await save('colleague', id, version, retarget(form, 0, '≥30个'))
    expect((await bring(id, bytes, true)).body.conflicts).toMatchObject([
      { base: '≥36个', mine: '≥39个', theirs: '≥30个' },
    ])
    expect((await bring(id, bytes, false)).body.code).toBe('filing.conflict')
    expect((await view(id)).form.indicators[0]?.target.text).toBe('≥30个')
  })

  it('belongs to one filing only', async () => {
    const [one, other] = [await declared('甲件'), await declared('乙件')]
    expect((await bring(other.id, await take(one.id), true)).body.code).toBe('workbook.foreign')
  })
})

/** The workbook with one text in its sheet replaced, as a person would have typed it. */
function editedText(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipCapped(bytes, 'x.xlsx', () => true)
  const text = (part: Uint8Array): string => Buffer.from(part).toString('utf8').replace(`>${from}<`, `>${to}<`)
  return Buffer.concat([...zipped([...parts].map(([name, part]) => ({ name, chunks: [text(part)] })))])
}

it('begins from a filled document as well', async () => {
  const { id } = await declared('已有文件')
  const bytes = Buffer.concat([...writeXlsx([(await view(id)).form])])
  const project = await year.newProject('另一个项目')
  const cookie = [...year.as.preparer.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const query = new URLSearchParams({
    taskId: year.declaration,
    organisationId: year.tree.unit.id,
    projectId: project,
    name: '申报.xlsx',
  })
  const headers = { cookie, 'x-hengji': '1', 'content-type': 'application/octet-stream' }
  const response = await fetch(`${year.server.origin}/api/filings/document?${query}`, {
    method: 'POST',
    headers,
    body: bytes,
  })
  const { id: made } = (await response.json()) as MovedFiling // asserted below
  const { form } = await view(made)
  expect(form.indicators.map(({ name }) => name)).toContain('单站年维护成本')
  expect(form.project?.name).toBe('另一个项目')
})
