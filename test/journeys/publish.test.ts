// 公开: published by the department, found by anybody without signing in, taken as the official form, compared over the
// years; withdrawn it stays, marked. 汇编: chosen forms become one book.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { StoredForm } from '../../src/api/forms.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import { compareForms } from '../compare-forms.ts'
import { demoJourney } from './demo-journey.ts'
import { sound } from './year-journey.ts'

const { arrive, visit } = demoJourney()

const rows = (page: Page) => page.getByRole('table', { name: '绩效公开' }).locator('tbody tr')

async function search(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: '项目、单位或部门名称' }).fill(text)
  await page.keyboard.press('Enter')
}

/** What a click downloads. */
async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
}

describe('the public pages', () => {
  it('are searched without signing in; the official form is taken, and reads back equal', async () => {
    const { page, complaints } = await arrive('/public')
    await search(page, '宣传业务经费')
    await expect
      .poll(() => rows(page).allInnerTexts())
      .toSatisfy((all: string[]) => all.length > 0 && all.every((row) => row.includes('宣传')))
    await expect.poll(() => sound(page)).toEqual([])
    await rows(page).first().getByRole('link', { name: '宣传业务经费' }).click()
    await page.getByRole('heading', { level: 1, name: '宣传业务经费' }).waitFor()
    await page.getByRole('button', { name: '下载', exact: true }).click()
    const { name, bytes } = await downloaded(page, () => page.getByRole('link', { name: 'Word（官方表样）' }).click())
    expect(name).toMatch(/宣传业务经费.*\.docx$/)
    const id = page.url().split('/').at(-1)
    const stored = await page.evaluate(async (form) => (await fetch(`/api/forms/${form}`)).json(), id)
    const back = await readDocument(bytes, name)
    expect(compareForms({ forms: [(stored as StoredForm).form] }, back.forms).wrong).toEqual([]) // our own server's answer
    expect(complaints).toEqual([])
  })

  it.each([1440, 390])('are sound %i pixels wide: search, department, project', async (width) => {
    const { page, complaints } = await arrive('/public?text=宣传', width)
    await rows(page).first().waitFor()
    await expect.poll(() => sound(page)).toEqual([])
    await rows(page).first().getByRole('link', { name: '历年比较' }).click()
    await page
      .getByRole('img', { name: /执行率与得分/ })
      .locator('svg')
      .waitFor()
    await page.getByRole('table', { name: '历年情况' }).waitFor()
    await expect.poll(() => sound(page)).toEqual([])
    await page.getByRole('navigation').getByRole('link').nth(-1).waitFor()
    await page.locator('.ant-breadcrumb a').last().click()
    await page.getByText(/共公开 \d+ 张绩效表/).waitFor()
    await expect.poll(() => sound(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe('a department', () => {
  it('publishes an approved filing and withdraws it; it stays in public with the reason', async () => {
    const { page } = await visit('zhuguan', '/public')
    const own = await page.evaluate(async () => {
      const { rows } = await (await fetch('/api/filings?limit=200')).json()
      return rows.find(({ state }: { state: string }) => state === 'approved')
    })
    const move = (verb: string, body: object) =>
      page.evaluate(
        async ([address, text]) => {
          const headers = { 'content-type': 'application/json', 'x-hengji': '1' }
          return (await fetch(address ?? '', { method: 'POST', headers, body: text ?? '' })).status
        },
        [`/api/filings/${own.id}/${verb}`, JSON.stringify(body)],
      )
    expect(await move('publish', {})).toBe(200)
    expect(await move('retract', { reason: '执行数有误' })).toBe(200)
    const visitor = await arrive(`/public?text=${encodeURIComponent(own.project)}`)
    await visitor.page.getByText('执行数有误').first().waitFor()
    await visitor.page.locator('.is-retracted a').first().click()
    await visitor.page.getByText(/这张表已于 .* 撤回公开。原因：执行数有误/).waitFor()
  })

  it('compiles chosen forms, looked through before, into one book', async () => {
    const { page, complaints } = await visit('zhuguan', '/compile?year=2023')
    const output = page.getByRole('button', { name: '输出汇编' })
    await expect.poll(() => output.isDisabled()).toBe(true)
    const boxes = page.getByRole('checkbox', { name: /^选择 / })
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await page.getByText('已选 2 张').waitFor()
    await page.getByRole('button', { name: '检查公开内容' }).click()
    await page.getByText(/张表中(没有发现|有需要看一看)/).waitFor()
    await expect.poll(() => sound(page)).toEqual([])
    await page.getByLabel('封面标题').fill('2023年度绩效自评汇编')
    const { name, bytes } = await downloaded(page, () => output.click())
    expect(name).toBe('2023年度绩效自评汇编.docx')
    expect((await readDocument(bytes, name)).forms).toHaveLength(2)
    expect(complaints).toEqual([])
  })
})
