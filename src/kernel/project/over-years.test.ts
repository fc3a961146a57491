import { describe, expect, it } from 'vitest'
import { blankForm, blankFund, blankIndicator } from '../form/blank.ts'
import type { Form, FormKind } from '../form/form.ts'
import { parseActual, parseTarget } from '../value/value.ts'
import { oneAYear, overYears } from './over-years.ts'

const row = (name: string, target: string, actual: string | null = null) => ({
  ...blankIndicator,
  dimension: '产出指标',
  aspect: '数量指标',
  name,
  target: parseTarget(target),
  actual: actual === null ? null : parseActual(actual),
})
const form = (kind: FormKind, year: number, changes: Partial<Form>): Form => ({ ...blankForm(kind), year, ...changes })
const money = (annualBudget: string, executed: string | null, rate: string | null = null) => [
  { ...blankFund('年度资金总额'), annualBudget, executed, rate },
]
const before = form('project-self-evaluation', 2023, {
  amountUnit: '万元',
  funds: money('170.34', '128.11'),
  totals: { weight: '100', score: '97.52' },
  indicators: [row('2023年抽检批次', '≥30批次', '32批次'), row('抽检批次', '≥5批次')],
})
const target = form('project-target', 2024, {
  amountUnit: '元',
  funds: money('1800000.00', null),
  indicators: [row('2024年抽检批次数', '≥40批次')],
})

describe('a project over the years', () => {
  const { years, indicators } = overYears([
    { id: 'b', form: target },
    { id: 'a', form: before },
  ])

  it('has its money in one unit, oldest first; a rate nobody printed follows from the amounts', () => {
    expect(years.map(({ year, budget, executed, rate }) => [year, budget, executed, rate])).toEqual([
      [2023, '1703400', '1281100', '75.21'],
      [2024, '1800000', null, null],
    ])
    expect(overYears([{ id: 'a', form: { ...before, funds: money('2', '1', '49.99') } }]).years[0]?.rate).toBe('49.99')
  })

  it('takes no amount for 元 or 万元 where the form does not say', () => {
    expect(overYears([{ id: 'a', form: { ...before, amountUnit: null } }]).years[0]).toMatchObject({
      budget: null,
      executed: null,
    })
  })

  it('has an indicator in one row whatever year stands in its name, and two of one name in two rows', () => {
    expect(indicators.map(({ name, years }) => [name, years.map(({ year, target }) => `${year} ${target}`)])).toEqual([
      ['2023年抽检批次', ['2023 ≥30批次', '2024 ≥40批次']],
      ['抽检批次', ['2023 ≥5批次']],
    ])
    expect(indicators[0]?.years[0]).toMatchObject({ actual: '32批次', actualValue: '32', targetValue: '30' })
  })

  it('puts the target before the result of the same year', () => {
    const both = overYears([
      { id: 'a', form: before },
      { id: 'z', form: { ...target, year: 2023 } },
    ])
    expect(both.years.map(({ kind }) => kind)).toEqual(['project-target', 'project-self-evaluation'])
  })
})

it('a year is told by its result, wherever that stands; without one by its monitoring, then its target', () => {
  const of = (year: number | null, kind: FormKind) => ({ year, kind })
  const years = [
    of(2024, 'project-self-evaluation'),
    of(2024, 'project-target'),
    of(2023, 'project-monitoring'),
    of(2023, 'project-target'),
    of(2022, 'project-target'),
    of(null, 'project-self-evaluation'),
  ]
  expect(oneAYear(years)).toEqual([years[4], years[2], years[0]])
})
