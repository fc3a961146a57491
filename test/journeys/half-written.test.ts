// What is half written stays with its row and its person, whatever others save and however the page goes away.
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Form } from '../../src/kernel/form/form.ts'
import { type Clerk, demonstration, filingOf, view, violations } from './clerk.ts'

const { signIn, database } = demonstration()

const save = (clerk: Clerk, id: string, version: number, form: Form) =>
  clerk.ask('PUT', `/filings/${id}/form`, { version, form })

const saves = /\/filings\/[^/]+\/form$/

/** As a colleague saves it: a row above all others. */
const rowAbove = async (clerk: Clerk, id: string): Promise<void> => {
  const { form, version } = await view(clerk, id)
  const [first] = form.indicators
  if (first === undefined) throw new Error('the demonstration has too few indicators')
  const { key: _, ...above } = { ...first, name: '同事插入的指标', score: first.weight, deviation: '无偏差' }
  await save(clerk, id, version, { ...form, indicators: [above, ...form.indicators] })
}

/** A self-evaluation whose first row owes a reason. */
const owing = async (clerk: Clerk): Promise<string> => {
  const id = await filingOf(
    clerk,
    ({ taskKind, state }) => taskKind === 'self-evaluation' && ['unit-review', 'draft'].includes(state),
  )
  if ((await view(clerk, id)).state === 'unit-review') await clerk.ask('POST', `/filings/${id}/withdraw`, {})
  const { form, version } = await view(clerk, id)
  const missed = form.indicators.map((row, i) => (i === 0 ? { ...row, score: '0', deviation: null } : row))
  await save(clerk, id, version, { ...form, indicators: missed })
  return id
}

it('keeps a reason that is half written beside the form when the page is loaded again', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  page.on('dialog', (dialog) => void dialog.accept())
  const id = await owing(clerk)
  await clerk.edit(id)
  await clerk.cell('indicators[0].name').click()
  await page.locator('.reason-owed textarea').click()
  await page.keyboard.type('供应商交货')
  await page.reload()
  await clerk.cell('indicators[0].deviation').getByText('供应商交货').waitFor()
  await expect.poll(async () => (await view(clerk, id)).form.indicators[0]?.deviation).toBe('供应商交货')
  expect(clerk.complaints).toEqual([])
})

it('keeps a reason that is being written in its row when a colleague puts one in above it', async () => {
  const [clerk, colleague] = [await signIn('tianbao'), await signIn('tianbao')]
  const { page } = clerk
  const id = await owing(clerk)
  // as one begun from a file where no target was approved: its rows may come and go
  await sql`update filing set basis_id = null, basis_version = null where id = ${id}`.execute(database.db)
  await clerk.edit(id)
  const reason = page.locator('.reason-owed textarea')
  await clerk.cell('indicators[0].name').click()
  await reason.waitFor()
  await rowAbove(colleague, id)
  let release = () => {}
  const written = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(saves, (route) => written.then(() => route.continue()))
  await clerk.cell('indicators[1].name').click()
  await page.keyboard.type('后改的指标')
  await page.keyboard.press('Enter')
  await clerk.cell('indicators[0].name').click()
  await reason.click()
  await page.keyboard.type('供应商')
  release()
  await clerk.cell('indicators[0].name').getByText('同事插入的指标').waitFor()
  await page.keyboard.type('交货晚')
  await expect.poll(() => reason.inputValue()).toBe('供应商交货晚')
  await page.keyboard.press('Tab')
  const reasons = async () => (await view(clerk, id)).form.indicators.slice(0, 2).map(({ deviation }) => deviation)
  await expect.poll(reasons).toEqual(['无偏差', '供应商交货晚'])
  expect(clerk.complaints).toEqual([])
})

it('puts what was half written back into its own row, although a colleague put one in above it meanwhile', async () => {
  const [clerk, colleague] = [await signIn('tianbao'), await signIn('tianbao')]
  const { page } = clerk
  page.on('dialog', (dialog) => void dialog.accept())
  const id = await filingOf(clerk, (row) => row.project === '新闻宣传专项经费' && row.state === 'draft')
  const [first, second] = (await view(clerk, id)).form.indicators
  await clerk.edit(id)
  await clerk.cell('indicators[0].name').click()
  await page.keyboard.type('写到一半')
  await rowAbove(colleague, id)
  await page.reload()
  await clerk.cell('indicators[1].name').getByText('写到一半').waitFor()
  await clerk.saved()
  const names = async () => (await view(clerk, id)).form.indicators.slice(0, 3).map(({ name }) => name)
  await expect.poll(names).toEqual(['同事插入的指标', '写到一半', second?.name])
  // and where the colleague wrote into the same cell, it is shown beside the form and goes over nothing
  await clerk.cell('indicators[1].name').click()
  await page.keyboard.type('又写到一半')
  const { form, version } = await view(colleague, id)
  const rows = form.indicators.map((row, i) => (i === 1 && first ? { ...row, name: first.name } : row))
  await save(colleague, id, version, { ...form, indicators: rows })
  await page.reload()
  await page.getByRole('alert').getByText('三级指标：又写到一半').waitFor()
  await expect.poll(() => violations(page)).toEqual([])
  await page.getByRole('button', { name: '不再需要' }).click()
  await page.getByText('又写到一半').waitFor({ state: 'detached' })
  expect((await names())[1]).toBe(first?.name)
  expect(clerk.complaints).toEqual([])
})

it('tells a server that fails again and again by its number, keeps the words, and saves them once it can', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await filingOf(clerk, (row) => row.project === '质量发展专项经费' && row.state === 'draft')
  await clerk.edit(id)
  // what the server answers when something in it breaks
  const body = JSON.stringify({ code: 'internal', message: '系统内部错误（编号 e-7），请把编号告诉管理员。' })
  await page.route(saves, (route) => route.fulfill({ status: 500, contentType: 'application/json', body }))
  await clerk.cell('indicators[0].name').click()
  await page.keyboard.type('服务出错时填的')
  await page.keyboard.press('Enter')
  await page.locator('.save-note.danger').getByText('编号 e-7').waitFor()
  await page.locator('.save-note.danger').getByText('内容已留在本机，可继续填写').waitFor()
  await page.unroute(saves)
  await page.keyboard.press('Control+s')
  await clerk.saved()
  await expect.poll(async () => (await view(clerk, id)).form.indicators[0]?.name).toBe('服务出错时填的')
  expect(clerk.complaints).toEqual([])
})
