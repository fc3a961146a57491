// At the sheet itself: what letters are understood as, input methods, rows dragged, what is copied from Word.
import { expect, it } from 'vitest'
import { seen } from './audit.ts'
import { demonstration, draftOf, view } from './clerk.ts'
import { putOnClipboard } from './spreadsheet-clipboard.ts'

const { signIn } = demonstration()

it('says what is understood while it is typed, at the cell and beside the form', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '新闻宣传专项经费', 2023)
  const { version } = await view(clerk, id)
  await clerk.edit(id)
  const [atCell, beside] = [page.locator('.echo-at-cell'), page.locator('.form-panel .echo')]
  const says = async (text: string) => {
    await atCell.getByText(text).waitFor()
    await beside.getByText(text).waitFor()
  }
  await clerk.cell('indicators[0].target').click()
  await page.keyboard.type('不少于30')
  await says('识别为 ≥ 30')
  await page.keyboard.type('万份')
  await says('识别为 ≥ 30 万份')
  for (let i = 0; i < 7; i++) await page.keyboard.press('Backspace')
  await page.keyboard.type('显著提升')
  await says('按文字记录，不作为数值')
  await page.keyboard.press('Escape')
  await atCell.waitFor({ state: 'detached' })
  await beside.getByText('按文字记录').waitFor({ state: 'detached' }) // the target that stands in the form again
  await page.locator('.sheet-editor td.cell-amount').first().click()
  await page.keyboard.type('十五万')
  await says('不是数，请填数字')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await view(clerk, id)).version).toBe(version)
  expect(clerk.complaints).toEqual([])
})

it('leaves the letters to an input method until it is done with them', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '新闻宣传专项经费', 2024)
  await clerk.edit(id)
  const field = page.locator('.editor-input')
  const method = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const first = clerk.cell('indicators[0].name')
  /** Without the marks of the rules, which come when they come. */
  const textOf = (path: string) => seen(clerk.cell(path).locator('.cell-text'))
  const names = ['indicators[0].name', 'indicators[1].name', 'project.name'] as const
  const [before, below, fixed] = [await textOf(names[0]), await textOf(names[1]), await textOf(names[2])]

  await first.click()
  await compose('x')
  await compose("xuan'chuan")
  await expect.poll(() => field.inputValue()).toBe("xuan'chuan")
  // these keys belong to the list of the input method
  for (const key of ['ArrowDown', 'ArrowUp', 'Escape']) await page.keyboard.press(key)
  await expect.poll(() => field.getAttribute('aria-label')).toContain('第1行 三级指标')
  await method.send('Input.insertText', { text: '宣传' })
  await compose('ci')
  await method.send('Input.insertText', { text: '次数' })
  await expect.poll(() => field.inputValue()).toBe('宣传次数')
  expect(await textOf(names[0])).toBe(before) // nothing is taken before the person says so
  await page.keyboard.press('Enter')
  await first.getByText('宣传次数').waitFor()

  // what is still being composed when another cell is clicked is not lost, and does not follow there
  await clerk.cell('indicators[0].name').click()
  await compose('ceshi')
  await clerk.cell('indicators[1].name').click()
  await first.getByText('ceshi').waitFor()
  await expect.poll(() => field.inputValue()).toBe('')
  expect(await textOf(names[1])).toBe(below)

  // a cell that is fixed takes nothing
  await clerk.cell('project.name').click()
  await compose('x')
  await method.send('Input.insertText', { text: '新' })
  await expect.poll(() => field.inputValue()).toBe('')
  await page.keyboard.press('Enter')
  expect(await textOf(names[2])).toBe(fixed)
  await expect.poll(async () => (await view(clerk, id)).form.indicators[0]?.name).toBe('ceshi')
  expect(clerk.complaints).toEqual([])
})

