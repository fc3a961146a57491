// A preparer fills in the official form: from a workbook, by the keyboard alone, while the server dies, beside a colleague.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { writeXlsx } from '../../src/documents/write/xlsx.ts'
import type { Form } from '../../src/kernel/form/form.ts'
import { draw } from '../../src/kernel/layout/draw.ts'
import { layouts } from '../../src/kernel/layout/index.ts'
import { audit, seen } from './audit.ts'
import { type Clerk, demonstration, draftOf, filingOf, view, violations } from './clerk.ts'
import { copied, putOnClipboard } from './spreadsheet-clipboard.ts'

const { signIn, kill, start } = demonstration()

/** Texts of the drawn form: what a person reads in it. */
function drawnTexts(form: Form): readonly (string | null)[] {
  const layout = layouts.find(({ id }) => id === 'shanghai-self-evaluation')
  return layout ? draw(layout, form).rows.flatMap((row) => row.map(({ text }) => text)) : []
}

it('pastes the self-evaluation from a real workbook and hands it in', async () => {
  const clerk = await signIn('tianbao')
  const id = await filingOf(clerk, (row) => row.taskKind === 'self-evaluation' && row.state === 'unit-review')
  await clerk.ask('POST', `/filings/${id}/withdraw`, {})
  const { form: printed, version } = await view(clerk, id)
  const bare: Form = {
    ...printed,
    goals: { ...printed.goals, actual: null },
    indicators: printed.indicators.map((row) => ({ ...row, actual: null, score: null, deviation: null })),
    totals: { weight: null, score: null },
    grade: null,
  }
  await clerk.ask('PUT', `/filings/${id}/form`, { version, form: bare })

  await clerk.edit(id)
  await clerk.cell('funds[0].annualBudget').click()
  await putOnClipboard(clerk, copied(Buffer.concat([...writeXlsx([printed])])))
  await clerk.page.getByRole('dialog').getByText('将改动').waitFor()
  await expect.poll(() => clerk.page.getByText('不能写入').count()).toBe(0)
  await clerk.page
    .getByRole('dialog')
    .getByRole('button', { name: /粘\s*贴/ })
    .click()
  await clerk.saved()
  const after = await view(clerk, id)
  expect(drawnTexts(after.form)).toEqual(drawnTexts(printed))
  await expect.poll(() => violations(clerk.page)).toEqual([])
  await expect.poll(() => audit(clerk.page)).toEqual([])
  await clerk.page.getByRole('button', { name: /^提\s*交$/ }).click()
  await clerk.page.waitForURL(/\/work$/, { waitUntil: 'commit' })
  expect((await view(clerk, id)).state).toBe('unit-review')
  expect(clerk.complaints).toEqual([])
})

/** By the Tab key alone. */
async function reach(page: Clerk['page'], button: string): Promise<void> {
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.replace(/\s/g, '') ?? '')
  for (let i = 0; i < 40 && (await focused()) !== button; i++) await page.keyboard.press('Tab')
  await expect.poll(() => focused()).toBe(button)
}

it('fills in a declaration and hands it in without touching the mouse', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '质量发展专项经费', 2024)
  const before = (await view(clerk, id)).form.indicators
  await clerk.edit(id)
  await page.locator('.editor-tools button').first().focus()
  // Tab leads through the tools into the sheet; its first field is chosen
  for (let i = 0; i < 20 && !(await page.evaluate(() => document.activeElement?.matches('.editor-input'))); i++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  const label = () => page.locator('.editor-input').getAttribute('aria-label')
  for (let i = 0; i < 40 && !(await label())?.startsWith('第1行 指标值'); i++) {
    await page.keyboard.press((await label())?.startsWith('第1行') ? 'Tab' : 'ArrowDown')
  }
  await expect.poll(() => label()).toContain('第1行 指标值')
  await page.keyboard.type('≥1234个')
  await page.keyboard.press('Enter')
  await page.keyboard.type('不要这个')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F2')
  await page.keyboard.press('End')
  await page.keyboard.type('（补充）')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+y')
  await clerk.saved()
  const rows = (await view(clerk, id)).form.indicators
  expect(rows[0]?.target).toMatchObject({ text: '≥1234个', comparator: '>=', value: '1234', unit: '个' })
  expect(rows[1]?.target.text).toBe(`${before[1]?.target.text}（补充）`)
  // what was tried is undone; Escape leaves the sheet, Tab goes on to what is done with the filing
  for (let i = 0; i < 2; i++) await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  await reach(page, '提交')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/work$/, { waitUntil: 'commit' })
  expect((await view(clerk, id)).state).toBe('unit-review')
  expect((await view(clerk, id)).form.indicators[0]?.target.text).toBe(before[0]?.target.text)
  expect(clerk.complaints).toEqual([])
})

