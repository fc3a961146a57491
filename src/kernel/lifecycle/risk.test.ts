import { describe, expect, it } from 'vitest'
import { blankForm, blankFund } from '../form/blank.ts'
import type { Form } from '../form/form.ts'
import type { Finding } from '../review/review-rule.ts'
import { type RiskFacts, riskFacts, riskOf } from './risk.ts'

const none: RiskFacts = { money: '100', errors: 0, warnings: 0, advice: 0, returns: 0, again: 0 }

describe('the risk a queue is ordered by', () => {
  it('is money × severity × repetition, and says how it came about', () => {
    const risk = riskOf({ money: '120.5', errors: 0, warnings: 2, advice: 1, returns: 1, again: 1 })
    expect(risk.value).toBe('2892')
    expect(risk.derivation).toBe(
      '资金120.5万元 × 严重程度8（1＋错误0×9＋警告2×3＋建议1×1） × 重复3（1＋退回1次＋与上年相同的问题1类） ＝ 2892',
    )
  })

  it.each<[string, Partial<RiskFacts>]>([
    ['more money', { money: '101' }],
    ['a finding', { advice: 1 }],
    ['having been sent back', { returns: 1 }],
    ['what was found last year too', { again: 1 }],
  ])('%s raises it', (_, more) => {
    expect(Number(riskOf({ ...none, ...more }).value)).toBeGreaterThan(Number(riskOf(none).value))
  })

  it('a warning weighs more than two pieces of advice, an error more than two warnings', () => {
    const of = (more: Partial<RiskFacts>) => Number(riskOf({ ...none, ...more }).value)
    expect(of({ warnings: 1 })).toBeGreaterThan(of({ advice: 2 }))
    expect(of({ errors: 1 })).toBeGreaterThan(of({ warnings: 2 }))
  })

  it('no money, or less than 1万元, does not hide the findings', () => {
    expect(riskOf({ ...none, money: null, warnings: 1 }).value).toBe('4')
    expect(riskOf({ ...none, money: null }).derivation).toContain('资金未填（按1计）')
    expect(riskOf({ ...none, money: '0', warnings: 1 }).derivation).toContain('资金0万元（按1计）')
  })
})

describe('what it is reckoned from', () => {
  const fund = { ...blankFund('年度资金总额'), initialBudget: '30' }
  const form: Form = { ...blankForm('project-target'), amountUnit: '万元', funds: [fund] }
  const finding = (rule: string, severity: Finding['severity']): Finding => ({
    rule,
    severity,
    path: '',
    indicator: null,
    quote: null,
    message: '',
    observed: null,
    expected: null,
    arithmetic: null,
    basis: '',
    fix: '',
  })

  it('takes the year’s total in 万元 and counts rules that struck last year too, each once', () => {
    const now = [finding('A01', 'warning'), finding('A01', 'warning'), finding('B02', 'advice')]
    expect(riskFacts(form, now, 2, [finding('A01', 'error'), finding('C03', 'error')])).toEqual({
      money: '30',
      errors: 0,
      warnings: 2,
      advice: 1,
      returns: 2,
      again: 1,
    })
  })

  it('money in a form without unit is not guessed', () => {
    expect(riskFacts({ ...form, amountUnit: null }, [], 0, []).money).toBeNull()
  })
})
