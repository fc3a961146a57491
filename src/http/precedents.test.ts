// What stands beside the cell of a filing: last year's form of its project, and what other projects filed.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { openCycle } from '../actions/open-cycle.ts'
import { openTask } from '../actions/open-task.ts'
import type { LastYear, MovedFiling, SimilarIndicator } from '../api/filings.ts'
import { actsOf, startYear, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
const { declared, approved } = actsOf(() => year)
const similar = async (id: string, name: string) =>
  (await year.as.preparer.get<readonly SimilarIndicator[]>(`/filings/${id}/similar?name=${encodeURIComponent(name)}`))
    .body

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

it('names indicators of other projects alike once they are approved, never those of a draft or of the project itself', async () => {
  const own = await declared('本项目')
  await declared('未批复的项目')
  expect(await similar(own.id, '运行维护站点数')).toEqual([])
  await approved('已批复的项目')
  expect(await similar(own.id, '运行维护站点数')).toEqual([
    expect.objectContaining({
      name: '运行维护水文站点数',
      target: '≥36个',
      weight: '15',
      project: '已批复的项目',
      organisation: '海川市水文站',
      year: 2024,
    }),
  ])
  expect(await similar(own.id, '一百分之%_')).toEqual([])
})

it('gives the approved form of the same project a year before, and nothing where there is none', async () => {
  const before = await approved('延续项目')
  const { tree, as } = year
  const { context } = year.server
  const cycle = await openCycle(context, {
    organisationId: tree.bureau.id,
    fiscalYear: 2025,
    name: '2025年预算绩效',
    profile: 'national@2020',
  })
  const task = await openTask(context, {
    cycleId: cycle.id,
    kind: 'declaration',
    title: '2025年绩效目标申报',
    layout: 'national-target',
    opensOn: '2024-01-02',
    dueOn: '2025-04-30',
    closesOn: null,
    organisations: [tree.bureau.id],
    below: ['unit', 'department'],
  })
  const begun = await as.preparer.post<MovedFiling>('/filings', {
    taskId: task.id,
    organisationId: tree.unit.id,
    projectId: before.project,
  })
  const { body } = await as.preparer.get<LastYear>(`/filings/${begun.body.id}/last-year`)
  expect(body.year).toBe(2024)
  expect(body.form?.indicators.map(({ name }) => name)).toContain('水情数据准确率')
  const none = await as.preparer.get<LastYear>(`/filings/${before.id}/last-year`)
  expect(none.body).toEqual({ year: 2023, form: null })
})
