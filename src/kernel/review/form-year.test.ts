import { describe, expect, it } from 'vitest'
import { budgetYear, yearsIn } from './form-year.ts'
import { targetForm } from './sample.ts'

describe('years in a name', () => {
  it.each([
    ['法律服务2024', [2024]],
    ['2023年中央反垄断工作补助经费', [2023]],
    ['大型检测设备运行维护2024（特检院）', [2024]],
    ['信息化运维（2024年度）', [2024]],
    ['2021—2025年规划编制', [2021, 2025]],
    ['2022年度科技计划结转2022年', [2022]],
    ['津财绩效〔2021〕7号专项', []],
    ['新建2000亩高标准农田', []],
    ['教师业务培训经费', []],
  ])('%s', (name, years) => expect(yearsIn(name)).toEqual(years))
})

describe('the budget year', () => {
  const goals = (overall: string) =>
    targetForm({ year: null, indicators: [], goals: { overall, annual: null, expected: null, actual: null } })

  it('is the printed one', () => expect(budgetYear(targetForm({ year: 2024 }))).toBe(2024))
  it('is else the one year the texts speak of', () =>
    expect(budgetYear(goals('2024年6月前启动，2024年底完成'))).toBe(2024))
  it('is unknown where they speak of several or none', () => {
    expect(budgetYear(goals('2023年立项，2024年完成'))).toBeNull()
    expect(budgetYear(goals('完成抽检任务'))).toBeNull()
  })
})
