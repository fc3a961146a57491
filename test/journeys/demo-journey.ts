// The demonstration for a browser journey: real offices, an account for every role, the page as it is shipped.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Account } from '../../src/actions/demonstration/load-places.ts'
import { filesIn } from '../../src/actions/file-store.ts'
import { readHere } from '../../src/actions/read-forms.ts'
import { createReadingPool } from '../../src/actions/reading-pool.ts'
import { type Workshop, workOnJobs } from '../../src/actions/work-on-jobs.ts'
import { createApp } from '../../src/http/app.ts'
import { openBrowser } from '../browser.ts'
import { testDatabase } from '../database.ts'
import { endWithTest } from './failure.ts'
import { builtPage, contextOf, demonstrated } from './shared.ts'

export type Visit = { readonly page: Page; readonly complaints: readonly string[] }

export function demoJourney() {
  const database = testDatabase({ copyOf: async () => (await demonstrated()).name })
  const pool = createReadingPool()
  const filesFolder = mkdtempSync(join(tmpdir(), 'hengji-files-'))
  let app: FastifyInstance
  let workshop: Workshop
  const faults: unknown[] = []
  let browser: Browser
  let origin: string
  let accounts: readonly Account[]
  beforeAll(async () => {
    const context = contextOf(database.db)
    accounts = (await demonstrated()).accounts
    const files = filesIn(filesFolder)
    const onFault = (error: unknown) => faults.push(error)
    workshop = await workOnJobs({ context, files, connection: database.connection, read: readHere, onFault })
    app = await createApp({
      context,
      files,
      notices: workshop.notices,
      dataDir: filesFolder,
      pool,
      log: pino({ level: 'error' }),
      webFolder: await builtPage(),
      uploadLimit: 1024 * 1024,
      limits: { signIns: 1000, uploads: 1000, heavy: 1000 },
    })
    origin = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await workshop?.stop()
    await pool.close()
    rmSync(filesFolder, { recursive: true, force: true })
    expect(faults).toEqual([])
  })

  /** A browser of its own at the sign-in page, or at another page that needs nobody. */
  const arrive = async (path = '/sign-in', width = 1440): Promise<Visit> => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      locale: 'zh-CN',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const complaints: string[] = []
    endWithTest(page, complaints, () => context.close())
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(origin + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return { page, complaints }
  }
  const passwordOf = (login: string): string => accounts.find((account) => account.login === login)?.password ?? ''
  /** Signed in by the page, as everybody is; then where the path leads. */
  const visit = async (login: string, path: string, width = 1440): Promise<Visit> => {
    const password = passwordOf(login)
    const visitor = await arrive(`/sign-in?then=${encodeURIComponent(path)}`, width)
    await enter(visitor.page, login, password)
    await visitor.page.waitForURL((url) => url.pathname === path.split('?')[0])
    await visitor.page.getByRole('heading', { level: 1 }).waitFor()
    return visitor
  }
  /** For what is done at the server itself, by its command line. */
  const atServer = () => contextOf(database.db)
  return { arrive, visit, passwordOf, atServer }
}

export async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}
