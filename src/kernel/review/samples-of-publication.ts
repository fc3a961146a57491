// A published self-evaluation and what is known about its publication, for the examples of rules.
import type { Form } from '../form/form.ts'
import type { Publication, Related, StatedAmount } from './related.ts'
import { selfEvaluation } from './sample.ts'

const usual: Publication = {
  approvedOn: '2024-03-01',
  publishedOn: '2024-03-15',
  withheldBecause: null,
  approvedHash: '4f5943d1c27b',
  publishedHash: '4f5943d1c27b',
  statedAmounts: [],
}

export const published = (over: Partial<Publication>, related: Related = {}, form: Partial<Form> = {}) => ({
  form: selfEvaluation(form),
  related: { publication: { ...usual, ...over }, ...related },
})

export const stated = (
  text: string,
  value: string,
  unit: StatedAmount['unit'],
  span: StatedAmount['span'],
  year: number | null,
): StatedAmount => ({ text, value, unit, span, year })
