// What is half written stays with its row and its person, whatever others save and however the page goes away.
import { expect, it } from 'vitest'
import type { FilingList, FilingView } from '../../src/api/filings.ts'
import { type Clerk, demonstration } from './clerk.ts'

const { signIn } = demonstration()

const view = (clerk: Clerk, id: string) => clerk.ask<FilingView>('GET', `/filings/${id}`)

it('keeps a reason that is half written beside the form when the page is loaded again', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  page.on('dialog', (dialog) => void dialog.accept())
  const { rows } = await clerk.ask<FilingList>('GET', '/filings?limit=200')
  const filing = rows.find((one) => one.taskKind === 'self-evaluation' && one.state === 'unit-review')
  if (!filing) throw new Error('the demonstration has no self-evaluation under review')
  await clerk.ask('POST', `/filings/${filing.id}/withdraw`, {})
  const { form, version } = await view(clerk, filing.id)
  const missed = form.indicators.map((row, i) => (i === 0 ? { ...row, score: '0', deviation: null } : row))
  await clerk.ask('PUT', `/filings/${filing.id}/form`, { version, form: { ...form, indicators: missed } })
  const reason = async () => (await view(clerk, filing.id)).form.indicators[0]?.deviation
  await clerk.edit(filing.id)
  await clerk.cell('indicators[0].name').click()
  const field = page.locator('.reason-owed textarea')
  await field.click()
  await page.keyboard.type('供应商交货')
  await page.reload()
  await clerk.cell('indicators[0].deviation').getByText('供应商交货').waitFor()
  await expect.poll(reason).toBe('供应商交货')
  expect(clerk.complaints).toEqual([])
})
