// 风险: in which order a reviewer best reads what waits: money × severity × repetition, with its derivation.
import { Decimal, decimal, plain } from '../decimal.ts'
import type { Form } from '../form/form.ts'
import { annualTotal, inYuan } from '../review/money.ts'
import type { Finding } from '../review/review-rule.ts'
import { countOf } from '../review/words.ts'

/** What the risk of a form is reckoned from, as it was when it was handed in. */
export type RiskFacts = {
  /** The year's money in 万元; null where the form prints no amount that can be read. */
  readonly money: string | null
  readonly errors: number
  readonly warnings: number
  readonly advice: number
  /** How often it was sent back before. */
  readonly returns: number
  /** Rules that find something now and found something in last year's form too. */
  readonly again: number
}

export type Risk = RiskFacts & {
  /** A decimal without unit: only its order means something. */
  readonly value: string
  /** One Chinese line: the three factors with their numbers. */
  readonly derivation: string
}

/** How much graver than an advice a finding is. */
const gravity = { errors: 9, warnings: 3, advice: 1 } as const

export function riskFacts(
  form: Form,
  findings: readonly Finding[],
  returns: number,
  lastYear: readonly Finding[],
): RiskFacts {
  const total = annualTotal(form)
  const yuan = total && inYuan(form, total.fund.annualBudget ?? total.fund.initialBudget)
  const before = new Set(lastYear.map(({ rule }) => rule))
  return {
    money: yuan ? plain(yuan.div(10_000)) : null,
    errors: countOf(findings, 'error'),
    warnings: countOf(findings, 'warning'),
    advice: countOf(findings, 'advice'),
    returns,
    again: new Set(findings.map(({ rule }) => rule).filter((rule) => before.has(rule))).size,
  }
}

/** Every factor is at least 1: a form without findings still ranks by its money, one without money by its findings. */
export function riskOf(facts: RiskFacts): Risk {
  const money = Decimal.max(1, decimal(facts.money) ?? 1)
  const severity = 1 + facts.errors * gravity.errors + facts.warnings * gravity.warnings + facts.advice * gravity.advice
  const repetition = 1 + facts.returns + facts.again
  const value = plain(money.times(severity).times(repetition))
  return { ...facts, value, derivation: derivationOf(facts, severity, repetition, value) }
}

function derivationOf(facts: RiskFacts, severity: number, repetition: number, value: string): string {
  const money =
    facts.money === null ? '资金未填（按1计）' : `资金${facts.money}万元${isSmall(facts.money) ? '（按1计）' : ''}`
  const found = [
    `错误${facts.errors}×${gravity.errors}`,
    `警告${facts.warnings}×${gravity.warnings}`,
    `建议${facts.advice}×${gravity.advice}`,
  ].join('＋')
  const again = `1＋退回${facts.returns}次＋与上年相同的问题${facts.again}类`
  return `${money} × 严重程度${severity}（1＋${found}） × 重复${repetition}（${again}） ＝ ${value}`
}

const isSmall = (money: string): boolean => decimal(money)?.lt(1) ?? false
