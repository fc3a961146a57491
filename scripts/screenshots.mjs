// node scripts/screenshots.mjs ADDRESS: the README's pictures, taken from a running system with the demonstration data
// (npm start, then this with the address it printed). Needs the pinned Node: node_modules/.bin/node.
import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openBrowser } from '../test/browser.ts'
import { root, say } from './setup.mjs'

const address = process.argv[2] ?? 'http://127.0.0.1:8520'
const folder = join(root, 'docs', 'screenshots')
mkdirSync(folder, { recursive: true })

const browser = await openBrowser()
const page = await browser.newPage({ viewport: { width: 1440, height: 780 } })

async function take(name) {
  const path = join(folder, name)
  await page.screenshot({ path, animations: 'disabled' })
  say(`${path} ${Math.round(statSync(path).size / 1000)} kB`)
}

await page.goto(`${address}/check`)
const buffer = readFileSync(join(root, 'demo', '001.txt'))
await page.locator('input[type=file]').setInputFiles({ name: '001.txt', mimeType: 'text/plain', buffer })
await page.getByRole('button', { name: '下一张' }).click()
await page.locator('.cell-computed').first().click()
await page.mouse.move(0, 0)
await page.evaluate(() => {
  scrollTo(0, document.querySelector('.form-columns').offsetTop - 8)
  const panel = document.querySelector('.form-panel')
  const marked = document.querySelector('.source-here').getBoundingClientRect()
  panel.scrollTop += marked.bottom + 40 - panel.getBoundingClientRect().bottom
})
await take('check.png')

await page.goto(`${address}/forms?kind=project-self-evaluation`)
await page.locator('.form-table').waitFor()
await take('forms.png')
await browser.close()
