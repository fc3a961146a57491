// What is opened by mistake is discarded; what reports on a target that was adjusted since is put on the new one.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { FilingList } from '../api/filings.ts'
import type { TaskView } from '../api/tasks.ts'
import { parseActual } from '../kernel/value/value.ts'
import { verify } from '../store/verify.ts'
import { actsOf, retarget, startYear, withRow, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
const { create, save, move, view, declared, approved } = actsOf(() => year)

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

const listed = async (query: string) =>
  (await year.as.office.get<FilingList>(`/filings?limit=200&${query}`)).body.rows.map(({ id }) => id)
const progressOf = async (task: string) =>
  (await year.as.office.get<TaskView>(`/tasks/${task}`)).body.organisations.find(
    ({ organisationId }) => organisationId === year.tree.unit.id,
  )
const throughReview = async (id: string) => {
  await move('preparer', id, 'submit')
  for (const who of ['unit', 'department', 'finance'] as const) await move(who, id, 'approve')
}

describe('a draft opened by mistake', () => {
  it('disappears from every list, and its project can be filed again', async () => {
    const { id, project } = await declared('误开')
    const before = await progressOf(year.declaration)
    expect((await move('unit', id, 'discard')).status).toBe(403)
    expect((await move('preparer', id, 'discard', { reason: '开错了任务' })).body).toMatchObject({
      state: 'discarded',
      stateTitle: '已作废',
    })
    expect(await listed(`projectId=${project}`)).toEqual([])
    expect(await listed('state=discarded')).toEqual([])
    const forms = (await year.as.office.get<{ rows: object[] }>(`/forms?text=${encodeURIComponent('误开')}`)).body
    expect(forms.rows).toEqual([])
    expect((await progressOf(year.declaration))?.draft).toBe((before?.draft ?? 0) - 1)
    const startable = (await year.as.preparer.get<{ projectId: string }[]>('/startable')).body
    expect(startable.some(({ projectId }) => projectId === project)).toBe(true)
    const again = await create(year.declaration, project)
    expect(again.status).toBe(200)
    expect(await listed(`projectId=${project}`)).toEqual([again.body.id])
  })

  it('stays in the record with all its versions, and nothing more can be done to it', async () => {
    const { id } = await declared('误开后查')
    await move('preparer', id, 'discard')
    const kept = await view(id)
    expect(kept).toMatchObject({ state: 'discarded', version: 2 })
    expect(kept.steps.map(({ verb }) => verb)).toEqual(['create', 'discard'])
    expect(kept.verbs.filter(({ allowed }) => allowed)).toEqual([])
    expect((await save('preparer', id, kept.version, retarget(kept.form, 0, '≥1个'))).body.code).toBe('filing.refused')
    expect((await move('preparer', id, 'submit')).body.code).toBe('filing.refused')
  })

  it('is not discarded once anything of it was approved, nor while others have it', async () => {
    const { id } = await approved('曾批复')
    await move('preparer', id, 'adjust', { reason: '预算调减' })
    expect((await move('preparer', id, 'discard')).body.message).toContain('放弃本次修改')
    const submitted = await declared('已提交')
    await move('preparer', submitted.id, 'submit')
    expect((await move('preparer', submitted.id, 'discard')).body.message).toContain('不能作废草稿')
  })
})

describe('a self-evaluation whose target was adjusted', () => {
  const reporting = async (name: string) => {
    const { id: target, project } = await approved(name)
    const { body } = await create(year.selfEvaluation, project)
    return { target, report: body.id }
  }
  const adjust = async (id: string, change: (form: Awaited<ReturnType<typeof view>>['form']) => typeof form) => {
    await move('preparer', id, 'adjust', { reason: '年中调减' })
    const { form, version } = await view(id)
    await save('preparer', id, version, change(form))
    await throughReview(id)
  }
  const done = (text: string) => ({ actual: parseActual(text) })

  it('takes over the new targets and budget, and keeps what was filled in', async () => {
    const { target, report } = await reporting('调整后更新')
    expect((await move('preparer', report, 'rebase')).body.message).toContain('最新批复')
    const begun = await view(report)
    await save('preparer', report, begun.version, withRow(begun.form, 1, done('99%')))
    await adjust(target, (form) => ({
      ...retarget(form, 0, '≥30个'),
      funds: form.funds.map((fund, i) => ({ ...fund, initialBudget: i < 2 ? '100.00' : '0.00' })),
    }))
    expect((await view(report)).basis).toMatchObject({ outdated: true })
    expect((await move('preparer', report, 'rebase')).status).toBe(200)
    const { form, basis, steps, onlyCells, targetsFixed } = await view(report)
    expect(basis).toMatchObject({ outdated: false })
    expect([onlyCells, targetsFixed]).toEqual([null, true])
    expect(form.indicators[0]?.target.text).toBe('≥30个')
    expect(form.indicators[1]?.actual?.text).toBe('99%')
    expect(form.funds[0]).toMatchObject({ initialBudget: '120.00', annualBudget: '100.00' })
    expect(steps.at(-1)).toMatchObject({ verb: 'rebase' })
    expect((await move('preparer', report, 'rebase')).body.code).toBe('filing.refused')
  })

  it('is told which of its results the new target has no place for, and nothing changes', async () => {
    const { target, report } = await reporting('调整后冲突')
    const begun = await view(report)
    await save('preparer', report, begun.version, withRow(begun.form, 3, done('3.2万元')))
    await adjust(target, (form) => {
      const [weight, ...rest] = [form.indicators[3]?.weight, ...form.indicators.filter((_, i) => i !== 3)]
      return {
        ...form,
        indicators: rest.map((row, i) =>
          i === 2 ? { ...row, weight: String(Number(row.weight) + Number(weight)) } : row,
        ),
      }
    })
    const refused = await move('preparer', report, 'rebase')
    expect(refused).toMatchObject({ status: 409, body: { code: 'filing.rebaseConflict' } })
    expect(refused.body.message).toContain('单站年维护成本')
    const same = await view(report)
    expect(same.form.indicators).toHaveLength(7)
    await save('preparer', report, same.version, withRow(same.form, 3, { actual: begun.form.indicators[3]?.actual }))
    expect((await move('preparer', report, 'rebase')).status).toBe(200)
    expect((await view(report)).form.indicators).toHaveLength(6)
  })

  it('cannot be put on a target where there is none', async () => {
    const { id } = await declared('无依据')
    expect((await move('preparer', id, 'rebase')).body.message).toContain('不是依据批复的目标')
  })
})

it('a task of adjustment counts the targets being adjusted and those adjusted under it', async () => {
  const [first, second] = [await approved('调整进度一'), await approved('调整进度二')]
  const before = await progressOf(year.adjustment)
  for (const { id } of [first, second]) await move('preparer', id, 'adjust', { reason: '年中调整' })
  expect(await progressOf(year.adjustment)).toMatchObject({
    expected: (before?.expected ?? 0) + 2,
    draft: (before?.draft ?? 0) + 2,
    notStarted: 0,
  })
  const { form, version } = await view(first.id)
  await save('preparer', first.id, version, retarget(form, 0, '≥32个'))
  await throughReview(first.id)
  await move('preparer', second.id, 'abandon', { reason: '不再调整' })
  expect(await progressOf(year.adjustment)).toMatchObject({
    expected: (before?.expected ?? 0) + 1,
    settled: (before?.settled ?? 0) + 1,
  })
  await move('preparer', first.id, 'adjust', { reason: '再次调整' })
  expect(await progressOf(year.adjustment)).toMatchObject({
    expected: (before?.expected ?? 0) + 1,
    settled: before?.settled,
  })
})

it('the record of it all verifies', async () => expect((await verify(database.db)).damages).toEqual([]))
