// Where a cell stands in the document: the page of a PDF with the cell framed, the row of a Word or Excel table in words.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { checkDocument } from '../../src/actions/check-document.ts'
import { writePdf } from '../../src/documents/write/pdf.ts'
import type { Source } from '../../src/kernel/form/form.ts'
import { audit, seen } from './audit.ts'
import { drop, journey } from './journey.ts'

const { open, keep } = journey()

const file = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(import.meta.dirname, '../golden/files', name))),
})
const target = 'indicators[0].target'

async function sourceOf(document: { name: string; bytes: Uint8Array }, path: string): Promise<Source> {
  const { forms } = await checkDocument({}, document)
  const source = forms[0]?.form.sources?.[path]
  if (!source) throw new Error(`${document.name} has no ${path}`)
  return source
}

/** A PDF with a form that none of the five documents has. */
async function newForm(name: string, project: string) {
  const { forms } = await checkDocument({}, file('000-typst.pdf'))
  const named = forms
    .slice(0, 1)
    .map(({ form }) => ({ ...form, project: form.project && { ...form.project, name: project } }))
  const pieces: Uint8Array[] = []
  for await (const piece of writePdf(named, name)) pieces.push(piece)
  return { name, bytes: new Uint8Array(Buffer.concat(pieces)) }
}

const choose = (page: Page, path: string) => page.locator(`[data-path="${path}"] button`).click()
const ready = (page: Page) => page.locator('.pdf-view[aria-busy=false]').waitFor()

/** Where the frame stands on the drawn page, in points of the page `wide` points wide. */
const framed = (page: Page, wide: number) =>
  page.evaluate((width) => {
    const [sheet, box] = ['.pdf-canvas', '.pdf-box'].map((name) =>
      document.querySelector(name)?.getBoundingClientRect(),
    )
    if (!sheet || !box) return null
    const points = width / sheet.width
    return {
      x: (box.x - sheet.x) * points,
      y: (box.y - sheet.y) * points,
      width: box.width * points,
      height: box.height * points,
    }
  }, wide)

/** Share of the pixels within the frame that are not the paper's white. */
const inked = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.pdf-canvas')
    const [sheet, box] = [canvas, document.querySelector('.pdf-box')].map((el) => el?.getBoundingClientRect())
    if (!canvas || !sheet || !box) return 0
    const scale = canvas.width / sheet.width
    const [x, y] = [(box.x - sheet.x) * scale, (box.y - sheet.y) * scale]
    const { data } = canvas
      .getContext('2d')
      ?.getImageData(x + 2, y + 2, box.width * scale - 4, box.height * scale - 4) ?? { data: [] }
    return data.filter((value, i) => i % 4 === 0 && value < 128).length / (data.length / 4)
  })

const inSight = (page: Page) =>
  page.evaluate(() => {
    const [view, box] = ['.pdf-frame', '.pdf-box'].map((name) => document.querySelector(name)?.getBoundingClientRect())
    return !!view && !!box && box.top >= view.top && box.bottom <= view.bottom && box.left >= view.left - 1
  })

const a4 = 595.3

async function expectFramed(page: Page, { box }: Source): Promise<void> {
  for (const side of ['x', 'y', 'width', 'height'] as const) {
    const off = async () => Math.abs(((await framed(page, a4))?.[side] ?? Number.NaN) - (box?.[side] ?? 0))
    await expect.poll(off, { message: side }).toBeLessThan(1.5)
  }
  await expect.poll(() => inSight(page)).toBe(true)
}

describe.each([1440, 390])('the page of a PDF at %i px', (width) => {
  it.each(['000-chromium.pdf', '000-libreoffice.pdf', '000-typst.pdf'])('%s has the cell framed', async (name) => {
    const { page, complaints, loaded } = await open('/check', width)
    await drop(page, file(name))
    await page.getByRole('grid').waitFor()
    expect([...loaded].filter((url) => /pdf/.test(url))).toEqual([])
    await choose(page, target)
    await ready(page)
    const source = await sourceOf(file(name), target)
    await expectFramed(page, source)
    await expect.poll(() => page.getByRole('figure').getAttribute('aria-label')).toBe(`原文第${source.page}页`)
    await expect.poll(() => audit(page)).toEqual([])

    for (const _ of [1, 2]) {
      await page.getByRole('button', { name: '放大' }).click()
      await ready(page)
    }
    await expectFramed(page, source)
    await expect.poll(() => inked(page)).toBeGreaterThan(0.01)
    expect(complaints).toEqual([])
  })
})

describe('a form that is stored', () => {
  async function openStored() {
    const document = await newForm('新项目.pdf', '检验检测能力提升经费')
    await keep(document)
    const visit = await open('/forms?text=检验检测能力提升')
    await visit.page.getByRole('link', { name: '检验检测能力提升经费' }).click()
    await visit.page.getByText('来自《新项目.pdf》').waitFor()
    return { ...visit, document }
  }

  it('shows the page of its file, the text on demand', async () => {
    const { page, complaints, document } = await openStored()
    await choose(page, target)
    await ready(page)
    await expectFramed(page, await sourceOf(document, target))
    await expect.poll(() => page.locator('.source-lines').count()).toBe(0)
    await page.getByText('原文文字').click()
    await expect.poll(() => seen(page.locator('mark'))).toBe('≥1.00(次)')
    expect(complaints).toEqual([])
  })

  it('shows its text where the file does not come', async () => {
    const { page } = await openStored()
    await page.route('**/api/documents/**', (route) => route.abort())
    await choose(page, target)
    await page.getByText('原文页面不能显示').waitFor()
    await expect.poll(() => seen(page.locator('mark'))).toBe('≥1.00(次)')
  })

  it('gets character maps a file does not bring from our own server', async () => {
    const { page, complaints } = await openStored()
    const body = Buffer.from(file('gbk_cid_nonembedded.pdf').bytes)
    await page.route('**/api/documents/**', (route) => route.fulfill({ body, contentType: 'application/octet-stream' }))
    const map = page.waitForResponse(/\/assets\/pdfjs-.*\/cmaps\/GBK/)
    await choose(page, target)
    await ready(page)
    expect((await map).headers()['content-type']).toBe('application/octet-stream')
    expect(complaints).toEqual([])
  })
})

it.each([
  ['000-word.docx', '第1个表 第11行 第5格'],
  ['000-excel.xlsx', '业务受理工作经费!F13'],
  ['000-gbk.html', '第1个表 第11行 第4格'],
])('%s says the place in words and marks the cell within its row', async (name, place) => {
  const { page, complaints } = await open('/check')
  await drop(page, file(name))
  await choose(page, target)
  await page.getByText(place, { exact: true }).waitFor()
  await expect.poll(() => page.locator('mark').allInnerTexts()).toEqual(['≥1.00(次)'])
  await expect
    .poll(() => seen(page.locator('.source-here')))
    .toContain('数量指标 ｜ 完成专项优化营商宣传工作 ｜ ≥1.00(次)')
  expect(complaints).toEqual([])
})
