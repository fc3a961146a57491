// The money of a project is registered once; its forms begin with it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { withTx } from '../store/db.ts'
import * as projects from '../store/projects.ts'
import { actsOf, filledTarget, startYear, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
const acts = actsOf(() => year)

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

const register = (projectId: string, amount: string) =>
  withTx(database.db, (tx) => projects.saveFunds(tx, [{ projectId, year: 2024, source: '财政拨款', amount }]))
const money = async (id: string) =>
  (await acts.view(id)).form.funds.slice(0, 2).map(({ initialBudget }) => initialBudget)

it('a declaration begins with the registered budget, an adjustment with the one registered since', async () => {
  const project = await year.newProject('登记了资金的项目')
  await register(project, '1200000')
  const { body: begun } = await acts.create(year.declaration, project)
  expect(await money(begun.id)).toEqual(['120', '120'])
  const { form, version } = await acts.view(begun.id)
  await acts.save('preparer', begun.id, version, filledTarget(form))
  await acts.move('preparer', begun.id, 'submit')
  for (const who of ['unit', 'department', 'finance'] as const) await acts.move(who, begun.id, 'approve')

  await register(project, '1080000')
  expect((await acts.move('preparer', begun.id, 'adjust', { reason: '预算调减' })).body.state).toBe('draft')
  expect(await money(begun.id)).toEqual(['108', '108'])
  expect((await acts.move('preparer', begun.id, 'abandon', { reason: '不调了' })).body.state).toBe('approved')
  expect(await money(begun.id)).toEqual(['120.00', '120.00'])
})
