// What the server tells of by itself: what waits, what goes on; and what the page asks while nobody is at it.
import { readFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import type { JobItems } from '../../src/api/jobs.ts'
import { seen } from './audit.ts'
import { sound, yearJourney } from './year-journey.ts'

vi.setConfig({ testTimeout: 180_000 })

const { visit, declared, move, view } = yearJourney()

it('a reviewer’s inbox fills without being asked, and what it asks alone does not keep the session alive', async () => {
  const { page, complaints } = await visit('unit', '/work')
  const menu = page.getByRole('navigation', { name: '主菜单' })
  const waiting = async () => Number(/工作台\s*(\d+)/.exec(await seen(menu))?.[1] ?? 0)
  const before = await waiting()
  const asked: (string | undefined)[] = []
  page.on('request', (request) => {
    if (/\/api\/filings\?/.test(request.url())) asked.push(request.headers()['x-hengji-background'])
  })
  await page.mouse.click(2, 400)
  const first = await declared('自动出现的项目甲')
  await move('preparer', first.id, 'submit')
  await page.getByRole('link', { name: '自动出现的项目甲' }).waitFor()
  await expect.poll(waiting).toBe(before + 1)
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.every((header) => header === undefined)).toBe(true)

  // An hour at lunch: the clock of the page goes on, nobody touches it.
  await page.evaluate(() => {
    const now = Date.now
    Date.now = () => now() + 3_600_000
  })
  asked.length = 0
  const second = await declared('自动出现的项目乙')
  await move('preparer', second.id, 'submit')
  await page.getByRole('link', { name: '自动出现的项目乙' }).waitFor()
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.every((header) => header === '1')).toBe(true)
  expect(complaints).toEqual([])
})

it('what was asked for goes on without its page, and is found again with what became of each', async () => {
  const made = [await declared('后台项目甲'), await declared('后台项目乙')]
  for (const { id } of made) await move('preparer', id, 'submit')
  const { page, complaints } = await visit('unit', '/review?text=后台项目')
  await page.getByRole('status').getByText('共 2 件').waitFor()
  for (const name of ['后台项目甲', '后台项目乙']) await page.getByRole('checkbox', { name: `选择 ${name}` }).check()
  await page.getByRole('button', { name: '一起退回', exact: true }).click()
  const start = page.getByRole('button', { name: '开始办理' })
  await expect.poll(() => start.isDisabled()).toBe(true)
  await page.getByLabel('退回理由').fill('请补充测算依据')
  await start.click()
  await page.getByRole('dialog').getByRole('button', { name: '关闭' }).last().click()
  await page.getByText('没有符合条件的表。').waitFor()
  expect((await view(made[0]?.id ?? '')).state).toBe('returned')

  await page.getByRole('link', { name: '后台任务' }).click()
  await page.getByRole('list', { name: '我的后台任务' }).getByRole('link', { name: '批量退回（2件）' }).click()
  await page.getByText('成功 2 件，未办理 0 件').waitFor()
  await expect
    .poll(() => seen(page.getByRole('region', { name: '逐件结果' })))
    .toMatch(/后台项目甲[\s\S]*后台项目乙|后台项目乙[\s\S]*后台项目甲/)
  await expect.poll(() => page.getByRole('button', { name: '整批撤销' }).count()).toBe(0) // sending back has no way back
  await expect.poll(() => sound(page)).toEqual([])
  // a list too long to be shown at once is downloaded whole all the same
  await page.route(/\/jobs\/[^/]+\/items/, async (route) => {
    const { rows }: JobItems = await (await route.fetch()).json()
    await route.fulfill({ json: { rows: rows.slice(0, 1), next: rows.length > 1 ? rows[0]?.number : null } })
  })
  await page.reload()
  await page.getByRole('button', { name: '再显示一些' }).waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载明细（CSV）' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('批量退回（2件）.csv')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  const list = readFileSync(await download.path(), 'utf8')
  expect(['后台项目甲', '后台项目乙'].filter((name) => list.includes(name))).toEqual(['后台项目甲', '后台项目乙'])
  expect(complaints).toEqual([])
})
