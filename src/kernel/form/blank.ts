// Empty forms and rows: every field present, everything absent. Readers fill them, examples spread over them.
import type { Form, FormKind, Fund, Indicator, Target } from './form.ts'

export const blankTarget: Target = { text: null, kind: 'blank', comparator: null, value: null, unit: null }

export const blankIndicator: Indicator = {
  dimension: null,
  aspect: null,
  name: null,
  description: null,
  target: blankTarget,
  actual: null,
  weight: null,
  score: null,
  deviation: null,
  nature: null,
  direction: null,
  measureUnit: null,
}

export const blankFund = (label: string, level = 0, scope: Fund['scope'] = 'annual'): Fund => ({
  label,
  scope,
  level,
  initialBudget: null,
  annualBudget: null,
  executed: null,
  weight: null,
  rate: null,
  score: null,
})

export const blankForm = (kind: FormKind): Form => ({
  kind,
  title: null,
  year: null,
  region: null,
  department: null,
  unit: null,
  project: null,
  amountUnit: null,
  funds: [],
  goals: { overall: null, annual: null, expected: null, actual: null },
  tasks: [],
  indicators: [],
  totals: { weight: null, score: null },
  grade: null,
})
