// An approved target form and the self-evaluation against it, for the examples of rules.
import type { Form } from '../form/form.ts'
import type { Related } from './related.ts'
import { selfEvaluation, targetForm, withIndicators } from './sample.ts'

type Row = Parameters<typeof withIndicators>[1]

export const approved = (...rows: Row[]): { readonly related: Related } => ({
  related: { approvedTarget: withIndicators(targetForm(), ...rows) },
})

export const evaluated = (...rows: Row[]): Form =>
  withIndicators(selfEvaluation(), ...rows.map((row) => ({ actual: '20', ...row })))