it('keeps a value it cannot take visible with the reason, and hands nothing in until it is put right', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '新闻宣传专项经费', 2023)
  await clerk.edit(id)
  const amount = clerk.cell('funds[1].initialBudget')
  const path = (await amount.count()) > 0 ? 'funds[1].initialBudget' : 'funds[0].initialBudget'
  const before = await seen(clerk.cell(path))
  await clerk.cell(path).click()
  await page.keyboard.type('十五万')
  await page.keyboard.press('Enter')
  await expect.poll(() => seen(clerk.cell(path))).toMatch(/十五万[\s\S]*不是数/)
  await page.reload()
  await clerk.cell(path).getByText('十五万', { exact: true }).waitFor()
  await page.getByRole('button', { name: /^提\s*交$/ }).click()
  await page.getByText('1 格填的内容没有写入').waitFor()
  expect((await view(clerk, id)).state).toBe('draft')
  await clerk.cell(path).click()
  await page.keyboard.type(before.trim() || '0')
  await page.keyboard.press('Enter')
  await expect.poll(() => seen(clerk.cell(path))).not.toContain('不是数')
})

it('loses nothing when the server dies and the page is loaded again', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  page.on('dialog', (dialog) => void dialog.accept())
  const id = await draftOf(clerk, '新闻宣传专项经费', 2024)
  await clerk.edit(id)
  await kill()
  await clerk.cell('indicators[0].name').click()
  await page.keyboard.type('断网时填的指标')
  await page.keyboard.press('Enter')
  await page.keyboard.type('写到一半')
  await page.locator('.save-note.danger').getByText('内容已留在本机').waitFor()
  await start()
  await page.reload()
  await clerk.cell('indicators[1].name').getByText('写到一半').waitFor()
  await clerk.saved()
  const names = (await view(clerk, id)).form.indicators.map(({ name }) => name)
  expect(names.slice(0, 2)).toEqual(['断网时填的指标', '写到一半'])
})

it('merges two windows cell by cell, and asks where both changed the same cell', async () => {
  const [one, two] = [await signIn('tianbao'), await signIn('tianbao')]
  const id = await draftOf(one, '政府聘用辅助人员经费', 2023)
  await one.edit(id)
  await two.edit(id)
  const type = async (clerk: Clerk, path: string, text: string) => {
    await clerk.cell(path).click()
    await clerk.page.keyboard.type(text)
    await clerk.page.keyboard.press('Enter')
  }
  await type(one, 'indicators[0].name', '甲窗口')
  await one.saved()
  await type(two, 'indicators[1].name', '乙窗口')
  await two.saved()
  await two.cell('indicators[0].name').getByText('甲窗口').waitFor()
  await type(one, 'indicators[0].name', '甲再改')
  await type(two, 'indicators[0].name', '乙也改')
  const asked = await Promise.race(
    [one, two].map(async (clerk) => {
      await clerk.page.getByText('与他人的修改冲突').waitFor()
      return clerk
    }),
  )
  await asked.page.getByRole('button', { name: '按选择保存' }).click()
  await asked.saved()
  const kept = asked === one ? '甲再改' : '乙也改'
  await expect.poll(async () => (await view(one, id)).form.indicators[0]?.name).toBe(kept)
  expect((await view(one, id)).form.indicators[1]?.name).toBe('乙窗口')
})

it('keeps what is being written in its row when a colleague puts one in above it', async () => {
  const [one, two] = [await signIn('tianbao'), await signIn('tianbao')]
  const id = await draftOf(one, '政府聘用辅助人员经费', 2023)
  await two.edit(id)
  const { form, version } = await view(one, id)
  const [first, second] = form.indicators
  if (first === undefined || second === undefined) throw new Error('the demonstration has too few indicators')
  const { key: _, ...above } = { ...first, name: '同事插入的指标' }
  await one.ask('PUT', `/filings/${id}/form`, { version, form: { ...form, indicators: [above, ...form.indicators] } })
  await two.cell('indicators[0].name').click()
  await two.page.keyboard.type('先写的指标')
  await two.page.keyboard.press('Enter')
  await two.page.keyboard.type('写到一半')
  await two.cell('indicators[0].name').getByText('同事插入的指标').waitFor()
  await two.page.keyboard.type('的指标')
  await two.page.keyboard.press('Enter')
  const names = async () => (await view(one, id)).form.indicators.slice(0, 3).map(({ name }) => name)
  await expect.poll(names).toEqual(['同事插入的指标', '先写的指标', '写到一半的指标'])
  expect((await view(one, id)).form.indicators[2]?.key).toBe(second.key)
})

it('brings a workbook back that was edited offline', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '政府聘用辅助人员经费', 2023)
  await clerk.edit(id)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 xlsx' }).click(),
  ])
  const file = await download.path()
  const bytes = readFileSync(file)
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  await page.locator('input[type=file][accept=".xlsx"]').setInputFiles({
    name: 'same.xlsx',
    mimeType: 'application/octet-stream',
    buffer: bytes,
  })
  await page.getByText('其中改动 0 处').waitFor()
})
