// A preparer at the official form: the server is killed, the session ends, everything by the keyboard, evidence beside it.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { EvidenceList } from '../../src/api/evidence.ts'
import { blankIndicator } from '../../src/kernel/form/blank.ts'
import { audit, seen } from './audit.ts'
import { type Clerk, demonstration, draftOf, view, violations } from './clerk.ts'

const { signIn, passwordOf } = demonstration()

const names = async (clerk: Clerk, id: string) => (await view(clerk, id)).form.indicators.map(({ name }) => name)

it('signs in again over the form when the session has ended, and loses nothing', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '新闻宣传专项经费', 2024)
  await clerk.edit(id)
  await page.context().clearCookies()
  await clerk.cell('indicators[0].name').click()
  await page.keyboard.type('过期后填的')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('内容已留在本机').waitFor()
  await expect.poll(() => violations(page)).toEqual([])
  await dialog.locator('input[autocomplete=username]').fill('tianbao')
  await dialog.locator('input[type=password]').fill(passwordOf('tianbao'))
  await page.keyboard.press('Enter')
  await clerk.saved()
  await dialog.waitFor({ state: 'hidden' })
  expect((await names(clerk, id))[0]).toBe('过期后填的')
  // the form was never away: what was done before can still be undone
  await clerk.cell('indicators[0].name').click()
  await page.keyboard.press('Control+z')
  await expect.poll(() => seen(clerk.cell('indicators[0].name'))).not.toContain('过期后填的')
  await clerk.saved() // the next test finds it so
})

it('inserts, fills down, moves and removes rows by keys, and undoes all of it', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '新闻宣传专项经费', 2024)
  const before = await names(clerk, id)
  await clerk.edit(id)
  await clerk.cell('indicators[1].name').click()
  await page.keyboard.press('Control+Alt+Equal')
  await page.keyboard.type('新的一行')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+d')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Control+s')
  await clerk.saved()
  expect(await names(clerk, id)).toEqual(['新的一行', before[0], '新的一行', ...before.slice(2)])
  await page.keyboard.press('Control+Alt+Minus')
  for (let i = 0; i < 5; i++) await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+s')
  await expect.poll(() => names(clerk, id)).toEqual(before)
  expect(clerk.complaints).toEqual([])
})

it('says what it finds while one types, without the server', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '质量发展专项经费', 2024)
  await clerk.edit(id)
  const cell = clerk.cell('indicators[0].target')
  await expect.poll(() => page.workers().length).toBe(1) // the rules are there
  await page.waitForLoadState('networkidle')
  await page.context().setOffline(true)
  await cell.click()
  await page.keyboard.type('较好')
  await page.keyboard.press('Enter')
  const finding = page.locator('.finding-list').getByText('应是数值，指标值却是文字“较好”')
  await finding.waitFor()
  await expect.poll(() => seen(cell)).toContain('警告')
  await page.keyboard.press('Control+z')
  await finding.waitFor({ state: 'hidden' })
  await page.context().setOffline(false)
  await clerk.saved()
  expect(clerk.complaints).toEqual([])
})

it('adds evidence to a row, finds it in the checklist, fetches it back and takes it out', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '质量发展专项经费', 2024)
  await clerk.edit(id)
  await clerk.cell('indicators[0].name').click()
  await page.getByRole('tab', { name: '佐证材料' }).click()
  const panel = page.locator('.evidence')
  const bytes = readFileSync('test/golden/files/000-chromium.pdf')
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: '会议纪要.pdf', mimeType: 'application/pdf', buffer: bytes })
  await panel.getByText('已上传 1 份').waitFor()
  // an upload that fails after one went on to another row is told all the same, with the name of its file
  let fail = () => {}
  const failing = new Promise<void>((resolve) => {
    fail = resolve
  })
  await page.route(/\/evidence\?/, (route) => failing.then(() => route.abort()))
  await panel
    .locator('input[type=file]')
    .setInputFiles({ name: '照片.pdf', mimeType: 'application/pdf', buffer: bytes })
  await panel.getByText('正在上传“照片.pdf”').waitFor()
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['%PDF-1.4'], '签到表.pdf', { type: 'application/pdf' }))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer }))
  })
  await clerk.cell('indicators[1].name').click()
  await panel.getByText('本行还没有材料').waitFor()
  fail()
  await panel.getByText('照片.pdf：连不上衡绩服务').waitFor()
  await panel.getByText('签到表.pdf：连不上衡绩服务').waitFor()
  await page.unroute(/\/evidence\?/)
  await clerk.cell('indicators[0].name').click()
  const list = () => clerk.ask<EvidenceList>('GET', `/filings/${id}/evidence`)
  expect((await list()).files.map(({ name, path }) => ({ name, path }))).toEqual([
    { name: '会议纪要.pdf', path: 'indicators[0]' },
  ])
  await expect.poll(() => violations(page)).toEqual([])
  await expect.poll(() => audit(page)).toEqual([])
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: '下载“会议纪要.pdf”' }).first().click(),
  ])
  expect(readFileSync(await download.path()).equals(bytes)).toBe(true)
  await panel.getByRole('button', { name: '移除 会议纪要.pdf' }).first().click()
  await page
    .locator('.ant-popconfirm')
    .getByRole('button', { name: /移\s*除/ })
    .click()
  await expect.poll(async () => (await list()).files).toEqual([])
  expect(clerk.complaints).toEqual([])
})

it('binds evidence to the row that was chosen where a colleague has put in one above it', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '新闻宣传专项经费', 2024)
  await clerk.edit(id)
  await clerk.cell('indicators[0].name').click()
  await page.getByRole('tab', { name: '佐证材料' }).click()
  const panel = page.locator('.evidence')
  await panel.getByText('本行还没有材料').waitFor()
  const { form, version } = await view(clerk, id)
  const indicators = [{ ...blankIndicator, name: '同事加的一行' }, ...form.indicators]
  await clerk.ask('PUT', `/filings/${id}/form`, { version, form: { ...form, indicators } })
  await panel.locator('input[type=file]').setInputFiles({
    name: '测算依据.pdf',
    mimeType: 'application/pdf',
    buffer: readFileSync('test/golden/files/000-chromium.pdf'),
  })
  await panel.getByText('已上传 1 份').waitFor()
  const { files } = await clerk.ask<EvidenceList>('GET', `/filings/${id}/evidence`)
  expect(files.map(({ name, path }) => ({ name, path }))).toEqual([{ name: '测算依据.pdf', path: 'indicators[1]' }])
  expect(clerk.complaints).toEqual([])
})
