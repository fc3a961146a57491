// A money row with fewer numbers than headings: which number stands under which heading, by what the numbers say.
import { type Decimal, decimal } from '../kernel/decimal.ts'
import { isNothing, numberText } from './text.ts'

/** A way that suits must be so much better than every other, or nothing is said. */
const CLEAR = 0.5

type Way = readonly number[]

/**
 * The place among `columns` (fields of a money row) of every value, in their order; null where more than one way is
 * possible. Weights are hardly ever anything but 10 or 20, a score is at most its weight, a rate is what was spent of
 * what was to be spent.
 */
export function placedAmounts(values: readonly string[], columns: readonly string[]): Way | null {
  if (values.length === 0 || values.length > columns.length || columns.length > 10) return null
  const ways = choices(values.length, columns.length)
    .map((way) => ({ way, cost: costOf(way, values, columns), told: told(way, values) }))
    .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.cost - b.cost)
  const [best] = ways
  if (best === undefined) return null
  const rival = ways.find(({ told }) => told !== best.told)
  return rival === undefined || rival.cost - best.cost >= CLEAR ? best.way : null
}

/** What a way says of the numbers; where dashes stand does not matter. */
const told = (way: Way, values: readonly string[]): string =>
  way.filter((_, i) => numberText(values[i] ?? '') !== null).join()

/** Every choice of `count` places out of `of`, in order. */
function choices(count: number, of: number, from = 0): readonly Way[] {
  if (count === 0) return [[]]
  const found: Way[] = []
  for (let first = from; first + count <= of; first++)
    for (const rest of choices(count - 1, of, first + 1)) found.push([first, ...rest])
  return found
}

const AMOUNTS: ReadonlySet<string> = new Set(['initialBudget', 'annualBudget', 'executed'])

function costOf(way: Way, values: readonly string[], columns: readonly string[]): number {
  const printed = new Map(way.map((at, i) => [columns[at] ?? '', values[i] ?? '']))
  let cost = 0
  for (const [column, text] of printed) cost += cellCost(column, text)
  // Amounts are there where anything is.
  for (const column of columns) if (AMOUNTS.has(column) && !printed.has(column)) cost += 1
  return cost + sumsCost((column) => decimal(numberText(printed.get(column) ?? '')))
}

function cellCost(column: string, text: string): number {
  const number = decimal(numberText(text))
  const percent = /[%％]$/.test(text)
  if (number === null) return isNothing(text) ? 0 : column.startsWith('remarks.') ? 0 : Number.POSITIVE_INFINITY
  if (column === 'rate') return percent ? 0 : number.gt(1000) ? Number.POSITIVE_INFINITY : 0.3
  if (percent) return Number.POSITIVE_INFINITY
  if (column === 'weight') return number.eq(10) || number.eq(20) ? 0 : number.gt(100) ? Number.POSITIVE_INFINITY : 2
  if (column === 'score') return number.gt(100) ? Number.POSITIVE_INFINITY : 0.2
  return AMOUNTS.has(column) ? 0 : 2
}

/** What speaks against the numbers standing together. */
function sumsCost(of: (column: string) => Decimal | null): number {
  const [annual, executed] = [of('annualBudget'), of('executed')]
  const [weight, score, rate] = [of('weight'), of('score'), of('rate')]
  const real = annual === null || executed === null || annual.eq(0) ? null : executed.div(annual).times(100)
  let cost = 0
  if (real !== null && rate !== null && real.minus(rate).abs().gt('0.1')) cost += 3
  if (weight !== null && score?.gt(weight)) cost += 4
  const due = weight === null || real === null ? null : weight.times(real).div(100)
  if (due !== null && score !== null && due.minus(score).abs().gt('0.1')) cost += 1
  return cost
}
