// Instead of setting the own place up, whoever holds the console's code can look around in the demonstration.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { loadDemonstration } from '../actions/demonstration/load.ts'
import { newSetupCode } from '../actions/set-up.ts'
import type { FilingList } from '../api/filings.ts'
import type { Session } from '../api/sessions.ts'
import type { DemonstrationAccount, SetupState } from '../api/setup.ts'
import { openBrowser, startTestServer, type TestServer } from './server.test-kit.ts'

const database = testDatabase()
let server: TestServer
beforeAll(async () => {
  server = await startTestServer(database, { demonstration: (context) => loadDemonstration(context, 'demo') })
})
afterAll(() => server.close())

it('is loaded once, for the console’s code; its accounts work, and each finds something to do', {
  timeout: 60_000,
}, async () => {
  const page = openBrowser(server.origin)
  expect((await page.get<SetupState>('/setup')).body).toMatchObject({ open: true, demonstration: true })
  const code = (await newSetupCode(server.context)) ?? ''
  const ask = (given: string) =>
    page.post<{ accounts: readonly DemonstrationAccount[] }>('/setup/demonstration', { code: given })
  expect((await ask('aaaaa-bbbbb-ccccc')).body.code).toBe('setup.codeWrong')
  const [first, second] = await Promise.all([ask(code), ask(code)])
  const [done, refused] = first.status === 200 ? [first, second] : [second, first]
  expect([403, 409]).toContain(refused.status)
  const preparer = done.body.accounts.find(({ roles }) => roles.includes('填报人'))
  const session = await page.signIn<Session>(preparer?.login ?? '', preparer?.password)
  expect(session.body.grants.map(({ role }) => role)).toContain('preparer')
  for (const { login, password, roles } of done.body.accounts.filter((one) => !one.roles.includes('管理员（'))) {
    const own = openBrowser(server.origin)
    await own.signIn(login, password)
    const box = roles.includes('审核人') ? '?box=mine' : ''
    expect((await own.get<FilingList>(`/filings${box}`)).body.rows.length, roles).toBeGreaterThan(0)
  }
  expect((await ask(code)).body.code).toBe('setup.done')
})
