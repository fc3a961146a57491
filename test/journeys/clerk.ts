// The demonstration with its people in real Chromium, and a server that can be killed and started again at the same place.
import { type ChildProcess, fork } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Account } from '../../src/actions/demonstration/load-places.ts'
import { filesIn } from '../../src/actions/file-store.ts'
import { createReadingPool } from '../../src/actions/reading-pool.ts'
import type { FilingList, FilingView } from '../../src/api/filings.ts'
import { createApp } from '../../src/http/app.ts'
import { openBrowser } from '../browser.ts'
import { testDatabase } from '../database.ts'
import { endWithTest } from './failure.ts'
import { builtPage, contextOf, demonstrated } from './shared.ts'

export type Clerk = {
  readonly page: Page
  /** Asks the API as this person. */
  readonly ask: <T>(method: string, path: string, body?: unknown) => Promise<T>
  readonly cell: (path: string) => ReturnType<Page['locator']>
  /** Opens a filing in the editor. */
  readonly edit: (id: string) => Promise<void>
  /** Everything typed is on the server. */
  readonly saved: () => Promise<void>
  /** Console errors and faults of the page that are none of the test's own making. */
  readonly complaints: readonly string[]
}

/** `apart`: the server is a process of its own, and killed as one. */
export function demonstration({ apart = false } = {}) {
  const database = testDatabase({ copyOf: async () => (await demonstrated()).name })
  const pool = createReadingPool()
  const files = filesIn(mkdtempSync(join(tmpdir(), 'hengji-files-')))
  let app: FastifyInstance | undefined
  let child: ChildProcess | undefined
  let browser: Browser
  let accounts: readonly Account[]
  let port = 0

  const startApart = async () => {
    const given = JSON.stringify({ connection: database.connection, webFolder: await builtPage(), port })
    child = fork(join(import.meta.dirname, 'server-process.ts'), [given])
    await once(child, 'message')
  }
  const startHere = async () => {
    app = await createApp({
      context: contextOf(database.db),
      pool,
      log: pino({ level: 'fatal' }),
      webFolder: await builtPage(),
      uploadLimit: 1024 * 1024,
      files,
    })
    await app.listen({ host: '127.0.0.1', port })
  }
  const start = apart ? startApart : startHere
  /** Every connection is cut at once. */
  const kill = async () => {
    if (child) {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    }
    app?.server.closeAllConnections()
    await app?.close()
  }
  beforeAll(async () => {
    accounts = (await demonstrated()).accounts
    port = await keptPort()
    await start()
    browser = await openBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser?.close()
    child?.kill('SIGKILL')
    await app?.close()
    await pool.close()
  })

  const signIn = async (login: string, width = 1440): Promise<Clerk> => {
    const origin = `http://127.0.0.1:${port}`
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'zh-CN' })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const complaints: string[] = []
    endWithTest(page, complaints, () => context.close())
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text())
    })
    await page.goto(`${origin}/sign-in`)
    await page.fill('input[autocomplete=username]', login)
    await page.fill('input[type=password]', accounts.find((one) => one.login === login)?.password ?? '')
    await page.keyboard.press('Enter')
    await page.getByText('退出登录').waitFor()
    const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
      const answer = await page.request.fetch(`${origin}/api${path}`, {
        method,
        headers: { 'x-hengji': '1' },
        ...(body === undefined ? {} : { data: body }),
      })
      if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
      return (await answer.json()) as T
    }
    return {
      page,
      ask,
      complaints,
      cell: (path) => page.locator(`.sheet-editor [data-path="${path}"]`),
      edit: async (id) => {
        await page.goto(`${origin}/filings/${id}`)
        await page.locator('.sheet-editor').waitFor()
      },
      saved: () => page.locator('.save-note').getByText('已保存').waitFor(),
    }
  }
  const passwordOf = (login: string): string => accounts.find((one) => one.login === login)?.password ?? ''
  return { signIn, kill, start, passwordOf, database }
}

/** A port nobody takes while the server is away: below those the system gives to whoever connects. */
async function keptPort(): Promise<number> {
  for (;;) {
    const wanted = randomInt(20_000, 32_000)
    const server = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(wanted, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    await new Promise((resolve) => server.close(resolve))
    return wanted
  }
}

/** Serious violations of accessibility, by axe. */
export async function violations(page: Page): Promise<readonly string[]> {
  // by the debugger: the page itself lets no foreign script in
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  return page.evaluate(async () => {
    type Violation = { id: string; impact: string; nodes: readonly { html: string }[] }
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: readonly Violation[] }> } } // added above
    const found = await axe.run()
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)
  })
}

/** The first filing the clerk sees that fits; a demonstration without one is a fault. */
export async function filingOf(
  { ask }: Pick<Clerk, 'ask'>,
  fits: (row: FilingList['rows'][number]) => boolean,
): Promise<string> {
  const row = (await ask<FilingList>('GET', '/filings?limit=200')).rows.find(fits)
  if (!row) throw new Error('the demonstration has no such filing')
  return row.id
}

export const draftOf = (clerk: Pick<Clerk, 'ask'>, project: string, year: number): Promise<string> =>
  filingOf(clerk, (row) => row.project === project && row.fiscalYear === year && row.state === 'draft')

export const view = ({ ask }: Pick<Clerk, 'ask'>, id: string): Promise<FilingView> =>
  ask<FilingView>('GET', `/filings/${id}`)
