// 四性审核表: one a person, however the person is signed in.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { ReviewView } from '../api/reviews.ts'
import { actsOf, startYear, type YearOfWork } from './filings.test-kit.ts'
import { openBrowser } from './server.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
const acts = actsOf(() => year)

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

it('saved in the page and then through a token it is one sheet, the later one', async () => {
  const { id } = await acts.declared('四性审核的项目')
  await acts.move('preparer', id, 'submit')
  const { as, server } = year
  const asked = { name: '审核程序', scopes: ['filing.read', 'filing.unit-review', 'filing.opine'], days: 1 }
  const { body } = await as.unit.post<{ secret: string }>('/tokens', asked)
  const program = openBrowser(server.origin, { authorization: `Bearer ${body.secret}` })
  const sheet = (opinion: string) => ({ marks: {}, opinion })
  expect((await as.unit.ask('PUT', `/filings/${id}/review`, sheet('先写的'))).status).toBe(200)
  expect((await program.ask('PUT', `/filings/${id}/review`, sheet('后写的'))).status).toBe(200)
  const sheets = async () => (await as.unit.get<ReviewView[]>(`/filings/${id}/reviews`)).body
  expect((await sheets()).map(({ opinion, by }) => [opinion, by])).toEqual([['后写的', '名dan（dan）·令牌']])
  await acts.move('unit', id, 'approve')
  expect((await as.department.ask('PUT', `/filings/${id}/review`, sheet('部门的'))).status).toBe(200)
  expect((await sheets()).map(({ opinion }) => opinion).sort()).toEqual(['后写的', '部门的'].sort())
})
