import fc from 'fast-check'
import { expect, it } from 'vitest'
import { blankForm, blankFund, blankIndicator } from '../../kernel/form/blank.ts'
import { parseActual } from '../../kernel/value/value.ts'
import { understood } from './understood.ts'

const form = {
  ...blankForm('project-self-evaluation'),
  year: 2024,
  amountUnit: '万元' as const,
  funds: [blankFund('年度资金总额')],
  indicators: [{ ...blankIndicator, name: '宣传海报数量', actual: parseActual('') }],
}
const target = (text: string) => understood(form, 'indicators[0].target', text)
const actual = (text: string) => understood(form, 'indicators[0].actual', text)

it('a target is its comparator, its number and its unit, however it is written', () => {
  const value = { as: 'value', text: '≥ 30 万份', rest: null }
  for (const text of ['≥30万份', '>=30（万份）', '不少于30万份', '３０万份以上']) expect(target(text)).toEqual(value)
  expect(target('≤1234567.50元')).toEqual({ as: 'value', text: '≤ 1,234,567.50 元', rest: null })
  expect(target('95%以上')).toEqual({ as: 'value', text: '≥ 95%', rest: null })
  expect(target('≥5%且≤10%')).toEqual({ as: 'values', texts: ['≥ 5%', '≤ 10%'] })
  expect(target('≥1至少组织一次会议')).toMatchObject({ as: 'value', text: '≥ 1', rest: '至少组织一次会议' })
})

it('a day is the day it ends on', () => {
  expect(target('2024年12月底前')).toMatchObject({ as: 'value', text: '2024-12-31' })
  expect(target('2023年三季度完成')).toMatchObject({ as: 'value', text: '2023-07-01 – 2023-09-30' })
})

it('what is no number is said to be words, and what only looks like one to be none', () => {
  expect(target('显著提升')).toEqual({ as: 'words' })
  expect(actual('效果良好')).toEqual({ as: 'words' })
  expect(actual('部分达成年度指标')).toEqual({ as: 'tier', tier: 'partial' })
  expect(target('1212月25日前')).toEqual({ as: 'malformed', text: expect.stringContaining('1212月25日') })
  expect(target(' ')).toBeNull()
  expect(target('——')).toBeNull()
})

it('of a number only what is not seen: its unit, its thousands, what is left out of it', () => {
  expect(understood(form, 'funds[0].initialBudget', '1234567.5')).toMatchObject({ text: '1,234,567.5 万元' })
  expect(understood(form, 'indicators[0].weight', '12.5%')).toMatchObject({ as: 'value', text: '12.5' })
  expect(understood(form, 'indicators[0].weight', '12.5')).toBeNull()
  expect(understood(form, 'indicators[0].name', '任何文字 12')).toBeNull()
})

it('a cell that cannot hold it says why', () => {
  expect(understood(form, 'indicators[0].weight', '十五分')).toMatchObject({
    as: 'fault',
    why: expect.stringContaining('不是数'),
  })
  expect(understood(form, 'year', '去年')).toMatchObject({ as: 'fault' })
})

it('any text in any cell is understood somehow, and a number keeps its digits', () => {
  const paths = [
    'indicators[0].target',
    'indicators[0].actual',
    'indicators[0].weight',
    'funds[0].executed',
    'year',
    'goals.annual',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...paths), fc.string({ unit: 'binary' }), (path, text) => {
      understood(form, path, text)
    }),
  )
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), fc.constantFrom('万份', '%', ''), (number, unit) => {
      const said = target(`≥${number}${unit}`)
      expect(said?.as === 'value' && said.text.replace(/[≥, ]/g, '')).toBe(`${number}${unit}`)
    }),
  )
})
