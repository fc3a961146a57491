// 项目: found in the list, looked at over the years with its money, targets, results and what was decided.
import { describe, expect, it } from 'vitest'
import { seen } from './audit.ts'
import { demoJourney } from './demo-journey.ts'
import { sound } from './year-journey.ts'

const { visit } = demoJourney()

describe('a project', () => {
  it.each([1440, 390])('is found and told over the years, %i pixels wide', async (width) => {
    const { page, complaints } = await visit('zhuguan', '/projects', width)
    const table = page.getByRole('table', { name: '项目' })
    await table.waitFor()
    await expect.poll(() => sound(page)).toEqual([])
    await page.getByRole('searchbox', { name: '项目名称、代码或单位' }).fill('质量发展专项经费')
    await page.keyboard.press('Enter')
    await expect.poll(() => table.locator('tbody tr').count()).toBe(1)
    await table.getByRole('link', { name: '质量发展专项经费' }).click()
    await page.getByRole('heading', { level: 1, name: '质量发展专项经费' }).waitFor()
    await page
      .getByRole('img', { name: /预算与执行/ })
      .locator('svg')
      .waitFor()
    await expect
      .poll(() => seen(page.getByRole('table', { name: '历年情况' })))
      .toMatch(/2023[\s\S]*55\.50 万元[\s\S]*97\.97/)
    await page.getByRole('heading', { name: '办理经过' }).waitFor()
    await page.getByRole('heading', { name: '指标的历年目标与完成' }).waitFor()
    await expect.poll(() => sound(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
