// A form somebody filled in: what its cells say is read from their text, as if it had been printed.
import { parseActual, parseTarget } from '../value/value.ts'
import type { Form, Indicator } from './form.ts'

/**
 * Values read anew from their texts, so that number, unit and text cannot contradict each other. A row of `known` whose
 * text is the same was read already. Where a form was read from a file, and how sure the reader was, belongs to the file
 * and is left out.
 */
export function reread(form: Form, known?: Form): Form {
  const { sources, doubts, ...content } = form
  const rows = new Map(known?.year === form.year ? known?.indicators.map((row) => [row.key, row]) : [])
  return { ...content, indicators: form.indicators.map((row) => rereadRow(row, rows.get(row.key), form.year)) }
}

function rereadRow(row: Indicator, known: Indicator | undefined, year: Form['year']): Indicator {
  if (row === known) return row
  const { direction, nature, measureUnit } = row
  const sameTarget = known !== undefined && saysTheSame(row, known)
  const sameActual = known !== undefined && row.actual?.text === known.actual?.text
  return {
    ...row,
    target: sameTarget ? known.target : parseTarget(row.target.text, { direction, nature, measureUnit, year }),
    actual: sameActual ? known.actual : row.actual === null ? null : parseActual(row.actual.text),
  }
}

/** What a target is read from. */
const saysTheSame = (a: Indicator, b: Indicator): boolean =>
  a.target.text === b.target.text &&
  a.direction === b.direction &&
  a.nature === b.nature &&
  a.measureUnit === b.measureUnit
