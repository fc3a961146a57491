// From signing in to a result, for the roles the other journeys do not follow: the evaluator from outside, the
// performance office, the preparer with a pile of files, and who was locked out and let in again.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { seen } from './audit.ts'
import { demoJourney, enter } from './demo-journey.ts'
import { sound } from './year-journey.ts'

vi.setConfig({ testTimeout: 180_000 })

const { arrive, visit, passwordOf } = demoJourney()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const idsOf = async (page: Page): Promise<string[]> => {
  const { rows } = await page.evaluate(async () => (await fetch('/api/filings?limit=200')).json())
  return rows.map(({ id }: { id: string }) => id)
}

it('外部评审人: is given a filing by the performance office, comments at a cell, and sees but what it was given', async () => {
  const office = await visit('jixiao', '/review?box=all')
  await office.page.getByRole('list', { name: '审核' }).getByRole('link').first().waitFor()
  const { rows } = await office.page.evaluate(async () => (await fetch('/api/filings?inReview=true&limit=200')).json())
  const given = rows.find(
    ({ organisation, state }: { organisation: string; state: string }) =>
      organisation.startsWith('上海市') && state === 'unit-review',
  )
  const before = await idsOf((await visit('zhuanjia', '/work')).page)
  expect(before).not.toContain(given.id)
  await office.page.goto(new URL(`/filings/${given.id}`, office.page.url()).href)
  await button(office.page, '指派外部评审').click()
  await office.page.getByRole('dialog').getByRole('combobox').click()
  await office.page.locator('.ant-select-item-option').filter({ hasText: '庄嘉' }).click()
  await button(office.page, '确定').click()
  await office.page.getByRole('dialog').waitFor({ state: 'hidden' })

  const { page, complaints } = await visit('zhuanjia', '/work')
  await page
    .getByRole('link', { name: given.project ?? given.organisation })
    .first()
    .click()
  await page.getByRole('tab', { name: '批注' }).click()
  await page.locator('[data-path="indicators[0].actual"]').getByRole('button').click()
  await page.getByRole('tab', { name: '批注' }).click()
  await page.getByLabel(/^添加批注/).fill('请附原始统计表')
  await button(page, '添加批注').click()
  await page.locator('[data-path="indicators[0].actual"]').getByText('批注', { exact: true }).waitFor()
  await expect.poll(() => button(page, '审核通过').isDisabled()).toBe(true)
  expect((await idsOf(page)).sort()).toEqual([...before, given.id].sort())
  expect(complaints).toEqual([])
})

it('填报人: gives a file, sees in the trial where it would go, and imports it', async () => {
  const { page, complaints } = await visit('tianbao', '/work')
  await button(page, '导入填好的表').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '年度' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '2023' }).first().click()
  await dialog.locator('input[type=file]').setInputFiles({
    name: '001.txt',
    mimeType: 'text/plain',
    buffer: readFileSync(join(import.meta.dirname, '..', '..', 'demo', '001.txt')),
  })
  await dialog.getByText('预演“001.txt”：还没有写入').waitFor()
  await dialog.getByText(/^预演完毕，什么都没有写入：将办 \d+ 件/).waitFor({ timeout: 60_000 })
  await expect.poll(() => seen(dialog.getByRole('region', { name: '逐件结果' }))).toContain('001.txt')
  await button(page, '正式导入').click()
  await dialog.getByText('导入“001.txt”', { exact: true }).waitFor()
  await dialog.getByText(/^成功 \d+ 件，未办理 \d+ 件/).waitFor({ timeout: 60_000 })
  await expect.poll(() => sound(page)).toEqual([])
  expect(complaints).toEqual([])
})

it('系统管理员: shuts an account out at once, and lets it in again', async () => {
  const victim = await visit('jintian', '/work')
  const { page, complaints } = await visit('xitong', '/admin/people')
  await page.getByRole('link', { name: '金田', exact: true }).click()
  await button(page, '停用').click()
  const confirm = page.locator('.ant-modal-confirm')
  await confirm.locator('.ant-modal-confirm-title').getByText('停用“金田”？正在进行的登录会立即结束。').waitFor()
  await confirm.getByRole('button', { name: '停用' }).click()
  await button(page, '启用').waitFor()
  await victim.page.reload()
  await victim.page.waitForURL(/\/sign-in/)
  await enter(victim.page, 'jintian', passwordOf('jintian'))
  await victim.page.getByRole('alert').first().waitFor()

  await button(page, '启用').click()
  await button(page, '停用').waitFor()
  const again = await arrive()
  await enter(again.page, 'jintian', passwordOf('jintian'))
  await again.page.waitForURL(/\/work/)
  expect(complaints).toEqual([])
})

it('主管部门: withdraws an imported form with a reason; in public it stays, marked, and is published again', async () => {
  const { page, complaints } = await visit('zhuguan', '/forms?text=宣传业务经费')
  const id = await page.evaluate(async () => {
    const ask = async (path: string) => (await fetch(`/api${path}`)).json()
    const { rows } = await ask('/public/forms?text=市场监督管理局行政服务中心')
    for (const { formId } of rows) if ((await ask(`/forms/${formId}`)).document) return formId as string
    return ''
  })
  await page.goto(new URL(`/forms/${id}`, page.url()).href)
  await button(page, '撤回公开').click()
  const dialog = page.getByRole('dialog')
  await expect.poll(() => button(page, '撤回公开').last().isDisabled()).toBe(true)
  await dialog.getByLabel('撤回的原因（会公开显示）').fill('执行数有误')
  await dialog.getByRole('button', { name: '撤回公开' }).click()
  await page.getByText(/这张表已于 .* 撤回公开。原因：执行数有误/).waitFor()
  await button(page, '公开').click()
  await page.getByText('公开后任何人都能看到这张表').waitFor()
  await dialog.getByRole('button', { name: '公开', exact: true }).click()
  const acknowledge = dialog.getByRole('checkbox', { name: /已逐项看过/ })
  const done = page.getByText('已公开。')
  await acknowledge.or(done).first().waitFor()
  if (await acknowledge.isVisible()) {
    await acknowledge.check()
    await dialog.getByRole('button', { name: '公开', exact: true }).click()
  }
  await done.waitFor()
  await page.getByText(/这张表公开后有更正/).waitFor()
  expect(complaints.filter((line) => !/status of 422/.test(line))).toEqual([])
})
