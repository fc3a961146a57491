// The process of the server is killed while a preparer types, and started again: nothing typed is lost.
import { expect, it } from 'vitest'
import type { FilingList, FilingView } from '../../src/api/filings.ts'
import { demonstration } from './clerk.ts'

const { signIn, kill, start } = demonstration({ apart: true })

it('goes on typing through a killed server, and has everything on the server once it is back', async () => {
  const clerk = await signIn('tianbao')
  const { page, ask } = clerk
  const { rows } = await ask<FilingList>('GET', '/filings?limit=200')
  const id = rows.find(({ state, fiscalYear }) => state === 'draft' && fiscalYear === 2024)?.id ?? ''
  await clerk.edit(id)
  await clerk.cell('indicators[0].name').click()
  const typed: string[] = []
  const type = async (text: string) => {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    typed.push(text)
  }
  await type('杀掉之前')
  await kill()
  await type('服务停了')
  await page.locator('.save-note.danger').getByText('内容已留在本机').waitFor()
  await type('还在填写')
  await start()
  await type('恢复以后')
  await clerk.saved()
  const { form } = await ask<FilingView>('GET', `/filings/${id}`)
  expect(form.indicators.slice(0, typed.length).map(({ name }) => name)).toEqual(typed)
})
