// 绩效表: the five documents as stored, found by what people remember of them, opened, in either language.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { audit, seen } from './audit.ts'
import { journey } from './journey.ts'

const { open } = journey()

const rows = (page: Page) => page.getByRole('table', { name: '绩效表' }).locator('tbody tr')
const allWith = (text: string) => (all: string[]) => all.length > 0 && all.every((row) => row.includes(text))
const count = (page: Page, n: number) => page.getByRole('status').getByText(`共 ${n} 张`, { exact: true }).waitFor()

async function choose(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: list }).click()
  await page.locator('.ant-select-item-option').getByText(option, { exact: true }).click()
}

describe('the stored forms', () => {
  it('are all there, page by page', async () => {
    const { page, complaints } = await open('/forms')
    await count(page, 74)
    await expect.poll(() => rows(page).count()).toBe(20)
    await page.getByRole('listitem', { name: '4' }).click()
    await expect.poll(() => rows(page).count()).toBe(14)
    expect(new URL(page.url()).search).toBe('?page=4')
    expect(complaints).toEqual([])
  })

  it('are found by project, unit, year, region, kind and grade, and the address keeps the search', async () => {
    const { page } = await open('/forms')
    await page.getByRole('searchbox', { name: '项目名称' }).fill('宣传')
    await page.keyboard.press('Enter')
    await expect.poll(() => rows(page).allInnerTexts()).toSatisfy(allWith('宣传'))
    await page.getByRole('searchbox', { name: '单位或部门' }).fill('药品监督')
    await page.keyboard.press('Enter')
    await count(page, 1)
    await expect.poll(() => seen(rows(page).first())).toMatch(/宣传业务经费[\s\S]*97\.52/)
    await page.reload()
    await count(page, 1)
    await expect.poll(() => page.getByRole('searchbox', { name: '项目名称' }).inputValue()).toBe('宣传')
  })

  it.each([
    ['年度', '2023', 9],
    ['地区', '天津市', 56],
    ['表种', '项目自评', 13],
  ] as const)('by %s %s', async (list, option, least) => {
    const { page } = await open('/forms')
    await count(page, 74)
    await choose(page, list, option)
    const found = async () => Number(/共 (\d+) 张/.exec(await seen(page.getByRole('status')))?.[1])
    await expect.poll(found).toBeLessThan(74)
    await expect.poll(found).toBeGreaterThanOrEqual(least)
    await expect.poll(() => rows(page).allInnerTexts()).toSatisfy(allWith(option))
  })

  it('by grade; where nothing is found, the way back is offered', async () => {
    const { page } = await open('/forms?grade=优')
    await count(page, 13)
    await page.getByRole('searchbox', { name: '项目名称' }).fill('没有这样的项目')
    await page.keyboard.press('Enter')
    await page.getByText('没有符合条件的表').waitFor()
    await page.getByRole('button', { name: '清除条件' }).click()
    await count(page, 74)
  })

  it('open with their findings, and the keyboard alone reaches them', async () => {
    const { page, complaints } = await open('/forms?region=韶关市')
    const link = page.getByRole('link', { name: '韶关市市场监督管理局' })
    await link.waitFor()
    while (!(await link.evaluate((el) => el === document.activeElement))) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('list', { name: '问题清单' }).getByText('财政拨款执行率填报 0.00%').click()
    await expect
      .poll(() => seen(page.getByRole('tabpanel', { name: '详情' })))
      .toContain('11789.83 ÷ 11789.83 × 100 = 100.00')
    await expect.poll(() => page.title()).toBe('韶关市市场监督管理局 · 衡绩')
    expect(complaints).toEqual([])
  })

  it.each(['01a1fd28-cb6d-7a85-a299-931d7dc55740', 'no-such-thing'])(
    'the unknown form %s is a sentence',
    async (id) => {
      const { page } = await open(`/forms/${id}`)
      const sentence = await seen(page.getByRole('alert'))
      expect(sentence).toMatch(/[\u4e00-\u9fff]{4}/)
      expect(sentence).not.toMatch(/Invalid|undefined|Error/)
      await page.getByRole('main').getByRole('link', { name: '绩效表' }).click()
      await count(page, 74)
    },
  )
})

it.each([1440, 390])('every page is readable and named for everyone at %i px', async (width) => {
  for (const path of ['/forms', '/forms?text=没有', '/forms/no-such-thing', '/nowhere']) {
    const { page } = await open(path, width)
    await page.waitForLoadState('networkidle')
    await expect.poll(() => audit(page), { message: path }).toEqual([])
  }
})

it('speaks English where asked, and remembers it; the form itself stays Chinese', async () => {
  const { page, complaints } = await open('/forms?region=韶关市')
  await page.getByRole('button', { name: 'English' }).click()
  await expect.poll(() => page.getAttribute('html', 'lang')).toBe('en')
  await expect.poll(() => page.title()).toBe('Forms · Hengji')
  await page.getByRole('link', { name: '韶关市市场监督管理局' }).click()
  await page.getByRole('grid').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Download JSON' }).waitFor()
  await expect.poll(() => page.getAttribute('html', 'lang')).toBe('en')
  await expect.poll(() => page.locator('.form-view').getAttribute('lang')).toBe('zh-CN')
  await page.getByRole('tab', { name: 'Scores' }).waitFor()
  await page.getByRole('heading', { name: '部门整体支出绩效自评表' }).waitFor()
  await expect.poll(() => audit(page)).toEqual([])
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('button', { name: '下载 JSON' }).waitFor()
  expect(complaints).toEqual([])
})
