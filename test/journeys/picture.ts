// Pictures of pages for the documentation: taken only where HENGJI_SCREENSHOTS names a folder (npm run screenshots).
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

const folder = process.env.HENGJI_SCREENSHOTS
/** The beginning of long pages is enough. */
const tallest = 1800

/** Keeps <name>-<width>-<language>.jpg. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const whole = await page.evaluate(async () => {
    await document.fonts.ready
    return document.documentElement.scrollHeight
  })
  const { width = 1440 } = page.viewportSize() ?? {}
  const clip = { x: 0, y: 0, width, height: Math.min(whole, tallest) }
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 55, fullPage: true, clip })
}
