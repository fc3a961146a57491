// Another layout of the same kind: its title, its unit of money, every digit.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decimal } from '../../kernel/decimal.ts'
import { blankForm, blankFund } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { amountIn, inLayout } from './convert.ts'
import { unprinted } from './unprinted.ts'

const form: Form = {
  ...blankForm('project-self-evaluation'),
  layout: 'shanghai-self-evaluation',
  title: '项目支出绩效自评表',
  amountUnit: '元',
  funds: [{ ...blankFund('年度资金总额'), annualBudget: '165448.00', executed: '7', rate: '75.20', score: '7.52' }],
}

it('converts the money of a form, not its rates and points', () => {
  const [converted] = inLayout([form], 'shanghai-self-evaluation')
  expect(converted?.amountUnit).toBe('万元')
  expect(converted?.funds[0]).toMatchObject({
    annualBudget: '16.5448',
    executed: '0.0007',
    rate: '75.20',
    score: '7.52',
  })
})

it('leaves forms as they are where no layout is asked for, and amounts whose unit is not known', () => {
  expect(inLayout([form], undefined)).toEqual([form])
  expect(inLayout([{ ...form, amountUnit: null }], 'shanghai-self-evaluation')[0]).toMatchObject({
    amountUnit: null,
    funds: form.funds,
  })
})

it('refuses a layout of another kind, naming the form, and one it does not know', () => {
  expect(() => inLayout([form], 'tianjin-target')).toThrow(
    '第1张表是“项目支出绩效自评表”，与表样“绩效目标表”不是同一类表',
  )
  expect(() => inLayout([form], 'nowhere')).toThrow(/没有表样“nowhere”。可用的表样：.*shanghai-self-evaluation/)
})

it.each([
  ['1157.30', '万元', '元', '11573000.00'],
  ['1157.3', '万元', '元', '11573000.00'],
  ['5', '元', '万元', '0.0005'],
  ['0.000001', '万元', '元', '0.01'],
  ['-0.01', '元', '万元', '-0.000001'],
  [null, '元', '万元', null],
] as const)('%s %s are %s: %s', (amount, from, to, expected) => {
  expect(amountIn(amount, from, to)).toBe(expected)
})

it('loses no digit on the way there and back', () => {
  const digits = fc.stringMatching(/^(0|[1-9]\d{0,17})(\.\d{1,8})?$/)
  fc.assert(
    fc.property(digits, (amount) => {
      const there = amountIn(amount, '元', '万元')
      expect(decimal(amountIn(there, '万元', '元'))).toEqual(decimal(amount))
    }),
  )
})

it('names what a layout has no place for', () => {
  const project = { code: '3100', name: '宣传费', nature: null, category: null, start: null, end: null, purpose: null }
  expect(unprinted({ ...form, project })).toEqual(['project.code'])
})
