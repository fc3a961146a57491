import { describe, expect, it } from 'vitest'
import type { Form } from '../form/form.ts'
import { profileOf } from '../profile/choose.ts'
import type { Profile } from '../profile/profile.ts'
import { ceilingsOf, largestBudget, plannedCosts } from './cost.ts'
import { fund, type indicator, targetForm, totalFund, withFunds, withIndicators } from './sample.ts'

const profile = profileOf('national@2020') as Profile // the profile every place starts from

type Row = Parameters<typeof indicator>[0]
const cost = (name: string, target: string, description: string | null = null): Row => ({
  aspect: '成本指标',
  name,
  target,
  description,
})
const quantity = (name: string, target: string): Row => ({ aspect: '数量指标', name, target })
const form = (...rows: Row[]): Form =>
  withIndicators(withFunds(targetForm(), totalFund({ initialBudget: '100.00' })), ...rows)

/** "whole 45000", "2500 per 批次" or "unread". */
function reading(row: Row, ...others: Row[]): string {
  const { whole, prices } = ceilingsOf(form(row, ...others), profile)
  const [ceiling] = [...whole, ...prices]
  if (!ceiling) return 'unread'
  return ceiling.per === null ? `whole ${ceiling.yuan}` : `${ceiling.yuan} per ${ceiling.per}`
}

describe('a cost indicator', () => {
  it.each([
    [cost('维修成本', '≤4.5万元'), 'whole 45000'],
    [cost('维修成本', '4.5万元'), 'whole 45000'],
    [cost('舆情监测采购费', '≤30万/年'), 'whole 300000'],
    [cost('项目总成本', '≤900元'), 'whole 900'],
    [cost('海报成本', '≤3(元/张)'), '3 per 张'],
    [cost('抽检成本', '≤2500元/批'), '2500 per 批次'],
    [cost('监测服务费', '≤7万元', '每年一次性支付7万元'), 'whole 70000'],
    [cost('节约资金', '≥5万元'), 'unread'],
    [cost('节约资金', '>5万元'), 'unread'],
    [cost('培训成本', '厅局级≤550元/天/人、处级及以下≤500元/天/人'), 'unread'],
    [cost('维修成本', '符合预算要求'), 'unread'],
    [cost('鉴定评审单家成本', '≤5300家'), 'unread'],
  ])('%o limits %s', (row, expected) => expect(reading(row)).toBe(expected))

  it('prices the pieces its words name, or the only ones there are', () => {
    const inspected = quantity('抽查批次', '≥30批次')
    const tested = quantity('检验检测机构数量', '≥100家')
    expect(reading(cost('能力验证费用', '≤1500元', '每家机构的费用'), inspected, tested)).toBe('1500 per 家')
    expect(reading(cost('抽检平均单价', '≤2500元'), inspected)).toBe('2500 per 批次')
    expect(reading(cost('抽检平均单价', '≤2500元'), inspected, tested)).toBe('unread')
    expect(reading(cost('每人成本', '≤2500元'), inspected)).toBe('unread')
    expect(reading(cost('考试人项', '≤270元'), quantity('考核项', '≥8200项'))).toBe('270 per 项')
  })

  it('is a price where it is a thousandth of the budget or less, and says so only in 元', () => {
    expect(reading(cost('考试成本', '≤999元'))).toBe('unread')
    expect(reading(cost('考试成本', '≤1000元'))).toBe('whole 1000')
    expect(reading(cost('考试成本', '≤0.05万元'))).toBe('whole 500')
  })
})

describe('planned costs', () => {
  const costs = (...rows: Row[]) => {
    const of = form(...rows)
    return plannedCosts(of, profile, ceilingsOf(of, profile).prices).map(
      ({ price, counts, yuan }) => `${price.indicator.name}: ${counts.join('+')} → ${yuan}`,
    )
  }

  it('take a single price for all quantities of its unit', () => {
    expect(
      costs(
        cost('抽检成本', '≤2500元/批次'),
        quantity('国抽', '≥3批次'),
        quantity('省抽', '≥5批次'),
        quantity('机构', '≥9家'),
      ),
    ).toEqual(['抽检成本: 3+5 → 20000'])
  })

  it('pair several prices with the quantities they are worded for, and leave out what is nobody’s', () => {
    expect(
      costs(
        cost('乳品专项抽检单价', '≤500元/批次'),
        cost('食品安全应急抽检单价', '≤2000元/批次'),
        quantity('市级食品安全抽检批次数', '≥12787批次'),
        quantity('乳品专项抽检批次数', '≥7500批次'),
        quantity('食品安全应急抽检批次数', '≥1600批次'),
      ),
    ).toEqual(['乳品专项抽检单价: 7500 → 3750000', '食品安全应急抽检单价: 1600 → 3200000'])
  })

  it('pair nothing where two prices or two quantities are equally near', () => {
    expect(
      costs(cost('甲类抽检', '≤500元/批次'), cost('乙类抽检', '≤900元/批次'), quantity('抽检批次', '≥10批次')),
    ).toEqual([])
    expect(
      costs(
        cost('甲类抽检', '≤500元/批次'),
        cost('乙类抽样', '≤900元/批次'),
        quantity('甲类一', '≥10批次'),
        quantity('甲类二', '≥20批次'),
      ),
    ).toEqual([])
  })

  it('count 万份 as pieces', () => {
    expect(costs(cost('海报成本', '≤0.40(元/份)'), quantity('海报数量', '≥30.00(万份)'))).toEqual([
      '海报成本: 300000 → 120000',
    ])
  })
})

describe('the largest budget', () => {
  it('is the year’s or the whole project’s, whichever is more', () => {
    const project = { ...fund('项目资金总额'), level: 0, scope: 'project' as const, initialBudget: '300.00' }
    expect(largestBudget(withFunds(targetForm(), totalFund({ initialBudget: '100.00' }), project))?.toString()).toBe(
      '3000000',
    )
    expect(largestBudget(withFunds(targetForm(), project, totalFund({ initialBudget: '100.00' })))?.toString()).toBe(
      '3000000',
    )
    expect(largestBudget({ ...targetForm(), amountUnit: null })).toBeNull()
  })
})
