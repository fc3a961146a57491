// What stands against handing a form in beside its cells: evidence the task insists on, scores without their reason.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { addEvidence } from '../actions/evidence.ts'
import type { EvidenceList } from '../api/evidence.ts'
import type { TaskView } from '../api/tasks.ts'
import { blankTarget } from '../kernel/form/blank.ts'
import { parseActual } from '../kernel/value/value.ts'
import { actsOf, filledResults, filledTarget, startYear, withRow, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
const acts = actsOf(() => year)

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

const opened = async (evidence: readonly string[], kind = 'declaration', layout = 'national-target') => {
  const { cycleId } = (await year.as.office.get<TaskView>(`/tasks/${year.declaration}`)).body
  const days = { opensOn: '2024-01-02', dueOn: '2025-04-30' }
  const audience = { organisations: [year.tree.bureau.id], below: ['unit'] }
  const task = { kind, title: '要佐证材料的任务', layout, ...days, ...audience, evidence }
  return year.as.office.post<{ id: string; message?: string }>(`/cycles/${cycleId}/tasks`, task)
}

const attach = (filingId: string, kind: string, path?: string) =>
  addEvidence(year.server.context, year.server.files, {
    filingId,
    kind,
    path,
    name: `${kind}${path ?? ''}.pdf`,
    bytes: Buffer.from(`%PDF-1.4\n${filingId}${kind}${path ?? ''}`),
  })

it('evidence a task insists on is named item by item until it is there', async () => {
  expect((await opened(['没有这一类'])).body.message).toContain('basis（立项依据）')
  const { body: task } = await opened(['basis', 'target'])
  const { body: begun } = await acts.create(task.id, await year.newProject('要佐证的项目'))
  const { form, version } = await acts.view(begun.id)
  await acts.save('preparer', begun.id, version, filledTarget(form))

  const refused = await acts.move('preparer', begun.id, 'submit')
  expect(refused).toMatchObject({ status: 422, body: { code: 'filing.incomplete' } })
  const missing = (await acts.view(begun.id)).missing.map(({ message }) => message)
  expect(missing[0]).toBe('缺少佐证材料“立项依据”，请上传后再提交。')
  expect(missing).toContain('指标“水情数据准确率”缺少佐证材料“指标值设定依据”，请上传后再提交。')
  expect(missing).toHaveLength(1 + filledTarget(form).indicators.length)
  const { checklist } = (await year.as.preparer.get<EvidenceList>(`/filings/${begun.id}/evidence`)).body
  expect(checklist.filter(({ blocks }) => blocks).map(({ kind }) => kind)).toEqual(['basis', 'target'])

  await attach(begun.id, 'basis')
  await attach(begun.id, 'target', 'indicators[1]')
  expect((await acts.view(begun.id)).missing).toHaveLength(filledTarget(form).indicators.length - 1)
  await attach(begun.id, 'target')
  expect((await acts.move('preparer', begun.id, 'submit')).body.state).toBe('unit-review')
})

it('a score given by hand is handed in with its reason only', async () => {
  const { project } = await acts.approved('手工打分的项目')
  const { body: begun } = await acts.create(year.selfEvaluation, project)
  const { form, version } = await acts.view(begun.id)
  const results = filledResults(form)
  const byHand = { ...withRow(results, 0, { actual: parseActual('33个'), score: '12' }) }
  const total = { ...byHand, totals: { ...byHand.totals, score: '97.00' } }
  const saved = await acts.save('preparer', begun.id, version, total)
  const refused = await acts.move('preparer', begun.id, 'submit')
  expect(refused.body).toMatchObject({
    code: 'filing.incomplete',
    errors: expect.arrayContaining([
      expect.objectContaining({
        path: 'indicators[0].deviation',
        message: expect.stringMatching(/^指标“运行维护水文站点数”得 12 分，按口径计算为 13\.75 分/),
      }),
    ]),
  })
  const deviation = '3个站点因河道整治停测，恢复后数据不连续，另扣1.75分；已列入下年度维护计划。'
  await acts.save('preparer', begun.id, saved.body.version, withRow(saved.body.form, 0, { deviation }))
  expect((await acts.move('preparer', begun.id, 'submit')).body).toMatchObject({ state: 'unit-review' })
})

it('an empty cell that a rule has found too is told once', async () => {
  const { body: begun } = await acts.create(year.declaration, await year.newProject('漏填的项目'))
  const { form, version } = await acts.view(begun.id)
  const filled = filledTarget(form)
  const rows = filled.indicators.map((row, i) => (i === 0 ? { ...row, target: blankTarget } : row))
  await acts.save('preparer', begun.id, version, { ...filled, indicators: rows })
  const { body } = await acts.move('preparer', begun.id, 'submit')
  expect(body).toMatchObject({
    errors: [{ path: 'indicators[0].target', message: expect.stringMatching(/未填.*A16/) }],
  })
})
