// A row and a form written as their cells: what the examples and tests of scoring start from.
import { blankForm, blankFund, blankIndicator } from '../form/blank.ts'
import type { Form, Fund, Indicator } from '../form/form.ts'
import { parseActual, parseTarget } from '../value/value.ts'

export type Cells = {
  readonly name?: string
  readonly aspect?: string
  readonly target: string | null
  /** Left out where the form has no such column. */
  readonly actual?: string | null
  readonly weight: string | null
  readonly score?: string | null
}

/** The row as the readers read it. */
export const rowOf = ({ name, aspect, target, actual, weight, score }: Cells): Indicator => ({
  ...blankIndicator,
  name: name ?? null,
  aspect: aspect ?? null,
  target: parseTarget(target),
  actual: actual === undefined ? null : parseActual(actual),
  weight,
  score: score ?? null,
})

/** The total row of the money table. */
export const totalRow = (annualBudget: string | null, executed: string | null, more: Partial<Fund> = {}): Fund => ({
  ...blankFund('年度资金总额'),
  initialBudget: annualBudget,
  annualBudget,
  executed,
  weight: '10.00',
  ...more,
})

export const selfEvaluation = (indicators: readonly Indicator[], more: Partial<Form> = {}): Form => ({
  ...blankForm('project-self-evaluation'),
  indicators: [...indicators],
  ...more,
})
