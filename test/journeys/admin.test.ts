// 管理 as the three administrators and the performance office live it: offices, people, years, audit; what one may not do says why.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backUp } from '../../src/actions/back-up.ts'
import { readList } from '../../src/documents/list/read-list.ts'
import { seen } from './audit.ts'
import { demoJourney, enter } from './demo-journey.ts'
import { sound } from './year-journey.ts'

const { arrive, visit, atServer } = demoJourney()

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const tree = (page: Page) => page.getByRole('list', { name: '机构树', exact: true })

async function choose(page: Page, label: string, text: string, option = text): Promise<void> {
  await page.getByRole('combobox', { name: label }).last().fill(text)
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).first().click()
}

describe('机构', () => {
  it('are found in the tree or by name, added to and renamed, and the history says what happened', async () => {
    const { page, complaints } = await visit('xitong', '/admin')
    await button(page, '展开“天津市财政局”').click()
    await button(page, '天津市市场监督管理委员会 355').click()
    await button(page, '增设下级').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('代码').fill('355999')
    await dialog.getByLabel('名称').fill('天津市质量基础中心')
    await dialog.getByLabel('原因').fill('津编办〔2026〕9号')
    await dialog.getByRole('button', { name: '增设下级' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('searchbox', { name: '按名称或代码查找机构' }).fill('质量基础')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /天津市质量基础中心/ }).click()
    await button(page, '更名').click()
    await dialog.getByLabel('新名称').fill('天津市质量基础设施中心')
    await dialog.getByRole('button', { name: '更名' }).click()
    await dialog.getByText('请填写原因').waitFor()
    await dialog.getByLabel('原因').fill('津编办〔2026〕12号')
    await dialog.getByRole('button', { name: '更名' }).click()
    await page.getByRole('heading', { name: '天津市质量基础设施中心' }).waitFor()
    await expect
      .poll(() => seen(page.getByRole('list', { name: '历史' })))
      .toMatch(/“天津市质量基础中心”改为“天津市质量基础设施中心”[\s\S]*津编办〔2026〕12号/)
    expect(complaints).toEqual([])
  })

  it('come from a list only when every cell of it is sound; the template is such a list', async () => {
    const { page } = await visit('xitong', '/admin/organisations')
    await button(page, '上海市财政局 D310').click()
    await button(page, '导入下级').click()
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '下载模板').click()])
    const template = await readList(
      { bytes: new Uint8Array(readFileSync(await download.path())), name: '模板.xlsx' },
      { code: { headings: ['代码'] }, name: { headings: ['名称'] } },
    )
    expect(template.columns).toEqual(['code', 'name'])
    const dialog = page.getByRole('dialog')
    const give = async (text: string) => {
      const path = join(tmpdir(), `hengji-list-${process.pid}.csv`)
      writeFileSync(path, text)
      await dialog.locator('input[type=file]').setInputFiles(path)
    }
    const apply = dialog.getByRole('button', { name: '导入', exact: true })
    await give('类型,代码,名称,上级代码\n主管部门,001001,上海市试验局,\n预算单位,001002,上海市试验所,没有的\n')
    await dialog.getByText('没有代码为“没有的”的上级机构').waitFor()
    await expect.poll(() => apply.isDisabled()).toBe(true)
    await give('类型,代码,名称,上级代码\n主管部门,001001,上海市试验局,\n预算单位,001002,上海市试验所,001001\n')
    await dialog.getByText('新增 2 个').waitFor()
    await apply.click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('main').getByRole('link', { name: '上海市试验局' }).waitFor()
  })

  it('are read by everybody, and changed by nobody but the system administrator', async () => {
    const { page } = await visit('tianbao', '/admin/organisations')
    await tree(page).getByRole('button', { name: '上海市 310000' }).click()
    await expect.poll(() => button(page, '更名').isDisabled()).toBe(true)
    await button(page, '更名').hover({ force: true })
    await page.getByRole('tooltip', { name: '维护机构是系统管理员的职责，您只能查看。' }).waitFor()
  })
})

describe('人员与角色', () => {
  it('a new person gets a password once, a role by another administrator, and then sees what was granted', async () => {
    const system = await visit('xitong', '/admin/people')
    await button(system.page, '新建人员').click()
    const dialog = system.page.getByRole('dialog')
    await dialog.getByLabel('姓名').fill('新来')
    await dialog.getByLabel('登录名').fill('xin lai')
    await dialog.getByText('登录名以字母、汉字或数字开头').waitFor()
    await dialog.getByLabel('登录名').fill('xinlai')
    await choose(system.page, '机构', '消费者协会')
    await dialog.getByRole('button', { name: '新建人员' }).click()
    const password = await seen(system.page.locator('output'))
    expect(password.length).toBeGreaterThanOrEqual(10)
    await button(system.page, '我已记下').click()
    await system.page.getByText('还没有角色：能登录，但看不到业务数据。').waitFor()
    const address = new URL(system.page.url())

    const security = await visit('anquan', `${address.pathname}${address.search}`)
    await security.page.getByRole('combobox', { name: '角色' }).click()
    await security.page.getByTitle('填报人', { exact: true }).click()
    await choose(security.page, '在哪个机构', '消费者协会')
    await button(security.page, '授予').click()
    await security.page.getByRole('list', { name: '角色' }).getByText('填报人').waitFor()
    await security.page.getByRole('combobox', { name: '角色' }).click()
    const administrator = security.page.locator('.ant-select-item-option').filter({ hasText: '审计管理员' })
    await expect.poll(() => administrator.getAttribute('aria-disabled')).toBe('true')
    await expect.poll(() => seen(administrator)).toContain('管理员不经办业务')
    await security.page.keyboard.press('Escape')
    const access = security.page.getByRole('table', { name: '能看到和能做什么' })
    await expect
      .poll(() => seen(access.getByRole('row').filter({ hasText: '填写、提交和撤回' })))
      .toContain('天津市消费者协会')

    const { page } = await arrive()
    await enter(page, 'xinlai', password)
    await page.getByText('首次登录或密码被重置后，须先改成自己的密码。').waitFor()
    expect([...system.complaints, ...security.complaints]).toEqual([])
  })
})

