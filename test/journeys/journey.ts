// The whole system for a browser journey: page built from the sources, real database with the five documents, real
// Chromium. Every page watches itself: an error in the console or a request that leaves the machine fails the test.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { importDocument } from '../../src/actions/import-document.ts'
import { newId } from '../../src/actions/new-id.ts'
import { createReadingPool } from '../../src/actions/reading-pool.ts'
import { createApp } from '../../src/http/app.ts'
import { system } from '../../src/kernel/policy/actor.ts'
import { openBrowser } from '../browser.ts'
import { testDatabase } from '../database.ts'

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

const root = join(import.meta.dirname, '..', '..')
const demo = join(root, 'demo')
const height = 900

export function journey(): Journey {
  const database = testDatabase()
  const pool = createReadingPool()
  const webFolder = mkdtempSync(join(tmpdir(), 'hengji-web-'))
  const now = () => new Date()
  const context = () => ({ db: database.db, actor: system, now, newId: () => newId(now()) })
  const keep = async (file: { name: string; bytes: Uint8Array }) =>
    void (await importDocument(context(), { ...file, published: true }))
  let app: FastifyInstance
  let browser: Browser
  let origin: string

  beforeAll(async () => {
    buildPage(webFolder)
    for (const name of readdirSync(demo).filter((file) => file.endsWith('.txt'))) await keep(demoFile(name))
    app = await createApp({
      context: context(),
      pool,
      log: pino({ level: 'error' }),
      webFolder,
      uploadLimit: 1024 * 1024,
    })
    origin = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await pool.close()
    rmSync(webFolder, { recursive: true, force: true })
  })

  const open = async (path: string, width = 1440): Promise<Visit> => {
    const page = await browser.newPage({ viewport: { width, height } })
    page.setDefaultTimeout(15_000)
    onTestFinished(() => page.close())
    const complaints: string[] = []
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
  return { open, keep, stopServer: () => app.close() }
}

/** As it is shipped: a process of its own, because the test runner's environment would build it for development. */
export function buildPage(outDir: string): void {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const env = { ...process.env, NODE_ENV: 'production' }
  const options = ['build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error', '--configLoader', 'native']
  execFileSync(process.execPath, [vite, ...options], { cwd: root, env })
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
