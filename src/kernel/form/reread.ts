// A form somebody filled in: what its cells say is read from their text, as if it had been printed.
import { parseActual, parseTarget } from '../value/value.ts'
import type { Form } from './form.ts'

/**
 * Values read anew from their texts, so that number, unit and text cannot contradict each other. Where a form was read
 * from a file, and how sure the reader was, belongs to the file and is left out.
 */
export function reread(form: Form): Form {
  const { sources, doubts, ...content } = form
  return {
    ...content,
    indicators: form.indicators.map((row) => ({
      ...row,
      target: parseTarget(row.target.text, {
        direction: row.direction,
        nature: row.nature,
        measureUnit: row.measureUnit,
        year: form.year,
      }),
      actual: row.actual === null ? null : parseActual(row.actual.text),
    })),
  }
}