it('drags a group of rows as a whole, by its handle and by keys', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '质量发展专项经费', 2024)
  const before = (await view(clerk, id)).form.indicators
  const group = before.filter(({ aspect }) => aspect === before[0]?.aspect)
  const next = before[group.length]
  expect([group.length > 1, next !== undefined]).toEqual([true, true])
  await clerk.edit(id)
  const names = async () => (await view(clerk, id)).form.indicators.map(({ name }) => name)
  const others = before.slice(group.length).map(({ name }) => name)
  const own = group.map(({ name }) => name)

  await clerk.cell('indicators[0].aspect').click()
  const grip = page.getByRole('button', { name: `拖动这 ${group.length} 行` })
  await grip.waitFor()
  const handle = await grip.boundingBox()
  if (!handle) throw new Error('it is drawn')
  await page.mouse.move(handle.x + 8, handle.y + 8)
  await page.mouse.down()
  await page.mouse.move(handle.x + 8, 895, { steps: 4 }) // at the edge of the window the page goes on
  const toScroll = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight - Math.ceil(scrollY))
  await expect.poll(toScroll).toBeLessThanOrEqual(0)
  const last = await clerk.cell(`indicators[${before.length - 1}].name`).boundingBox()
  if (!last) throw new Error('it is drawn')
  await page.mouse.move(last.x + 20, last.y + last.height - 4)
  await page.locator('.drop-line').waitFor()
  await page.mouse.up()
  await expect.poll(names).toEqual([...others, ...own])

  await clerk.cell(`indicators[${others.length}].aspect`).click()
  for (const _ of others) await page.keyboard.press('Alt+ArrowUp') // at the top nothing is moved any more
  await expect.poll(names).toEqual([...own, ...others])
  expect(clerk.complaints).toEqual([])
})

it('takes a table copied from Word with its merged cells, and paragraphs into one cell', async () => {
  const clerk = await signIn('tianbao')
  const { page } = clerk
  const id = await draftOf(clerk, '政府聘用辅助人员经费', 2023)
  await clerk.edit(id)
  const run = (text: string) =>
    `<p class=MsoNormal><span style='font-family:宋体;mso-ascii-font-family:Calibri'>${text}</span><span lang=EN-US><o:p></o:p></span></p>`
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body lang=ZH-CN><!--StartFragment--><table class=MsoTableGrid border=1>
<tr><td rowspan=2>${run('产出指标')}</td><td>${run('数量\r\n  指标')}</td><td>${run('印制手册')}</td><td>${run('≥<span lang=EN-US>30</span>万份')}</td></tr>
<tr><td>${run('质量指标')}</td><td>${run('合格率')}${run('（抽检）')}</td><td>${run('≥95%')}</td></tr>
<![if !supportMisalignedColumns]><tr height=0><td width=92></td></tr><![endif]></table><!--EndFragment--></body></html>`
  await clerk.cell('indicators[0].dimension').click()
  await putOnClipboard(clerk, { html, text: '' })
  const dialog = page.getByRole('dialog')
  await dialog.getByText('将改动').waitFor()
  await dialog.getByRole('button', { name: /粘\s*贴/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  const goal = page.locator('.sheet-editor [data-path^="goals."]').first()
  await goal.click()
  await putOnClipboard(clerk, { html: run('一'), text: '完成宣传工作，\r\n树立良好形象。\r\n' })
  await goal.getByText('树立良好形象').waitFor()
  const rows = async () =>
    (await view(clerk, id)).form.indicators
      .slice(0, 2)
      .map((row) => [row.dimension, row.aspect, row.name, row.target.text])
  await expect.poll(rows).toEqual([
    ['产出指标', '数量指标', '印制手册', '≥30万份'],
    ['产出指标', '质量指标', '合格率\n（抽检）', '≥95%'],
  ])
  await expect
    .poll(async () => Object.values((await view(clerk, id)).form.goals))
    .toContain('完成宣传工作，\n树立良好形象。')
  expect(clerk.complaints).toEqual([])
})
