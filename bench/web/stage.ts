// The page as it is shipped, on a real server with one declaration of as many indicators as asked for.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Page } from 'playwright-core'
import { loadDemonstration } from '../../src/actions/demonstration/load.ts'
import { newId } from '../../src/actions/new-id.ts'
import { createReadingPool } from '../../src/actions/reading-pool.ts'
import type { FilingList, FilingView } from '../../src/api/filings.ts'
import { createApp } from '../../src/http/app.ts'
import type { Form } from '../../src/kernel/form/form.ts'
import { system } from '../../src/kernel/policy/actor.ts'
import { openBrowser } from '../../test/browser.ts'
import { freshDatabase } from '../../test/database.ts'

const root = join(import.meta.dirname, '..', '..')
const preparer = 'tianbao'

export async function openStage() {
  const webFolder = mkdtempSync(join(tmpdir(), 'hengji-bench-web-'))
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const options = ['build', '--outDir', webFolder, '--emptyOutDir', '--logLevel', 'error', '--configLoader', 'native']
  execFileSync(process.execPath, [vite, ...options], { cwd: root, env: { ...process.env, NODE_ENV: 'production' } })
  const database = await freshDatabase()
  const now = () => new Date()
  const context = { db: database.db, actor: system, now, newId: () => newId(now()) }
  const accounts = await loadDemonstration(context, join(root, 'demo'))
  const pool = createReadingPool()
  const app = await createApp({ context, pool, log: pino({ level: 'fatal' }), webFolder, uploadLimit: 1024 * 1024 })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` // listening on TCP, so not a pipe's string
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${origin}/sign-in`)
  await page.fill('input[autocomplete=username]', preparer)
  await page.fill('input[type=password]', accounts.find(({ login }) => login === preparer)?.password ?? '')
  await page.keyboard.press('Enter')
  await page.getByText('退出登录').waitFor()
  const close = async () => {
    await browser.close()
    await app.close()
    await pool.close()
    await database.close()
    rmSync(webFolder, { recursive: true, force: true })
  }
  return { page, origin, webFolder, close, prepare: (rows: number) => prepare(page, origin, rows) }
}

/** The draft with this many indicators; the id. */
async function prepare(page: Page, origin: string, rows: number): Promise<string> {
  const ask = async <T>(method: string, path: string, data?: unknown): Promise<T> => {
    const answer = await page.request.fetch(`${origin}/api${path}`, {
      method,
      headers: { 'x-hengji': '1' },
      ...(data === undefined ? {} : { data }),
    })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const list = await ask<FilingList>('GET', '/filings?limit=200')
  const id = list.rows.find(({ state, fiscalYear }) => state === 'draft' && fiscalYear === 2024)?.id ?? ''
  const { form, version } = await ask<FilingView>('GET', `/filings/${id}`)
  const indicators = Array.from({ length: rows }, (_, i) => {
    const { key, ...row } = form.indicators[i % form.indicators.length] ?? {}
    return { ...row, name: `第${i + 1}项工作完成情况` } as Form['indicators'][number] // the form has indicators
  }).toSorted((a, b) => `${a.dimension}${a.aspect}`.localeCompare(`${b.dimension}${b.aspect}`))
  await ask('PUT', `/filings/${id}/form`, { version, form: { ...form, indicators } })
  return id
}
