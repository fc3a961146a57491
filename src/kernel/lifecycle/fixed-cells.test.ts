import { describe, expect, it } from 'vitest'
import type { Form, Indicator } from '../form/form.ts'
import { formWith, indicator, threeRows } from '../form/forms.test-kit.ts'
import { parseActual } from '../value/value.ts'
import { fixedChanges } from './fixed-cells.ts'

const base: Form = { ...threeRows, goals: { ...threeRows.goals, expected: '完成年度任务' } }
const withRow = (i: number, more: Partial<Indicator>): Form => ({
  ...base,
  indicators: base.indicators.map((row, at) => (at === i ? { ...row, ...more } : row)),
})
const paths = (after: Form, only: readonly string[] | null = null, targets = only === null) =>
  fixedChanges(base, after, { targets, only }).map(({ path }) => path)

describe('a self-evaluation on an approved target', () => {
  it('leaves results, scores, reasons and conclusions to the preparer', () => {
    const filled = withRow(0, { actual: parseActual('21次'), score: '10', deviation: '无偏差' })
    const after = { ...filled, goals: { ...filled.goals, actual: '已完成' }, remarks: { 评价结论: '良好' } }
    expect(paths({ ...after, funds: after.funds.map((fund) => ({ ...fund, executed: '99.00' })) })).toEqual([])
  })

  it.each<[string, Form, string]>([
    ['a target', withRow(1, { target: indicator('x', '', '≥90%').target }), 'indicators[1].target'],
    ['a name', withRow(1, { name: '改名' }), 'indicators[1].name'],
    ['points that were approved', withRow(2, { weight: '20' }), 'indicators[2].weight'],
    ['the expected goal', { ...base, goals: { ...base.goals, expected: '改写' } }, 'goals.expected'],
    ['a removed row', formWith(...base.indicators.slice(1)), 'indicators[0]'],
    ['an added row', { ...base, indicators: [...base.indicators, indicator('n', '新增', '≥1次')] }, 'indicators'],
    ['moved rows', { ...base, indicators: base.indicators.toReversed() }, 'indicators'],
    ['the budget', { ...base, funds: base.funds.map((f) => ({ ...f, initialBudget: '1' })) }, 'funds[0].initialBudget'],
  ])('keeps %s as it was approved', (_, after, path) => {
    expect(paths(after)).toContain(path)
  })

  it('lets points be given where the target was approved without any', () => {
    const unweighted = { ...base, indicators: base.indicators.map((row) => ({ ...row, weight: null })) }
    expect(fixedChanges(unweighted, base, { targets: true, only: null })).toEqual([])
  })
})

describe('what was sent back', () => {
  it('opens the cells and rows that were named, and nothing else', () => {
    const after = withRow(0, { target: indicator('x', '', '≥25次').target, weight: '15' })
    expect(paths(after, ['indicators[0]'])).toEqual([])
    expect(paths(after, ['indicators[0].target'])).toEqual(['indicators[0].weight'])
    expect(paths(after, ['indicators[1]'])).toEqual(['indicators[0].target', 'indicators[0].weight'])
    expect(paths({ ...base, indicators: base.indicators.slice(1) }, ['indicators[0].name'])).toEqual(['indicators[0]'])
  })

  it('takes indicators[1] for no part of indicators[10]', () => {
    const many = formWith(...Array.from({ length: 11 }, (_, i) => indicator(`k${i}`, `指标${i}`, '≥1次')))
    const after = { ...many, indicators: many.indicators.map((row, i) => (i === 10 ? { ...row, weight: '1' } : row)) }
    expect(fixedChanges(many, after, { targets: false, only: ['indicators[1]'] })).toHaveLength(1)
  })
})
