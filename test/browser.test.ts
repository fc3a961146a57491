import { expect, it } from 'vitest'
import { openBrowser } from './browser.ts'

it('shows a page with Chinese text, measurable, and takes a click and a download', async () => {
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  await page.setContent(
    `<h1 style="display:inline-block">绩效自评表</h1><a download="表.json" href="data:application/json,{}">下载</a>`,
  )
  expect((await page.getByRole('heading', { name: '绩效自评表' }).boundingBox())?.width).toBeGreaterThan(50)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('下载').click()])
  expect(download.suggestedFilename()).toBe('表.json')
  await browser.close()
})
