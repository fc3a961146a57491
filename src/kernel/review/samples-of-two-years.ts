// Real pairs of forms for the examples of rules that compare two: the Shanghai service centre's projects of 2023 and 2024.
import type { Form } from '../form/form.ts'
import type { Related } from './related.ts'
import { selfEvaluation, targetForm, totalFund, withFunds, withIndicators } from './sample.ts'

type Row = Parameters<typeof withIndicators>[1]

const project = (name: string) => ({
  code: null,
  name,
  nature: null,
  category: null,
  start: null,
  end: null,
  purpose: null,
})

/** A self-evaluation of 2023; `budget` in 万元. */
export const evaluation2023 = (name: string, budget: string, ...rows: Row[]): Form =>
  withIndicators(
    withFunds(
      selfEvaluation({ year: 2023, project: project(name) }),
      totalFund({ initialBudget: budget, annualBudget: budget, executed: budget }),
    ),
    ...rows,
  )

/** A target form of 2024; `budget` in 万元. */
export const target2024 = (name: string, budget: string, ...rows: Row[]): Form =>
  withIndicators(
    withFunds(targetForm({ year: 2024, project: project(name) }), totalFund({ initialBudget: budget })),
    ...rows,
  )

export const after = (lastYear: Form): { readonly related: Related } => ({ related: { lastYear } })
