// 绩效运行监控 through the pages: opened by the office, filled in on the approved target, reviewed step by step, final.
import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import type { FilingList } from '../../src/api/filings.ts'
import type { Form } from '../../src/kernel/form/form.ts'
import { parseActual } from '../../src/kernel/value/value.ts'
import { sound, yearJourney } from './year-journey.ts'

// Five people after one another, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 })

const { visit, year, approved, declared, save, view } = yearJourney()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const cell = (page: Page, path: string) => page.locator(`.sheet-editor [data-path="${path}"]`)
const title = '2024年1—7月绩效运行监控'

async function openTask(page: Page): Promise<void> {
  await page.getByRole('list', { name: '年度与任务' }).getByRole('link').first().click()
  await button(page, '开放任务').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '类型' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '绩效运行监控' }).click()
  await dialog.getByLabel('任务名称').fill(title)
  await dialog.getByRole('combobox', { name: '表样' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '项目支出绩效目标执行监控表' }).click()
  await dialog.getByLabel('开始').fill('2024-01-02')
  await dialog.getByLabel('截止').fill('2024-08-31')
  await dialog.getByRole('combobox', { name: '面向的机构' }).fill('水文站')
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: '水文站' })
    .first()
    .click()
  await dialog.getByRole('button', { name: '开放任务' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

async function type(page: Page, path: string, text: string): Promise<void> {
  await cell(page, path).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await cell(page, path).getByText(text, { exact: true }).waitFor()
}

/** The other results, as the first row and the first sum were typed. */
const withTheRest = (form: Form): Form => ({
  ...form,
  funds: form.funds.map((fund, i) => (i < 2 ? { ...fund, executed: '70.00', rate: '58.33' } : fund)),
  indicators: form.indicators.map((row, i) => ({
    ...row,
    actual: parseActual(['36个', '98%', '99%', '1.9万元', '0次', '95%', '90%'][i] ?? null),
    remarks: { ...row.remarks, 确定能: '√' },
  })),
})

it('is opened, filled in on the approved target, reviewed and final', async () => {
  const { project } = await approved('监控的项目')
  await declared('还没有批复的项目')
  const office = await visit('office', '/admin/cycles')
  await openTask(office.page)

  const preparer = await visit('preparer', '/work')
  const { page } = preparer
  const line = page.getByRole('listitem').filter({ hasText: title })
  const none = line.filter({ hasText: '还没有批复的项目' }).getByRole('button', { name: '开始填报' })
  await none.waitFor()
  await expect.poll(() => none.isDisabled()).toBe(true)
  await expect.poll(() => none.getAttribute('title')).toContain('还没有批复')
  await line.filter({ hasText: '监控的项目' }).getByRole('button', { name: '开始填报' }).click()
  await page.waitForURL(/\/filings\//)
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await cell(page, 'indicators[0].actual').waitFor()
  const begun = await view(id)
  expect([begun.taskKind, begun.form.kind]).toEqual(['monitoring', 'project-monitoring'])
  expect(begun.form.indicators.map(({ target }) => target.text)).toContain('≥36个')
  expect(begun.form.funds[0]?.initialBudget).toBe('120.00')

  await type(page, 'indicators[0].actual', '36个')
  await type(page, 'indicators[0].remarks.确定能', '√')
  await type(page, 'funds[0].executed', '70.00')
  await cell(page, 'indicators[0].target').click()
  await page.keyboard.type('≥')
  await page.getByText('以批复的绩效目标为准').first().waitFor()
  await expect.poll(async () => (await view(id)).form.funds[0]?.executed, { timeout: 30_000 }).toBe('70.00')
  const typed = await view(id)
  expect((await save('preparer', id, typed.version, withTheRest(typed.form))).status).toBe(200)
  await page.reload()
  await cell(page, 'indicators[6].actual').getByText('90%').waitFor()
  await expect.poll(() => sound(page)).toEqual([])
  await button(page, '提交').click()
  await page.waitForURL(/\/work$/)

  for (const [who, after] of [
    ['unit', 'department-review'],
    ['department', 'finance-review'],
    ['finance', 'final'],
  ] as const) {
    const reviewer = await visit(who, '/review')
    await reviewer.page.getByRole('link', { name: '监控的项目' }).click()
    await button(reviewer.page, '审核通过').click()
    await expect.poll(async () => (await view(id)).state, { timeout: 30_000 }).toBe(after)
    expect(reviewer.complaints).toEqual([])
  }

  const card = office.page.locator('.ant-card').filter({ has: office.page.getByRole('heading', { name: title }) })
  await card.getByRole('link', { name: '进度与催办' }).click()
  await office.page.getByRole('heading', { level: 1, name: title }).waitFor()
  await office.page.getByRole('row').filter({ hasText: '海川市水文站' }).waitFor()
  const list = await year().as.preparer.get<FilingList>(`/filings?projectId=${project}&kind=monitoring`)
  expect(list.body.rows.map(({ state }) => state)).toEqual(['final'])
  expect([...office.complaints, ...preparer.complaints]).toEqual([])
})
