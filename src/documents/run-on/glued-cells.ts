// Rows of an indicator table glued together: what cells of each column look like tells where they end.
import { quantityOf } from '../flow/vocabulary.ts'
import { hundredths } from './points.ts'

export type Cut = { readonly column: string; readonly from: number; readonly to: number }
/** Rows of one group in one reading; the lower the cost the likelier. `weight`: the sum of its weights in hundredths. */
export type Reading = { readonly rows: readonly (readonly Cut[])[]; readonly cost: number; readonly weight: number }

/** A group with more text is none. */
const LONGEST = 400
const MOST_READINGS = 12
const MOST_STEPS = 40_000

const CLASS = (char: string): string =>
  /[\d.]/.test(char) ? 'number' : /[≥≤＞＜><=＝≧≦═]/.test(char) ? 'sign' : /[%％‰]/.test(char) ? 'per cent' : 'word'
const NAME_END = /[率性度数量次额项本费金力果益]$/
const RESULT = /^(?:达成|部分达成|未达成|已|完成|基本完成|未完成|按期|按时|及时|明显|有效|显著|良好|合格)/

/** Places where a cell may end: between kinds of signs, within digits, and where words usually begin or end. */
function placesIn(text: string): readonly number[] {
  const places: number[] = []
  for (let at = 1; at < text.length; at++) {
    const [before, here] = [CLASS(text[at - 1] ?? ''), CLASS(text[at] ?? '')]
    const within = before === here
    if (!within ? before !== 'sign' : here === 'number' ? text[at] !== '.' && text[at - 1] !== '.' : wordEnds(text, at))
      places.push(at)
  }
  return [...places, text.length]
}

const wordEnds = (text: string, at: number): boolean =>
  CLASS(text[at] ?? '') === 'word' &&
  (NAME_END.test(text.slice(0, at)) || RESULT.test(text.slice(at)) || text.slice(at).startsWith(text.slice(at - 2, at)))

/** The likeliest readings of a group's text as rows of the columns. */
export function readingsOf(text: string, columns: readonly string[]): readonly Reading[] {
  if (text === '') return [{ rows: [], cost: 0, weight: 0 }]
  if (text.length > LONGEST) return []
  const places = placesIn(text)
  const found: Reading[] = []
  let steps = 0
  const step = (rows: readonly (readonly Cut[])[], row: readonly Cut[], from: number, cost: number): void => {
    const worst = found.length >= MOST_READINGS ? (found.at(-1)?.cost ?? 0) : 99
    if (++steps > MOST_STEPS || cost >= worst) return
    if (row.length === columns.length) {
      const all = [...rows, row]
      if (from === text.length) keep(found, { rows: all, cost, weight: weightOf(text, all) })
      else step(all, [], from, cost)
      return
    }
    const column = columns[row.length] ?? ''
    if (column === 'deviation') step(rows, [...row, { column, from, to: from }], from, cost)
    for (const to of places) {
      if (to <= from) continue
      const own = costOf(text, column, text.slice(from, to), row)
      if (own !== null) step(rows, [...row, { column, from, to }], to, cost + own)
    }
  }
  step([], [], 0, 0)
  return found
}

function keep(found: Reading[], reading: Reading): void {
  found.push(reading)
  found.sort((a, b) => a.cost - b.cost)
  found.length = Math.min(found.length, MOST_READINGS)
}

const textAt = (text: string, row: readonly Cut[], column: string): string => {
  const cut = row.find((cell) => cell.column === column)
  return cut === undefined ? '' : text.slice(cut.from, cut.to)
}

const weightOf = (text: string, rows: readonly (readonly Cut[])[]): number =>
  rows.reduce((sum, row) => sum + (hundredths(textAt(text, row, 'weight')) ?? 0), 0)

/** What speaks against a text being the cell of a column; null where it cannot be. */
function costOf(text: string, column: string, cell: string, row: readonly Cut[]): number | null {
  switch (column) {
    case 'name':
      return nameCost(cell)
    case 'weight':
    case 'score':
      return pointsCost(cell, column, textAt(text, row, 'weight'))
    case 'deviation':
      if (/^[\d≥≤%]/.test(cell) || /\d$/.test(cell)) return null
      return textAt(text, row, 'weight') === textAt(text, row, 'score') ? 2 : 0.5
    default:
      return valueCost(cell, column === 'actual' ? textAt(text, row, 'target') : null)
  }
}

function nameCost(cell: string): number | null {
  if (cell.length < 2 || cell.length > 60 || /[≥≤＞＜≧≦═]/.test(cell) || /^[\d%.,，。]/.test(cell)) return null
  return (NAME_END.test(cell) ? 0 : 0.8) + (/\d/.test(cell) ? 2 : 0) + (RESULT.test(cell) ? 1 : 0)
}

function pointsCost(cell: string, column: string, weight: string): number | null {
  const points = /^(?:0|[1-9]\d?|100)(?:\.\d{1,2})?$/.test(cell) ? hundredths(cell) : null
  if (points === null) return null
  if (column === 'weight') return points === 0 ? 2 : points % 500 === 0 ? 0 : 0.4
  const most = hundredths(weight)
  if (most === null) return 0.2
  return points > most ? null : points === most ? 0 : 0.5
}

function valueCost(cell: string, target: string | null): number | null {
  const quantity = cell.length <= 30 ? quantityOf(cell) : undefined
  if (quantity === undefined) {
    if (/^\d+$|[\d.]$/.test(cell) || cell.length > 60 || /^[%,，。]/.test(cell)) return null
    const other = target === null ? undefined : quantityOf(target)
    return 1.2 + (other === undefined ? 0 : 1) + (target === cell ? -0.6 : 0)
  }
  if (/^0\d/.test(quantity.value)) return null
  const own = (quantity.comparator ? 0 : 0.2) + (quantity.unit === '' ? 0.5 : 0) + (quantity.unit.length > 4 ? 0.5 : 0)
  if (target === null) return own
  const other = quantityOf(target)
  return own + (other === undefined ? 0.6 : other.unit === quantity.unit ? 0 : 0.6)
}
