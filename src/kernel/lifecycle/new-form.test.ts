import { describe, expect, it } from 'vitest'
import type { Form } from '../form/form.ts'
import { formWith, indicator, threeRows } from '../form/forms.test-kit.ts'
import { layouts } from '../layout/index.ts'
import { bothTargets } from './both-targets.ts'
import { missingCells } from './missing-cells.ts'
import { emptyForm, type Head, reportOn, targetFrom } from './new-form.ts'

const layout = (id: string) => {
  const found = layouts.find((one) => one.id === id)
  if (!found) throw new Error(id)
  return found
}
const head: Head = {
  year: 2024,
  region: '海川市',
  department: { code: '301', name: '水务局' },
  unit: { code: '301001', name: '水文站' },
  project: { code: '', name: '业务经费', nature: '经常性', category: null, start: null, end: null },
}
const initial: Form = { ...threeRows, kind: 'project-target' }
const adjusted: Form = {
  ...initial,
  funds: initial.funds.map((fund) => ({ ...fund, initialBudget: '80.50' })),
  indicators: [
    ...formWith(indicator('a', '印制宣传海报', '≥15次')).indicators,
    ...initial.indicators.slice(1, 2),
    indicator('d', '公众满意度', '≥90%'),
  ],
}

describe('the form of a new filing', () => {
  it.each(layouts.map(({ id }) => id))(
    '%s: is empty, under the head of the registry, in the unit of its layout',
    (id) => {
      const form = emptyForm(layout(id), head)
      expect(form).toMatchObject({ kind: layout(id).kind, year: 2024, unit: { code: '301001' }, indicators: [] })
      expect(form.amountUnit).toBe(layout(id).amountUnit)
      expect(form.funds.every(({ initialBudget }) => initialBudget === null)).toBe(true)
    },
  )

  it('takes indicators and targets of last year, but neither money nor results', () => {
    const before = {
      ...threeRows,
      indicators: threeRows.indicators.map((row) => ({ ...row, score: '9', deviation: '略' })),
    }
    const form = targetFrom(before, layout('national-target'), head)
    expect(form.indicators.map(({ name, score, deviation, actual }) => [name, score, deviation, actual])).toEqual(
      threeRows.indicators.map(({ name }) => [name, null, null, null]),
    )
    expect(form.funds.every(({ initialBudget }) => initialBudget === null)).toBe(true)
    expect(form.goals.annual).toBe('按期完成')
  })
})

describe('a report on an approved target', () => {
  it('keeps the initial budget and, after an adjustment, the one in force beside it', () => {
    const form = reportOn(initial, adjusted, layout('shanghai-self-evaluation'), head)
    expect(form.funds[0]).toMatchObject({ initialBudget: '100.00', annualBudget: '80.50' })
    expect(reportOn(initial, initial, layout('shanghai-self-evaluation'), head).funds[0]?.annualBudget).toBeNull()
  })

  it('converts money exactly where its layout prints another unit', () => {
    const inYuan: Form = {
      ...initial,
      amountUnit: '元',
      funds: initial.funds.map((fund) => ({ ...fund, initialBudget: '1234567.89' })),
    }
    const form = reportOn(inYuan, inYuan, layout('national-self-evaluation'), head)
    expect(form.funds[0]?.initialBudget).toBe('123.456789')
  })

  it('leaves out what the adjustment cancelled, and still shows both values', () => {
    const form = reportOn(initial, adjusted, layout('national-self-evaluation'), head)
    expect(form.indicators.map(({ name }) => name)).toEqual(['印制宣传海报', '检验报告合格率', '公众满意度'])
    expect(bothTargets(initial, adjusted)).toEqual([
      { name: '印制宣传海报', initial: '≥20次', adjusted: '≥15次', requirement: 'looser' },
      { name: '检验报告合格率', initial: '≥95%', adjusted: '≥95%', requirement: 'same' },
      { name: '公众满意度', initial: null, adjusted: '≥90%', requirement: 'added' },
      { name: '验收完成时间', initial: '2024年12月底前', adjusted: null, requirement: 'cancelled' },
    ])
  })
})

it('what is missing is named cell by cell, by the columns of the form’s own layout', () => {
  const form = reportOn(initial, initial, layout('national-self-evaluation'), head)
  expect(missingCells(form).map(({ message }) => message)).toContain('指标“印制宣传海报”没有填写实际完成值。')
  const target = targetFrom(initial, layout('tianjin-target'), head)
  expect(missingCells(target)).toEqual([]) // 天津 prints no weights, so none are asked for
  expect(missingCells(emptyForm(layout('tianjin-target'), head))[0]).toEqual({
    path: 'indicators',
    message: '没有绩效指标。',
  })
})