describe('年度与任务', () => {
  it('a task is opened for a department and all below it, and one unit’s deadline extended', async () => {
    const { page, complaints } = await visit('jixiao', '/admin/cycles')
    await page.getByRole('list', { name: '年度与任务' }).getByRole('link').first().click()
    await button(page, '开放任务').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: '类型' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '绩效运行监控' }).click()
    await dialog.getByLabel('任务名称').fill('年中绩效监控')
    await dialog.getByRole('combobox', { name: '表样' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '项目支出绩效目标执行监控表' }).click()
    await dialog.getByRole('checkbox', { name: '资金支付明细' }).check()
    await dialog.getByLabel('截止').fill('2099-06-30')
    await choose(page, '面向的机构', '上海市市场监督管理局')
    await dialog.getByRole('button', { name: '开放任务' }).click()
    await dialog.waitFor({ state: 'hidden' })
    const card = page.locator('.ant-card').filter({ has: page.getByRole('heading', { name: '年中绩效监控' }) })
    await card.getByText('缺了就不能提交：资金支付明细').waitFor()
    await card.getByRole('button', { name: '显示进度' }).click()
    const unit = card.getByRole('row').filter({ hasText: '行政服务中心' })
    await unit.getByRole('button').click()
    await dialog.getByLabel('延到').fill('2099-08-31')
    await dialog.getByLabel('原因').fill('系统切换')
    await dialog.getByRole('button', { name: '延期', exact: true }).click()
    await unit.getByText('2099-08-31').waitFor()
    expect(complaints).toEqual([])
  })
})

describe('系统状态', () => {
  it('says that there is no backup and what to do, then when it was made and how large it is', async () => {
    const { page, complaints } = await visit('xitong', '/admin/system')
    await page.getByText('还没有备份过。请现在在服务器上运行下面第一条命令').waitFor()
    const folder = mkdtempSync(join(tmpdir(), 'hengji-backup-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    await backUp(atServer(), { path: join(folder, '每天.gz') })
    await page.reload()
    await page.getByText(/^每天\.gz，[\d.]+ [kM]B$/).waitFor()
    expect(complaints).toEqual([])
  })
})

describe('审计', () => {
  it('is narrowed by what and whom, verified, and taken away as a file', async () => {
    const { page, complaints } = await visit('shenji', '/admin/audit')
    await page.getByRole('searchbox', { name: '谁（姓名或登录名）' }).fill('tianbao')
    await page.keyboard.press('Enter')
    await expect
      .poll(() => page.getByRole('table', { name: '审计' }).locator('tbody tr').allInnerTexts())
      .toSatisfy((rows: string[]) => rows.length > 0 && rows.every((row) => row.includes('田宝（tianbao）')))
    await button(page, '核对完整性').click()
    await page.getByText(/^完好：审计记录 \d+ 条/).waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '导出 CSV').click()])
    const text = readFileSync(await download.path(), 'utf8')
    expect(text).toContain('田宝（tianbao）')
    expect(text).not.toContain('席同（xitong）')
    expect(complaints).toEqual([])
  })

  it('is nobody else’s to read', async () => {
    const { page } = await visit('tianbao', '/admin/audit')
    await page.getByText('您没有“审计”的权限').waitFor()
  })
})

describe('规则与口径', () => {
  it('are read without an account: a rule with its examples, two profiles side by side', async () => {
    const { page, complaints } = await arrive('/rules')
    await page.getByRole('textbox', { name: '按编号、文字或依据查找规则' }).fill('分项之和')
    await page.getByRole('link', { name: 'B01' }).click()
    await page.getByText('11789.83 + 74.52 = 11864.35 ≠ 11881.54').waitFor()
    await page.getByRole('link', { name: '口径', exact: true }).click()
    await page.getByRole('combobox', { name: '与另一口径比较' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '上海市' }).click()
    await expect
      .poll(() => seen(page.getByRole('table', { name: /处不同/ })))
      .toMatch(/执行率的舍入\s+保留 2 位小数，四舍五入。\s+保留 2 位小数，截断，不进位。/)
    expect(complaints).toEqual([])
  })
})

describe('every page of 管理', () => {
  it.each([1440, 390])(
    'is readable and named for everyone at %i px',
    async (width) => {
      const faults: string[] = []
      for (const [login, paths] of [
        ['xitong', ['/admin/organisations', '/admin/people', '/admin/system', '/rules', '/rules/B01', '/profiles']],
        ['jixiao', ['/admin/cycles']],
        ['shenji', ['/admin/audit', '/admin/people']],
        ['anquan', ['/admin/system']],
      ] as const)
        for (const path of paths) {
          const { page } = await visit(login, path, width)
          await page.waitForLoadState('networkidle')
          faults.push(...(await sound(page)).map((fault) => `${path} ${login}: ${fault}`))
        }
      expect(faults).toEqual([])
    },
    180_000,
  )
})
