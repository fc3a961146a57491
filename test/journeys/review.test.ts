// 审核: from the queue to the form, back to the preparer and up again, each person at their own page.
import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { seen } from './audit.ts'
import { sound, yearJourney } from './year-journey.ts'

// Five people after one another, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 })

const { visit, year, declared, move, view, approvedBy } = withSteps()

function withSteps() {
  const own = yearJourney()
  const approvedBy = async (id: string, ...steps: readonly ('unit' | 'department' | 'finance')[]) => {
    for (const who of steps) await own.move(who, id, 'approve')
  }
  return { ...own, approvedBy }
}

/** Saved by itself after a pause, and the machine may be busy. */
const until = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 20_000 })

const cell = (page: Page, path: string) => page.locator(`[data-path="${path}"]`)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const rows = (page: Page) => page.getByRole('list', { name: '审核' }).getByRole('listitem')

describe('a form on its way', () => {
  it('comes back with a comment at its cell, is put right and goes through', async () => {
    const { id } = await declared('退回再报的项目')
    await move('preparer', id, 'submit')
    await approvedBy(id, 'unit')
    const target = 'indicators[1].target'

    const department = await visit('department', '/review')
    await department.page.getByRole('link', { name: '退回再报的项目' }).click()
    await cell(department.page, target).getByRole('button').click()
    await department.page.getByRole('tab', { name: '批注' }).click()
    await department.page.getByLabel(/^添加批注（第2行/).fill('请说明准确率怎么统计')
    await button(department.page, '添加批注').click()
    await cell(department.page, target).getByText('批注', { exact: true }).waitFor()

    await button(department.page, '退回').click()
    const back = department.page.getByRole('region', { name: '退回修改' })
    await expect.poll(() => back.getByRole('button', { name: '退回', exact: true }).isDisabled()).toBe(true)
    await cell(department.page, target).getByRole('button').click()
    await cell(department.page, target).getByText('待改', { exact: true }).waitFor()
    await expect.poll(() => seen(back.getByRole('status'))).toContain('已标出 1 格')
    await back.getByLabel('退回理由').fill('准确率的统计方法不清')
    await back.getByRole('button', { name: '退回', exact: true }).click()
    await department.page.getByText('退回修改', { exact: true }).first().waitFor()
    await until(async () => (await view(id)).state).toBe('returned')
    expect((await view(id)).onlyCells).toEqual([target])
    expect(department.complaints).toEqual([])

    const preparer = await visit('preparer', `/filings/${id}`)
    await preparer.page.locator(`[data-path="${target}"].cell-commented`).waitFor()
    await preparer.page.getByRole('tab', { name: /批注/ }).click()
    await preparer.page.getByText('请说明准确率怎么统计').waitFor()
    await cell(preparer.page, target).click()
    await preparer.page.keyboard.type('≥99%')
    await preparer.page.keyboard.press('Enter')
    await until(async () => (await view(id)).form.indicators[1]?.target.text).toBe('≥99%')
    await preparer.page.getByRole('button', { name: '提交' }).click()
    await until(async () => (await view(id)).state).toBe('unit-review')

    for (const [who, next] of [
      ['unit', 'department-review'],
      ['department', 'finance-review'],
      ['finance', 'approved'],
    ] as const) {
      const { page, complaints } = await visit(who, `/filings/${id}`)
      await page.getByRole('tab', { name: /变化/ }).click()
      await page.getByText(/水情数据准确率.*由“≥98%”改为“≥99%”，要求提高/).waitFor()
      await cell(page, target).getByText('要求提高', { exact: true }).waitFor()
      await button(page, '审核通过').click()
      await until(async () => (await view(id)).state).toBe(next)
      expect(complaints).toEqual([])
    }
  })

  it('is judged by the four aspects: total and grade while it is filled in, and what they forbid', async () => {
    const { id } = await declared('四性审核的项目')
    await move('preparer', id, 'submit')
    await approvedBy(id, 'unit')
    const { page } = await visit('department', `/filings/${id}`)
    await page.getByRole('tab', { name: '四性审核' }).click()
    const points = page.getByRole('textbox', { name: /得分/ })
    for (const [i, given] of ['5', '5', '9', '9', '9', '9', '6', '6'].entries()) await points.nth(i).fill(given)
    await page.getByText('合计 58，差：不得进入下一步预算安排流程').waitFor()
    await points.first().fill('11')
    await page.getByText('“规范完整性”的得分应在0至10分之间，现为“11”。').waitFor()
    await expect.poll(() => button(page, '保存审核表').isDisabled()).toBe(true)
    await points.first().fill('5')
    await button(page, '保存审核表').click()
    await page.getByText('审核表已保存').waitFor()
    await until(() => button(page, '审核通过').isDisabled()).toBe(true)
    await page.getByText(/另有 \d+ 项现在不能办理/).click()
    await expect.poll(() => seen(page.locator('.why-not'))).toContain('审核通过：')
  })
})

it('is signed by a colleague before it can be approved', async () => {
  const { id } = await declared('会签的项目')
  await move('preparer', id, 'submit')
  const { page } = await visit('unit', `/filings/${id}`)
  await button(page, '请人会签').click()
  const dialog = page.getByRole('dialog', { name: '请人会签' })
  await expect.poll(() => button(page, '确定').isDisabled()).toBe(true)
  await dialog.getByRole('combobox', { name: '人员（可选多人）' }).click()
  await page.locator('.ant-select-item-option').getByText('名bu（海川市水务局主管部门审核人）').click()
  await dialog.getByLabel('理由').fill('请看资金口径')
  await button(page, '确定').click()
  await until(() => button(page, '审核通过').isDisabled()).toBe(true)

  const colleague = await visit('department', `/filings/${id}`)
  await button(colleague.page, '会签').click()
  await colleague.page.getByLabel('会签意见').fill('口径一致，同意。')
  await button(colleague.page, '确定').click()
  await until(async () => (await view(id)).assignments.at(0)?.opinion).toBe('口径一致，同意。')
  await page.reload()
  await button(page, '审核通过').click()
  await until(async () => (await view(id)).state).toBe('department-review')
})

