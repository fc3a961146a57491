// A year's work for a browser journey: one person a role, each in a browser of their own, and axe on every page.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { readHere } from '../../src/actions/read-forms.ts'
import { type Workshop, workOnJobs } from '../../src/actions/work-on-jobs.ts'
import { actsOf, startYear, type Who, type YearOfWork } from '../../src/http/filings.test-kit.ts'
import { goodPassword } from '../../src/http/server.test-kit.ts'
import { openBrowser } from '../browser.ts'
import { testDatabase } from '../database.ts'
import { audit } from './audit.ts'
import { builtPage } from './shared.ts'

const logins: Readonly<Partial<Record<Who, string>>> = {
  preparer: 'tian',
  unit: 'dan',
  department: 'bu',
  finance: 'cai',
  office: 'ji',
}

export type Visitor = { readonly page: Page; readonly complaints: readonly string[] }

export function yearJourney() {
  const database = testDatabase()
  let year: YearOfWork
  let browser: Browser
  let workshop: Workshop
  const faults: unknown[] = []
  beforeAll(async () => {
    const notices = {
      subscribe: (hear: Parameters<Workshop['notices']['subscribe']>[0]) => workshop.notices.subscribe(hear),
    }
    year = await startYear(database, { webFolder: await builtPage(), notices })
    const { context, files } = year.server
    const onFault = (error: unknown) => faults.push(error)
    workshop = await workOnJobs({ context, files, connection: database.connection, read: readHere, onFault })
    browser = await openBrowser()
  }, 180_000) // the page is built, on a machine that may be busy
  afterAll(async () => {
    await browser?.close()
    await workshop?.stop()
    await year?.server.close()
    expect(faults).toEqual([])
  })
  /** Signed in by the page, as everybody is. */
  const visit = async (who: Who, path: string, width = 1440): Promise<Visitor> => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(`${year.server.origin}/sign-in?then=${encodeURIComponent(path)}`)
    await page.locator('input[autocomplete=username]').fill(logins[who] ?? '')
    await page.locator('input[type=password]').fill(goodPassword)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === path.split('?')[0])
    await page.getByRole('heading', { level: 1 }).waitFor()
    return { page, complaints }
  }
  return { visit, year: () => year, ...actsOf(() => year) }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

/** Serious and critical violations by axe, and what must hold on every page of ours; empty = sound. */
export async function sound(page: Page): Promise<string[]> {
  // by the browser's debugger, not by a script element: the page's policy allows none
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<AxeResult> } } // put there one line above
    const { violations } = await axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
  return [...found, ...(await audit(page))]
}

type AxeResult = {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}
