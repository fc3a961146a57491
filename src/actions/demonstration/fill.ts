// What the stored forms say, as it is typed into the filings of the demonstration.

import type { Form } from '../../kernel/form/form.ts'
import { toYuan } from '../../kernel/value/units.ts'
import { parseActual } from '../../kernel/value/value.ts'

/** The targets a published self-evaluation prints: what was approved the year before. Amounts as the target form has them. */
export const targetsOf = (printed: Form, empty: Form): Form => ({
  ...empty,
  project: empty.project && { ...empty.project, start: `${empty.year}-01-01`, end: `${empty.year}-12-31` },
  goals: { ...empty.goals, annual: printed.goals.expected },
  funds: empty.funds.map((fund) => {
    const same = printed.funds.find(({ label }) => label === fund.label)
    const total = fund.level === 0 && fund.scope === 'annual' ? printed.funds[0] : undefined
    const amount = (same ?? total)?.initialBudget ?? null
    return {
      ...fund,
      initialBudget: printed.amountUnit === empty.amountUnit ? amount : toYuan(amount, printed.amountUnit),
    }
  }),
  indicators: printed.indicators.map((row) => ({ ...row, actual: null, score: null, deviation: null })),
})

/** The results a published self-evaluation prints, beside the approved targets. */
export const resultsOf = (printed: Form, approved: Form): Form => ({
  ...approved,
  goals: { ...approved.goals, actual: printed.goals.actual },
  funds: approved.funds.map((fund) => {
    const same = printed.funds.find(({ label }) => label === fund.label)
    return same
      ? { ...same, label: fund.label, scope: fund.scope, level: fund.level, initialBudget: fund.initialBudget }
      : fund
  }),
  indicators: approved.indicators.map((row) => {
    const same = printed.indicators.find(({ name, target }) => name === row.name && target.text === row.target.text)
    return same
      ? { ...row, actual: same.actual ?? parseActual(null), score: same.score, deviation: same.deviation }
      : row
  }),
  totals: printed.totals,
  grade: printed.grade,
})
