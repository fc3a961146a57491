// The editor in real Chromium: what is loaded, when one can type, how long a key and a large paste take; baseline: a plain HTML
// table with one text field.
//   npm run bench -- web
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { openStage } from './web/stage.ts'

const KEYS = 40
const SIZES = [60, 200, 500]
const PASTED = { rows: 5_000, columns: 12 }
const aCell = '.sheet-editor [data-path="indicators[0].name"]'
/** Milliseconds after which the editor fetches what it needs later. */
const afterwards = 2_500
/** Goals of the product: milliseconds. */
const GOAL = { key: 50, paste: 2_000, kilobytes: 400 }

/** Milliseconds the page's own thread has worked, whatever else the machine does meanwhile. */
async function clockOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
  }
}

const quantile = (xs: readonly number[], share: number): number =>
  xs.toSorted((a, b) => a - b)[Math.min(xs.length - 1, Math.floor(xs.length * share))] ?? Number.NaN
const kb = (x: number): string => `${x.toFixed(0)} kB`
const ms = (x: number): string => `${x.toFixed(0)} ms`
const verdict = (value: number, goal: number): string => (value <= goal ? 'within' : 'MISSES')

/** From a key to the picture that shows it: the frame after it is drawn, then a task behind it. */
const watchKeys = (page: Page) =>
  page.evaluate(() => {
    const times: number[] = []
    Object.assign(globalThis, { keyTimes: times })
    addEventListener(
      'keydown',
      () => {
        const from = performance.now()
        requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - from)))
      },
      true,
    )
  })
const keyTimes = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes.splice(0)) // defined by watchKeys

async function typed(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  await keyTimes(page)
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(30)
  }
  await page.waitForTimeout(300)
  return keyTimes(page)
}
const letters = Array.from({ length: KEYS }, (_, i) => String(i % 10))

/** The same rows in a plain table; a field stands in one cell. */
async function plainTable(page: Page, rows: number): Promise<readonly number[]> {
  await page.evaluate((count) => {
    const tr = (i: number) => `<tr>${Array.from({ length: 6 }, (_, c) => `<td>第${i}行${c}列</td>`).join('')}</tr>`
    document.body.innerHTML = `<table border=1><tr><td colspan=6><input id=plain></td></tr>${Array.from({ length: count }, (_, i) => tr(i)).join('')}</table>`
  }, rows)
  await watchKeys(page)
  await page.focus('#plain')
  return typed(page, letters)
}

async function editor(page: Page, worked: () => Promise<number>, address: string) {
  const from = performance.now()
  await page.goto(address)
  await page.locator(aCell).waitFor()
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))))
  const ready = performance.now() - from
  await page.locator('[data-path="indicators[3].name"]').click()
  await watchKeys(page)
  const idle = await worked()
  const inCell = await typed(page, letters)
  const work = ((await worked()) - idle) / KEYS
  await page.keyboard.press('Enter')
  await page.waitForTimeout(1500)
  // a short word and Enter: the form, its findings and sums are worked out anew each time
  const commits = (await typed(page, Array.from({ length: 10 }, () => ['7', 'Enter']).flat())).filter(
    (_, i) => i % 2 === 1,
  )
  return { ready, inCell, work, commits }
}

async function pasteLarge(page: Page): Promise<{ shown: number; applied: number }> {
  await page.locator('[data-path="indicators[0].name"]').click()
  const shown = await page.evaluate(async ({ rows, columns }) => {
    const line = (r: number) =>
      Array.from({ length: columns }, (_, c) => (c === 1 ? `≥${r}个` : `第${r}行第${c}列`)).join('\t')
    const data = new DataTransfer()
    data.setData('text/plain', Array.from({ length: rows }, (_, r) => line(r)).join('\n'))
    const from = performance.now()
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    while (!document.querySelector('.ant-modal')) await new Promise((done) => setTimeout(done, 5))
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    return performance.now() - from
  }, PASTED)
  const applied = await page.evaluate(async () => {
    const from = performance.now()
    document.querySelector<HTMLButtonElement>('.ant-modal .ant-btn-primary')?.click()
    // of so long a form only what is in sight is drawn: its second row tells
    const second = () => document.querySelector('.sheet-editor [data-path="indicators[1].name"]')?.textContent
    while (!second()?.includes('第1行')) await new Promise((done) => setTimeout(done, 5))
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    return performance.now() - from
  })
  return { shown, applied }
}

/** Kilobytes (gzip) of scripts and styles the page has asked for when `there` is seen, and when nothing more is asked for. */
async function loaded(page: Page, folder: string, address: string, there: string) {
  const names = new Set<string>()
  const note = (request: { url: () => string }) => {
    const { pathname } = new URL(request.url())
    if (/\.(js|css)$/.test(pathname)) names.add(pathname)
  }
  const kilobytes = () =>
    [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0) / 1000
  page.on('request', note)
  await page.goto(address)
  await page.locator(there).first().waitFor()
  const first = kilobytes()
  await page.waitForTimeout(afterwards)
  page.off('request', note)
  return { first, all: kilobytes() }
}

const stage = await openStage()
try {
  const { page, origin, webFolder } = stage
  const worked = await clockOf(page)
  const id = await stage.prepare(SIZES[0] ?? 0)
  // the goal is the workbench's: what comes with the editor stays for every filing after it
  const work = (await loaded(page, webFolder, `${origin}/work`, '.work')).all
  console.log(
    `/work         ${kb(work)} of scripts and styles (gzip; goal ≤ ${GOAL.kilobytes}, ${verdict(work, GOAL.kilobytes)})`,
  )
  const filing = await loaded(page, webFolder, `${origin}/filings/${id}`, aCell)
  console.log(
    `/filings/…    ${kb(filing.first)} until one can type, the workbench's included; ${kb(filing.all)} with the rules and dialogs fetched after it`,
  )
  const all = readdirSync(join(webFolder, 'assets')).filter((name) => /\.(js|css)$/.test(name))
  console.log(`all chunks    ${all.length}`)
  for (const rows of SIZES) {
    const filing = await stage.prepare(rows)
    const { ready, inCell, work: thread, commits } = await editor(page, worked, `${origin}/filings/${filing}`)
    const plain = await plainTable(page, rows)
    const [key, base, most] = [quantile(inCell, 0.5), quantile(plain, 0.5), quantile(inCell, 0.95)]
    console.log(
      `${String(rows).padStart(4)} indicators: editable after ${ms(ready)}; a key ${ms(thread)} of the page's thread, ` +
        `${ms(key)} to the picture, 95 % ${ms(most)} (goal ≤ ${GOAL.key}, ${verdict(most, GOAL.key)}; ` +
        `plain table ${ms(base)}, 95 % ${ms(quantile(plain, 0.95))}); ` +
        `Enter ${ms(quantile(commits, 0.5))}, 95 % ${ms(quantile(commits, 0.95))}`,
    )
  }
  const short = await stage.prepare(60)
  await page.goto(`${origin}/filings/${short}`)
  await page.locator('.sheet-editor').waitFor()
  const before = await worked()
  const { shown, applied } = await pasteLarge(page)
  const pasting = (await worked()) - before
  console.log(
    `paste of ${PASTED.rows} × ${PASTED.columns}: preview after ${ms(shown)}, in the form after ${ms(applied)} more ` +
      `(goal < ${GOAL.paste} together, ${verdict(shown + applied, GOAL.paste)}; ${ms(pasting)} of the page's thread)`,
  )
} finally {
  await stage.close()
}
