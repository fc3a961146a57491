// The whole system for a browser journey: page built from the sources, real database with the five documents, real
// Chromium. Every page watches itself: an error in the console or a request that leaves the machine fails the test.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { importDocument } from '../../src/actions/import-document.ts'
import { createReadingPool } from '../../src/actions/reading-pool.ts'
import { createApp } from '../../src/http/app.ts'
import type { Database } from '../../src/store/db.ts'
import { openBrowser } from '../browser.ts'
import { filledDatabase, testDatabase } from '../database.ts'
import { once } from '../once.ts'
import { endWithTest } from './failure.ts'
import { builtPage, contextOf, root } from './shared.ts'

export type Journey = {
  /** A page of its own at this width; `complaints` are collected until the end. */
  readonly open: (path: string, width?: number) => Promise<Visit>
  /** Imports a file beside the five documents. */
  readonly keep: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<void>
  readonly stopServer: () => Promise<void>
}
export type Visit = {
  readonly page: Page
  /** Console errors, faults of the page, requests to other machines. */
  readonly complaints: readonly string[]
  /** Addresses of the scripts and styles fetched so far. */
  readonly loaded: ReadonlySet<string>
}

const demo = join(root, 'demo')
const height = 900

const keepIn = async (db: Database, file: { name: string; bytes: Uint8Array }) =>
  void (await importDocument(contextOf(db), { ...file, published: true }))

/** The database with the five documents. */
const fiveDocuments = () =>
  once('five-documents', () =>
    filledDatabase(async (db) => {
      for (const name of readdirSync(demo).filter((file) => file.endsWith('.txt'))) await keepIn(db, demoFile(name))
    }),
  )

export function journey(): Journey {
  const database = testDatabase({ copyOf: async () => (await fiveDocuments()).name })
  const pool = createReadingPool({ seconds: 120 })
  let app: FastifyInstance
  let browser: Browser
  let origin: string

  beforeAll(async () => {
    app = await createApp({
      context: contextOf(database.db),
      pool,
      log: pino({ level: 'error' }),
      webFolder: await builtPage(),
      uploadLimit: 1024 * 1024,
    })
    origin = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
  }, 180_000) // the first builds the page, on a machine that may be busy
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await pool.close()
  })

  const open = async (path: string, width = 1440): Promise<Visit> => {
    const page = await browser.newPage({ viewport: { width, height } })
    page.setDefaultTimeout(60_000)
    const complaints: string[] = []
    endWithTest(page, complaints, () => page.close())
    const loaded = new Set<string>()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (/\.(js|css)$/.test(url.pathname)) loaded.add(url.href)
      if (url.origin !== origin && url.protocol !== 'blob:' && url.protocol !== 'data:') complaints.push(url.href)
    })
    await page.goto(origin + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    return { page, complaints, loaded }
  }
  return { open, keep: (file) => keepIn(database.db, file), stopServer: () => app.close() }
}

/** Drops files on the page, as from the desktop. */
export async function drop(page: Page, ...files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, base64 } of all)
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name))
    return transfer
  }, given)
  await page.dispatchEvent('h1', 'drop', { dataTransfer: data })
}

export const demoFile = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(demo, name))) })
