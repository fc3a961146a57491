import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankForm, blankFund, blankIndicator } from './blank.ts'
import type { Form } from './form.ts'
import { at, printedAt } from './path.ts'
import { insertRows, moveRows, removeRows, typeIn } from './type-in.ts'

const form: Form = {
  ...blankForm('project-self-evaluation'),
  year: 2024,
  funds: [blankFund('年度资金总额')],
  indicators: ['甲', '乙', '丙'].map((name) => ({
    ...blankIndicator,
    dimension: '产出指标',
    aspect: '数量指标',
    name,
  })),
}
const typed = (path: string, text: string): Form => {
  const result = typeIn(form, path, text)
  if ('fault' in result) throw new Error(result.fault)
  return result.form
}

describe('typing into a cell', () => {
  it('reads a target as the readers do', () => {
    expect(at(typed('indicators[0].target', '≥30万份'), 'indicators[0].target')).toMatchObject({
      text: '≥30万份',
      comparator: '>=',
      value: '30',
      unit: '万份',
    })
    expect(at(typed('indicators[0].target', '12月底前'), 'indicators[0].target')).toMatchObject({
      kind: 'date',
      date: '2024-12-31',
    })
  })

  it('reads a target anew when the direction beside it changes', () => {
    const half = {
      ...form,
      indicators: form.indicators.map((row) => ({
        ...row,
        target: { ...row.target, text: '5天', value: '5', unit: '天', kind: 'quantitative' as const },
      })),
    }
    const result = typeIn(half, 'indicators[1].direction', '小于等于')
    expect('form' in result && result.form.indicators[1]?.target.comparator).toBe('<=')
  })

  it.each([
    ['funds[0].annualBudget', '1,234.50', '1234.50'],
    ['funds[0].annualBudget', '￥１２．５', '12.5'],
    ['funds[0].rate', '98.76%', '98.76'],
    ['indicators[0].weight', ' 10 ', '10'],
    ['indicators[0].weight', '—', null],
    ['indicators[0].weight', '', null],
    ['project.name', '  食品抽检 ', '食品抽检'],
    ['unit.name', '市食检院', '市食检院'],
    ['goals.annual', '一、甲\r\n二、乙', '一、甲\n二、乙'],
    ['remarks.评价结论', '较好', '较好'],
  ])('%s: %j is kept as %j', (path, text, kept) => {
    expect(printedAt(typed(path, text), path)).toBe(kept)
  })

  it.each([
    ['indicators[0].weight', '十分', '分值“十分”不是数'],
    ['funds[0].executed', '12.3.4', '全年执行数“12.3.4”不是数'],
    ['year', '二〇二四', '不是年度'],
    ['amountUnit', '千元', '只能是“元”或“万元”'],
    ['indicators[9].name', '丁', '第10行已不存在'],
  ])('%s: %j is refused with the reason', (path, text, words) => {
    expect(typeIn(form, path, text)).toEqual({ fault: expect.stringContaining(words) })
  })

  it('changes nothing but its cell, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('name', 'target', 'weight', 'deviation'), (text, name) => {
        const result = typeIn(form, `indicators[1].${name}`, text)
        if ('fault' in result) return
        const [first, changed, last] = result.form.indicators
        expect([first, last]).toEqual([form.indicators[0], form.indicators[2]])
        expect({ ...changed, [name]: null }).toEqual({ ...form.indicators[1], [name]: null })
      }),
    )
  })
})

describe('rows', () => {
  const names = (of: Form) => of.indicators.map((row) => row.name)

  it('a new row stands in the group of the row above', () => {
    const longer = insertRows(form, 'indicators', 2, 2)
    expect(names(longer)).toEqual(['甲', '乙', null, null, '丙'])
    expect(longer.indicators[2]).toMatchObject({ dimension: '产出指标', aspect: '数量指标' })
  })

  it.each([
    [0, 3, 1, ['乙', '丙', '甲']],
    [2, 0, 1, ['丙', '甲', '乙']],
    [0, 3, 2, ['丙', '甲', '乙']],
    [1, 1, 1, ['甲', '乙', '丙']],
    [0, 1, 1, ['甲', '乙', '丙']],
  ])('%d goes before %d, %d of them', (from, to, count, expected) => {
    expect(names(moveRows(form, 'indicators', from, to, count))).toEqual(expected)
  })

  it('what is inserted can be removed again, and moving loses no row', () => {
    const place = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 3 }), (a, b, count) => {
        expect(removeRows(insertRows(form, 'indicators', a, count), 'indicators', a, count)).toEqual(form)
        expect(names(moveRows(form, 'indicators', a, b, count)).toSorted()).toEqual(names(form).toSorted())
      }),
    )
  })
})
