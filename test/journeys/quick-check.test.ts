// 快速检查 as a reviewer lives it: drop a published document, go to a wrong value, see why, take the result away.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { FormDocument } from '../../src/kernel/form/form.ts'
import { audit, seen } from './audit.ts'
import { demoFile, drop, journey } from './journey.ts'

const { open, stopServer } = journey()

const details = (page: Page) => page.getByRole('tabpanel', { name: '详情' })
const cell = (page: Page, text: string) => page.getByRole('grid').getByRole('button', { name: text }).first()

async function chooseForm(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '文件中的表' }).fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('grid').getByText(name, { exact: true }).waitFor()
}

describe('a published document', () => {
  it('is taken away with its findings in it', async () => {
    const { page } = await open('/check')
    await drop(page, demoFile('002.txt'))
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载批注件' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('002-批注.txt')
    const lines = readFileSync(await download.path(), 'utf8').split('\n')
    expect(lines.some((line) => /^〔衡绩批注〕“2023年12月底前”【错误】.*规则 C08/.test(line))).toBe(true)
    expect(lines.filter((line) => !line.startsWith('〔衡绩批注〕')).join('\n')).toBe(
      readFileSync('demo/002.txt', 'utf8'),
    )
  })

  it.each([
    ['Word 文档', 'docx', /^PK/],
    ['PDF', 'pdf', /^%PDF-/],
  ])('is taken away as a review report: %s', async (label, ending, beginning) => {
    const { page, complaints } = await open('/check')
    await drop(page, demoFile('002.txt'))
    await page.getByRole('button', { name: '审核报告' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: label }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`002-审核报告.${ending}`)
    expect(readFileSync(await download.path(), 'latin1')).toMatch(beginning)
    expect(complaints).toEqual([])
  })

  it('is held against last year’s form in another file dropped with it', async () => {
    const { page, complaints } = await open('/check')
    await drop(page, demoFile('000.txt'), demoFile('001.txt'))
    await page
      .getByText(/上年“完成专项宣传工作”指标值 ≥1\.00\(次\)、实际 10\.00\(次\)/)
      .first()
      .waitFor()
    expect(complaints).toEqual([])
  })

  it('shows whether scores and execution agree, and how that was found', async () => {
    const { page } = await open('/check')
    await drop(page, demoFile('002.txt'))
    await page.getByText('得分与执行一致性：红灯').click()
    await page.getByText(/红灯：指标得分率 100\.0%，执行得分率 89\.5%/).waitFor()
  })

  it('is dropped, its wrong value found with derivation and source, and the result taken away', async () => {
    const { page, complaints } = await open('/check')
    await drop(page, demoFile('002.txt'))
    await chooseForm(page, '药品监督管理业务经费')
    await page.getByRole('list', { name: '问题清单' }).getByText('“工作计划完成率”是比率').click()

    await expect.poll(() => seen(details(page))).toContain('指标值“2023年12月底前”却是日期')
    await expect.poll(() => seen(details(page))).toMatch(/建议[\s\S]*依据[\s\S]*规则 C08/)
    await expect.poll(() => seen(page.locator('.cell-selected'))).toContain('2023年12月底前')
    await expect.poll(() => seen(details(page).locator('mark').first())).toContain('2023')

    await page.getByRole('tab', { name: '得分' }).click()
    await page.getByRole('button', { name: '年度资金总额的得分' }).click()
    const derivation = await seen(details(page).locator('dl[aria-label=计算过程]'))
    for (const step of ['口径', '输入', '公式', '计算', '舍入', '依据']) expect(derivation).toContain(step)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 JSON' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('002-检查结果.json')
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8'))
    expect(saved).toMatchObject({ source: '002.txt', profile: 'shanghai@2023' })
    expect(saved.forms).toHaveLength(9)
    const form = saved.forms[3]
    expect(form).toMatchObject({
      project: '药品监督管理业务经费',
      kind: 'project-self-evaluation',
      passed: expect.any(Number),
      notChecked: expect.any(Array),
      total: { printed: '98.73', computed: '98.73' },
      grade: { printed: '优', computed: '优' },
    })
    expect(form.findings).toContainEqual({
      rule: 'C08',
      severity: 'error',
      path: 'indicators[6].target',
      indicator: '工作计划完成率',
      quote: '2023年12月底前',
      message: expect.any(String),
      observed: expect.toBeOneOf([expect.any(String), null]),
      expected: expect.toBeOneOf([expect.any(String), null]),
      arithmetic: expect.toBeOneOf([expect.any(String), null]),
      basis: expect.any(String),
      fix: expect.any(String),
    })
    expect(form.scores[0]).toMatchObject({
      path: 'funds[0].rate',
      formula: expect.any(String),
      rounding: expect.any(String),
    })
    const record = { source: saved.source, forms: saved.forms.map((f: { form: unknown }) => f.form) }
    expect(FormDocument.safeParse(record).error).toBeUndefined()
    expect(complaints).toEqual([])
  })

  it('shows the recomputed score at the cell where it differs from the printed one', async () => {
    const { page } = await open('/check')
    await drop(page, demoFile('001.txt'))
    await chooseForm(page, '质量发展专项经费')
    const differing = page.getByRole('grid').getByRole('button', { name: '4.00 复算 4.50' })
    await differing.click()
    await expect.poll(() => seen(details(page))).toMatch(/填报 4\.00，复算 4\.50[\s\S]*18[\s\S]*20/)
  })

  it.each([1440, 390])('is readable and named for everyone at %i px', async (width) => {
    const { page, complaints } = await open('/check', width)
    await expect.poll(() => audit(page)).toEqual([])
    await drop(page, demoFile('003.txt'))
    await page.getByRole('grid').waitFor()
    await expect.poll(() => audit(page)).toEqual([])
    await page.getByRole('list', { name: '问题清单' }).getByRole('button').first().click()
    await page.getByText('原文', { exact: true }).waitFor()
    await page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
    await expect.poll(() => audit(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

it('stays on the page when the language changes', async () => {
  const { page } = await open('/check')
  await drop(page, demoFile('002.txt'))
  await page.getByRole('grid').waitFor()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Download JSON' }).waitFor()
  await expect.poll(() => page.getByRole('grid').count()).toBe(1)
})

describe('by keyboard alone', () => {
  it('the sheet is one stop: arrows move, Enter opens, n and p go from finding to finding, Escape closes', async () => {
    const { page } = await open('/check')
    await drop(page, demoFile('002.txt'))
    await page.getByRole('grid').waitFor()
    await expect.poll(() => page.locator('[role=grid] button:not([tabindex="-1"])').count()).toBe(1)
    const here = () => page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path'))

    await page.getByRole('button', { name: '下一张' }).focus()
    while (!(await here())) await page.keyboard.press('Tab')
    await expect.poll(() => here()).toBe('project.name')
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => here()).toBe('department.name')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => here()).toBe('unit.name')
    await page.keyboard.press('Enter')
    await expect.poll(() => seen(details(page))).toContain('上海市药品监督管理局')

    await page.keyboard.press('n')
    await expect.poll(() => page.locator('.cell-selected').getAttribute('class')).toMatch(/marked-/)
    const first = await here()
    await page.keyboard.press('n')
    await expect.poll(() => here()).not.toBe(first)
    await page.keyboard.press('p')
    await expect.poll(() => here()).toBe(first)

    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('.cell-selected').count()).toBe(0)
    await expect.poll(() => here()).toBe(first)
    await page.keyboard.press('Tab')
    await expect
      .poll(() => page.getByRole('button', { name: '上一处' }).evaluate((el) => el === document.activeElement))
      .toBe(true)
  })

  it('a finding in the list leads to its cell, and the focus with it', async () => {
    const { page } = await open('/check')
    await drop(page, demoFile('002.txt'))
    await page
      .getByRole('list', { name: '问题清单' })
      .getByRole('button')
      .filter({ hasText: '预算执行率' })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.closest('.cell-selected[data-path="funds[0].rate"]'))
  })

  it('the skip link leads past the menu, and on a narrow screen Escape gives the cell its focus back', async () => {
    const { page } = await open('/check', 390)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content')
    await drop(page, demoFile('001.txt'))
    await cell(page, '新闻宣传专项经费').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByText('原文', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.waitForFunction(() => document.activeElement?.closest('[data-path="project.name"]'))
  })
})

describe('several files at once', () => {
  const garbage = { name: 'photo.bin', bytes: Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256) }

  it('the bad one says why, the others are checked', async () => {
    const { page } = await open('/check')
    await drop(page, demoFile('001.txt'), garbage, demoFile('004.txt'))
    const files = page.getByRole('list', { name: '文件' }).getByRole('listitem')
    await files.nth(2).getByText('56 张表').waitFor()
    await expect.poll(() => seen(files.nth(0))).toContain('4 张表')
    await expect.poll(() => seen(files.nth(1))).toMatch(/photo\.bin[\s\S]*[\u4e00-\u9fff]{6}/)
    await page.getByRole('button', { name: 'photo.bin' }).click()
    await expect.poll(() => seen(page.getByRole('alert'))).toMatch(/[\u4e00-\u9fff]{6}/)
    await page.getByRole('button', { name: '004.txt' }).click()
    await page.getByRole('grid').waitFor()
  })

  it('can be cancelled, waiting or running, without stopping the rest', async () => {
    const { page } = await open('/check')
    await page.route(/check\?name=000/, () => {}) // never answered: it runs until it is cancelled
    await drop(page, demoFile('000.txt'), demoFile('003.txt'), demoFile('001.txt'))
    await page.getByRole('button', { name: '取消 003.txt' }).click()
    await page.getByRole('button', { name: '取消 000.txt' }).click()
    const files = page.getByRole('list', { name: '文件' }).getByRole('listitem')
    await files.nth(2).getByText('4 张表').waitFor()
    await expect.poll(() => seen(files.nth(0))).toContain('已取消')
    await expect.poll(() => seen(files.nth(1))).toContain('已取消')
  })
})

describe('on paper', () => {
  it.each([
    { name: '002.txt', size: [595, 842] },
    { name: '003.txt', size: [842, 595] },
  ])('$name is the official form and nothing else, on A4', async ({ name, size }) => {
    const { page } = await open('/check')
    await drop(page, demoFile(name))
    await page.getByRole('grid').getByRole('button').first().click()
    await page.emulateMedia({ media: 'print' })
    const sheet = await seen(page.locator('.sheet'))
    await expect.poll(() => seen(page.locator('body'))).toBe(sheet)
    expect(sheet).not.toMatch(/错误|警告|复算/)
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    const boxes = [...pdf.matchAll(/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((m) =>
      [m[1], m[2]].map(Number).map(Math.round),
    )
    expect(boxes.length).toBeGreaterThan(0)
    for (const box of boxes) expect(box).toEqual(size)
  })
})

it('loads at most 400 kB of script and style for each page', async () => {
  for (const path of ['/check', '/forms']) {
    const { page, loaded } = await open(path)
    await page.waitForLoadState('networkidle')
    const bodies = await Promise.all([...loaded].map(async (url) => (await page.request.get(url)).body()))
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThan(400_000)
  }
})

it('says so when the program has stopped, and tries again when asked', async () => {
  const { page } = await open('/check')
  await stopServer()
  await drop(page, demoFile('001.txt'))
  await page.getByText('连不上衡绩服务').waitFor()
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByText('连不上衡绩服务').waitFor()
  await page.getByRole('link', { name: '绩效表' }).click()
  await page.getByText('请确认衡绩程序仍在运行').waitFor()
})
