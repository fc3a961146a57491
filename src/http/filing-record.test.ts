// What the record knows beside a form is given to the rules: publication, projects, evidence, rounds of monitoring.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { getFiling } from '../actions/get-filing.ts'
import { openTask } from '../actions/open-task.ts'
import type { StoredForm } from '../api/forms.ts'
import { withTx } from '../store/db.ts'
import * as evidence from '../store/evidence.ts'
import { actsOf, filledResults, retarget, startYear, type Who, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
const { create, save, move, view, declared, approved } = actsOf(() => year)

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

const found = async (id: string, rule: string, who: Who = 'office') =>
  (await view(id, who)).check.findings.filter((finding) => finding.rule === rule).map(({ message }) => message)
const notChecked = async (id: string) => (await view(id)).check.notChecked.map(({ rule }) => rule)
const approve = async (id: string) => {
  for (const who of ['unit', 'department', 'finance'] as const) await move(who, id, 'approve')
}

describe('publication', () => {
  it('is not judged before there is an approval', async () => {
    const { id } = await declared('未批复不判公开')
    expect(await notChecked(id)).toEqual(expect.arrayContaining(['P01', 'P02', 'P03']))
  })

  it('is missed when twenty days have passed since the target was approved', async () => {
    const { id } = await approved('逾期未公开')
    expect(await found(id, 'P01')).toEqual([])
    const later = new Date('2024-03-23T02:00:00Z')
    const { check } = await getFiling({ ...year.server.context, now: () => later }, { id })
    expect(check.findings.filter(({ rule }) => rule === 'P01').map(({ message }) => message)).toEqual([
      '2024-03-01 批复，应在 2024-03-21 前公开，到 2024-03-23 仍未公开。',
    ])
  })

  it('is wrong while another version is public than the one approved', async () => {
    const { id } = await approved('公开旧版')
    await move('office', id, 'publish')
    expect(await found(id, 'P02')).toEqual([])
    await move('preparer', id, 'adjust', { reason: '年中调减' })
    const { form, version } = await view(id)
    await save('preparer', id, version, retarget(form, 0, '≥30个'))
    await move('preparer', id, 'submit')
    await approve(id)
    expect(await found(id, 'P02')).toEqual([expect.stringContaining('内容不同')])
    const stored = await database.db
      .selectFrom('form')
      .select('id')
      .where('filing_id', '=', id)
      .executeTakeFirstOrThrow()
    const { check } = (await year.as.office.get<StoredForm>(`/forms/${stored.id}`)).body
    expect(check.findings.map(({ rule }) => rule)).toContain('P02')
    await move('office', id, 'publish')
    expect(await found(id, 'P02')).toEqual([])
  })
})

describe('the projects of the unit', () => {
  it('show reviewers what has no self-evaluation, without stopping the first one', async () => {
    const { project } = await approved('先行自评')
    await year.newProject('尚未自评')
    const { body } = await create(year.selfEvaluation, project)
    const { form, version } = await view(body.id)
    await save('preparer', body.id, version, filledResults(form))
    expect(await found(body.id, 'Y09', 'preparer')).toEqual([])
    expect((await move('preparer', body.id, 'submit')).body).toMatchObject({ state: 'unit-review' })
    const [said] = await found(body.id, 'Y09', 'unit')
    expect(said).toContain('“尚未自评”')
    expect(said).not.toContain('“先行自评”')
  })
})

describe('evidence', () => {
  it('backs the indicator it is bound to', async () => {
    const { project } = await approved('有佐证')
    const { body } = await create(year.selfEvaluation, project)
    const { form, version } = await view(body.id)
    await save('preparer', body.id, version, filledResults(form))
    expect(await found(body.id, 'A20')).toEqual([expect.stringMatching(/^7 条.*“运行维护水文站点数”/)])
    const row = {
      id: year.server.context.newId(),
      filing_id: body.id,
      kind: 'result',
      method: 'direct',
      name: '站点清单.pdf',
      sha256: 'a'.repeat(64),
      media_type: 'application/pdf',
      size: 1,
      note: null,
      added_at: year.server.context.now(),
      added_by: '测试',
      person_id: null,
    }
    await withTx(database.db, (tx) => evidence.insert(tx, { ...row, row_key: form.indicators[0]?.key ?? null }))
    const [said] = await found(body.id, 'A20')
    expect(said).toMatch(/^6 条/)
    expect(said).not.toContain('“运行维护水文站点数”')
  })
})

describe('monitoring', () => {
  it('is late when it was handed in after its deadline, and a project without it is named', async () => {
    const { project } = await approved('迟报监控')
    const cycle = await database.db.selectFrom('cycle').select('id').executeTakeFirstOrThrow()
    const { id: task } = await openTask(year.server.context, {
      cycleId: cycle.id,
      kind: 'monitoring',
      title: '2024年1—2月绩效监控',
      layout: 'national-monitoring',
      opensOn: '2024-02-01',
      dueOn: '2024-02-28',
      closesOn: null,
      organisations: [year.tree.unit.id],
      below: [],
    })
    const { body } = await create(task, project)
    expect(await notChecked(body.id)).toContain('M11')
    await database.db
      .updateTable('filing')
      .set({ state: 'unit-review', submitted_at: year.server.context.now() })
      .where('id', '=', body.id)
      .execute()
    expect(await found(body.id, 'M11', 'unit')).toEqual([
      expect.stringContaining('应在 2024-02-28 前报送，2024-03-01 才报送'),
    ])
    expect(await found(body.id, 'M01', 'unit')).toEqual([expect.not.stringContaining('“迟报监控”')])
  })
})
