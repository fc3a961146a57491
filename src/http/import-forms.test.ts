// A department's filled forms as one archive into a cycle: each to its unit and project, each with what became of it.
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { readHere } from '../actions/read-forms.ts'
import { type Workshop, workOnJobs } from '../actions/work-on-jobs.ts'
import type { FilingList, FilingView, MovedFiling } from '../api/filings.ts'
import type { JobItem, JobItems, JobView } from '../api/jobs.ts'
import { writeXlsx } from '../documents/write/xlsx.ts'
import type { Form } from '../kernel/form/form.ts'
import { actsOf, filledResults, filledTarget, retarget, startYear, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
let workshop: Workshop
let cycle: string
let model: Form
const faults: unknown[] = []

beforeAll(async () => {
  year = await startYear(database)
  const { context, files } = year.server
  const onFault = (error: unknown) => faults.push(error)
  workshop = await workOnJobs({ context, connection: database.connection, files, read: readHere, onFault })
  const task = await database.db.selectFrom('task').select('cycle_id').executeTakeFirstOrThrow()
  cycle = task.cycle_id
  const { id } = await begin('模型项目')
  model = filledTarget((await year.as.preparer.get<FilingView>(`/filings/${id}`)).body.form)
})
afterAll(async () => {
  await workshop.stop()
  await year.server.close()
  expect(faults).toEqual([])
})

const begin = async (name: string) => {
  const start = { taskId: year.declaration, organisationId: year.tree.unit.id, projectId: await year.newProject(name) }
  return (await year.as.preparer.post<MovedFiling>('/filings', start)).body
}
const formOf = (name: string, unit = '海川市水文站'): Form => ({
  ...model,
  unit: { code: null, name: unit },
  project: { ...model.project, name } as Form['project'], // the model has one
})
const workbookOf = (form: Form) => new Uint8Array(Buffer.concat([...writeXlsx([form])]))

async function sent(
  parts: Record<string, Uint8Array>,
  more = '',
): Promise<{ job: JobView; items: readonly JobItem[] }> {
  const cookie = [...year.as.preparer.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(
    `${year.server.origin}/api/cycles/${cycle}/forms?name=${encodeURIComponent('本部门.zip')}${more}`,
    {
      method: 'POST',
      headers: { cookie, 'x-hengji': '1', 'content-type': 'application/octet-stream' },
      body: new Uint8Array(zipSync(parts)),
    },
  )
  const { id } = (await answer.json()) as JobView // asserted below
  for (;;) {
    const { body: job } = await year.as.preparer.get<JobView>(`/jobs/${id}`)
    if (job.endedAt !== null)
      return { job, items: (await year.as.preparer.get<JobItems>(`/jobs/${id}/items`)).body.rows }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const filingOf = async (name: string) =>
  (await year.as.preparer.get<FilingList>(`/filings?text=${encodeURIComponent(name)}`)).body.rows[0]

it('files each form with its unit and project, and says of each file what became of it', async () => {
  await year.newProject('河道清淤')
  const { id: existing } = await begin('堤防加固')
  const { job, items } = await sent({
    '1-河道清淤.xlsx': workbookOf(formOf('河道清淤')),
    '2-堤防加固.xlsx': workbookOf(formOf('堤防加固')),
    '3-没登记.xlsx': workbookOf(formOf('没有登记的项目')),
    '4-别的单位.xlsx': workbookOf(formOf('河道清淤', '海川市林业局')),
    '5-说明.txt': strToU8('没有表'),
  })
  expect(job).toMatchObject({ state: 'done', done: 5, total: 5, outcome: { done: 2, refused: 3, failed: 0 } })
  const told = items.map(({ outcome, message }) => [outcome, message])
  expect(told[0]).toEqual(['done', expect.stringContaining('为海川市水文站“河道清淤”新建了填报件')])
  expect(told[1]).toEqual(['done', expect.stringContaining('更新了海川市水文站“堤防加固”的填报件')])
  expect(told[2]).toEqual(['refused', expect.stringContaining('请先登记项目')])
  expect(told[3]).toEqual(['refused', expect.stringContaining('海川市林业局')])
  expect(told[4]?.[0]).toBe('refused')
  const made = await year.as.preparer.get<FilingView>(`/filings/${(await filingOf('河道清淤'))?.id}`)
  expect(made.body.form.indicators.map(({ name }) => name)).toEqual(model.indicators.map(({ name }) => name))
  expect((await year.as.preparer.get<FilingView>(`/filings/${existing}`)).body.version).toBe(2)
})

it('puts a self-evaluation on the approved target, and refuses one that says other targets', async () => {
  const acts = actsOf(() => year)
  const { id: target, project } = await acts.approved('雨量站改造')
  const { body: begun } = await acts.create(year.selfEvaluation, project)
  const filled = filledResults((await acts.view(begun.id)).form)
  await acts.move('preparer', begun.id, 'discard')

  const lowered = await sent({ '自评.xlsx': workbookOf(retarget(filled, 0, '≥30个')) })
  expect(lowered.items).toMatchObject([{ outcome: 'refused', message: expect.stringContaining('以批复的为准') }])
  const { items } = await sent({ '自评.xlsx': workbookOf(filled) })
  expect(items).toMatchObject([{ outcome: 'done', message: expect.stringContaining('新建了填报件') }])
  const own = await selfEvaluationOf('雨量站改造')
  expect(own).toMatchObject({ targetsFixed: true, basis: { filingId: target, version: 2 } })
  expect(own.form.totals.score).toBe('100.00')
})

const selfEvaluationOf = async (name: string): Promise<FilingView> => {
  const text = encodeURIComponent(name)
  const { rows } = (await year.as.preparer.get<FilingList>(`/filings?kind=self-evaluation&text=${text}`)).body
  return actsOf(() => year).view(rows[0]?.id ?? '')
}

it('changes nothing the second time, and nothing at all in a dry run', async () => {
  await year.newProject('泵站改造')
  const parts = { '泵站改造.xlsx': workbookOf(formOf('泵站改造')) }
  const dry = await sent(parts, '&dryRun=true')
  expect(dry.items[0]?.message).toContain('将为海川市水文站“泵站改造”新建填报件')
  expect(await filingOf('泵站改造')).toBeUndefined()
  await sent(parts)
  const { items } = await sent(parts)
  expect(items[0]?.message).toContain('没有变化')
})

it('ends with a reason where the archive cannot be read', async () => {
  const { job } = await sent({})
  expect(job).toMatchObject({ state: 'failed', error: expect.stringContaining('压缩包里没有文件') })
})
