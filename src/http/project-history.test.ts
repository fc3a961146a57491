// A project over the years, over HTTP: what was approved counts, a draft does not; every decision is told.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { ProjectHistory } from '../api/project-history.ts'
import { actsOf, startYear, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
const acts = actsOf(() => year)
const historyOf = async (project: string) =>
  (await year.as.finance.get<ProjectHistory>(`/projects/${project}/history`)).body

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

it('tells figures and targets of what is in force, and every step with its reason', async () => {
  const { id, project } = await acts.declared('多年项目')
  expect((await historyOf(project)).years).toEqual([])
  await acts.move('preparer', id, 'submit')
  await acts.move('unit', id, 'send-back', { reason: '目标偏低' })
  await acts.move('preparer', id, 'submit')
  for (const who of ['unit', 'department', 'finance'] as const) await acts.move(who, id, 'approve')
  const { years, indicators, decisions } = await historyOf(project)
  expect(years).toMatchObject([{ year: 2024, kind: 'project-target', budget: '1200000' }])
  expect(indicators.find(({ name }) => name === '运行维护水文站点数')?.years).toMatchObject([{ target: '≥36个' }])
  expect(decisions.map(({ verb }) => verb).toReversed()).toEqual([
    'create',
    'submit',
    'send-back',
    'submit',
    'approve',
    'approve',
    'approve',
  ])
  expect(decisions.find(({ verb }) => verb === 'send-back')).toMatchObject({ reason: '目标偏低', year: 2024 })
})

it('is for those who may see the project', async () => {
  const project = await year.newProject('别人的项目')
  expect((await year.as.stranger.get(`/projects/${project}/history`)).status).toBe(404)
})