describe('the queue', () => {
  it('is ordered by risk, says how it came about, and is walked by keys', async () => {
    const made = [await declared('按键项目甲'), await declared('按键项目乙')]
    for (const { id } of made) await move('preparer', id, 'submit')
    await move('unit', made[1]?.id ?? '', 'send-back', { reason: '请核对' })
    await move('preparer', made[1]?.id ?? '', 'submit')
    const { page, complaints } = await visit('unit', '/review')
    await page.getByRole('searchbox', { name: '项目或单位名称' }).fill('按键项目')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('共 2 件').waitFor()
    await expect.poll(() => seen(rows(page).first())).toMatch(/按键项目乙[\s\S]*曾退回 1 次/)
    await rows(page).first().getByText(/^风险/).click()
    await expect.poll(() => seen(rows(page).first())).toMatch(/资金120万元 × 严重程度.* × 重复2（1＋退回1次/)
    await page.locator('h1').click()
    await page.keyboard.press('j')
    await expect.poll(() => rows(page).nth(1).getAttribute('aria-current')).toBe('true')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/filings/${made[0]?.id}`)
    await page.getByText('第 2 / 2 件').waitFor()
    await page.keyboard.press('k')
    await page.waitForURL(`**/filings/${made[1]?.id}`)
    expect(complaints).toEqual([])
  })

  it('a search kept under a name is there on every machine, and what an old browser kept by itself comes with it', async () => {
    const old = await visit('unit', '/review')
    await old.page.evaluate(async () => {
      const { person } = await (await fetch('/api/session')).json()
      const kept = [{ name: '旧浏览器的', address: 'box=all&text=旧' }]
      localStorage.setItem(`hengji.searches.${person.id}`, JSON.stringify(kept))
    })
    await old.page.goto(new URL('/review?box=all&text=常用', old.page.url()).href)
    await button(old.page, '旧浏览器的').waitFor()
    await button(old.page, '保存当前条件').click()
    await old.page.getByRole('textbox', { name: '条件的名称' }).fill('常用的')
    await old.page.keyboard.press('Enter')
    await old.page.locator('.saved.here').getByText('常用的').waitFor()
    await expect
      .poll(() => old.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('searches'))))
      .toEqual([])

    const { page, complaints } = await visit('unit', '/review')
    await button(page, '旧浏览器的').click()
    await page.waitForURL((url) => url.searchParams.get('text') === '旧' && url.searchParams.get('box') === 'all')
    for (const name of ['旧浏览器的', '常用的']) {
      await page.getByRole('button', { name: `删除条件“${name}”` }).click()
      await button(page, name).waitFor({ state: 'detached' })
    }
    expect(complaints).toEqual([])
  })

  it('several are approved at once, and each says what became of it', async () => {
    const made = [await declared('批量项目甲'), await declared('批量项目乙')]
    for (const { id } of made) await move('preparer', id, 'submit')
    const { page } = await visit('unit', '/review?text=批量项目')
    await page.getByRole('status').getByText('共 2 件').waitFor()
    await expect.poll(() => button(page, '一起通过').getAttribute('title')).toBe('请先勾选要一起办理的表')
    for (const name of ['批量项目甲', '批量项目乙']) await page.getByRole('checkbox', { name: `选择 ${name}` }).check()
    await button(page, '一起通过').click()
    await button(page, '先预演').click()
    await page.getByText('将办 2 件，不能办 0 件').waitFor()
    const outcomes = page.getByRole('region', { name: '逐件结果' })
    await until(() => seen(outcomes)).toMatch(/将办 海川市水文站　批量项目甲/)
    expect((await view(made[0]?.id ?? '')).state).toBe('unit-review')
    await approvedBy(made[0]?.id ?? '', 'unit') // somebody else was quicker
    await button(page, '开始办理').click()
    await page.getByText('成功 1 件，未办理 1 件').waitFor()
    await until(() => seen(outcomes)).toMatch(/未办 海川市水文站　批量项目甲/)
    await until(() => seen(outcomes)).toMatch(/已办 海川市水文站　批量项目乙/)
    expect((await view(made[1]?.id ?? '')).state).toBe('department-review')
  })
})

it('the performance office sees how far a task is, and reminds', async () => {
  const { id } = await declared('催办的项目')
  const { page } = await visit('office', `/tasks/${year().declaration}`)
  await page.getByRole('button', { name: '催办 海川市水文站' }).click()
  await button(page, '开始办理').click()
  await page.getByText(/成功 \d+ 件，未办理 0 件/).waitFor()
  await until(async () => (await view(id)).steps.at(-1)?.verb).toBe('remind')
})

it.each([1440, 390])('every page is sound for everyone at %i px', async (width) => {
  const { id } = await declared(`易用的项目${width}`)
  await move('preparer', id, 'submit')
  const { page, complaints } = await visit('unit', '/review', width)
  for (const path of ['/review', '/review?text=没有', `/filings/${id}`, `/tasks/${year().declaration}`, '/work']) {
    await page.goto(new URL(path, page.url()).href)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    await expect.poll(() => sound(page), { message: path }).toEqual([])
  }
  await page.getByRole('button', { name: 'English' }).click()
  await page.goto(new URL('/review', page.url()).href)
  await page.getByRole('heading', { name: 'Review' }).waitFor()
  await expect.poll(() => sound(page)).toEqual([])
  expect(complaints).toEqual([])
})
