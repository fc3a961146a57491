// The first minutes of an empty system: whoever reads the console's code sets the place up, or looks at the demonstration.
import { join } from 'node:path'
import { pino } from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { loadDemonstration } from '../../src/actions/demonstration/load.ts'
import { createReadingPool } from '../../src/actions/reading-pool.ts'
import { newSetupCode } from '../../src/actions/set-up.ts'
import { createApp } from '../../src/http/app.ts'
import { goodPassword } from '../../src/http/server.test-kit.ts'
import { openBrowser } from '../browser.ts'
import { freshDatabase } from '../database.ts'
import { seen } from './audit.ts'
import { enter } from './demo-journey.ts'
import { picture } from './picture.ts'
import { builtPage, contextOf } from './shared.ts'
import { sound } from './year-journey.ts'

vi.setConfig({ testTimeout: 240_000 })

const demo = join(import.meta.dirname, '..', '..', 'demo')
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
}, 180_000)
afterAll(() => browser?.close())

/** A system nobody has an account on, at the page a first visitor is led to. */
async function empty(work: (page: Page, code: string) => Promise<void>, width = 1440): Promise<void> {
  const database = await freshDatabase()
  const pool = createReadingPool()
  const context = contextOf(database.db)
  const app = await createApp({
    context,
    pool,
    log: pino({ level: 'error' }),
    webFolder: await builtPage(),
    uploadLimit: 1024 * 1024,
    limits: { signIns: 1000, uploads: 1000, heavy: 1000 },
    demonstration: (given) => loadDemonstration(given, demo),
  })
  const code = await newSetupCode(context)
  const visitor = await browser.newContext({
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    locale: 'zh-CN',
  })
  try {
    const page = await visitor.newPage()
    page.setDefaultTimeout(60_000)
    await page.goto(`${await app.listen({ host: '127.0.0.1', port: 0 })}/setup`)
    await work(page, code ?? '')
  } finally {
    await visitor.close()
    await app.close()
    await pool.close()
    await database.close()
  }
}

it('sets a place up with three administrators; the first of them goes on to import its organisations', () =>
  empty(async (page, code) => {
    await expect.poll(() => sound(page)).toEqual([])
    await picture(page, 'setup-open-1440-zh')
    await page.getByLabel('设置码').fill(code)
    await page.getByLabel('行政区划代码（GB/T 2260，6 位）').fill('120000')
    await page.getByLabel('地区名称，如 天津市').fill('天津市')
    await page.getByLabel('财政部门代码').fill('D120')
    await page.getByLabel('财政部门名称，如 天津市财政局').fill('天津市财政局')
    await page.getByRole('combobox', { name: '评分与审核口径' }).click()
    await page.locator('.ant-select-item-option').first().click()
    for (const [i, login] of ['jia', 'yi', 'bing'].entries()) {
      await page.getByLabel('登录名').nth(i).fill(login)
      await page.getByLabel('姓名').nth(i).fill(`管理员${login}`)
      await page.getByLabel('初始密码').nth(i).fill(goodPassword)
    }
    await page.getByRole('button', { name: '完成设置' }).click()
    await page.getByRole('heading', { name: '接下来' }).waitFor()
    await expect
      .poll(() => seen(page.locator('main')))
      .toMatch(/系统管理员：导入机构[\s\S]*安全管理员：授予角色[\s\S]*开放年度和任务/)
    await expect.poll(() => sound(page)).toEqual([])
    await page.getByRole('main').getByRole('button', { name: '登录' }).click()
    await enter(page, 'jia', goodPassword)
    await page.waitForURL(/\/admin\/organisations/)
    await page.getByRole('button', { name: '天津市 120000' }).click()
    await page.getByRole('button', { name: '导入下级' }).waitFor()
  }))

it('refuses a wrong code, loads the demonstration for the right one, and shows its accounts once', () =>
  empty(async (page, code) => {
    await page.getByText('先看示例').click()
    await picture(page, 'setup-demonstration-390-zh')
    await page.getByLabel('设置码').fill('aaaaa-bbbbb-ccccc')
    await page.getByRole('button', { name: '装入示例' }).click()
    await page
      .getByRole('alert')
      .getByText(/设置码/)
      .waitFor()
    await page.getByLabel('设置码').fill(code)
    await page.getByRole('button', { name: '装入示例' }).click()
    await page.getByText('密码只显示这一次，请保存。').waitFor({ timeout: 150_000 })
    await expect.poll(() => sound(page)).toEqual([])
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载账号清单' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('示例账号.txt')
    const account = page
      .getByRole('list', { name: '示例账号' })
      .getByRole('listitem')
      .filter({ hasText: '填报人' })
      .first()
    const [login, password] = [await seen(account.locator('b')), await seen(account.locator('code'))]
    await page.getByRole('main').getByRole('button', { name: '登录' }).click()
    await enter(page, login, password)
    await page.getByRole('heading', { name: '工作台' }).waitFor()
  }, 390))
