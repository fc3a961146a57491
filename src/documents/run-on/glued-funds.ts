// The money table of a glued form: rows by their labels, numbers by what they must add up to.
import { type Decimal, decimal, sum } from '../../kernel/decimal.ts'
import { isMoneyRow, waysToCut } from './glued-numbers.ts'

export type GluedFund = { readonly from: number; readonly to: number; readonly digits: string; readonly level: number }

const AMOUNTS: ReadonlySet<string> = new Set(['initialBudget', 'annualBudget', 'executed'])

/**
 * The numbers of every row, one a column, '' where nothing is printed; null for a row with more than one possible
 * reading. The total's rate and score must fit its amounts; the parts must add up to the total.
 */
export function gluedFunds(
  rows: readonly GluedFund[],
  columns: readonly string[],
): readonly (readonly string[] | null)[] {
  const amounts = columns.filter((at) => AMOUNTS.has(at))
  const totals = rows.map((row) =>
    row.level === 0 && row.digits !== '' ? totalOf(row.digits, columns, amounts) : null,
  )
  const total = totals.find((numbers) => numbers !== null) ?? null
  const filled = rows.filter((row) => row.level > 0 && row.digits !== '')
  const parts =
    total === null
      ? null
      : partsOf(
          filled.map((row) => row.digits),
          amounts,
          columns,
          total,
        )
  return rows.map((row, i) => {
    if (row.digits === '') return columns.map(() => '')
    return row.level === 0 ? (totals[i] ?? null) : (parts?.[filled.indexOf(row)] ?? null)
  })
}

/** All columns, or all but the first amount or the score, which is left empty; the only or the likeliest way that adds up. */
function totalOf(digits: string, columns: readonly string[], amounts: readonly string[]): readonly string[] | null {
  const lacking = [[], amounts.length > 2 ? ['initialBudget'] : null, ['score'], ['weight', 'score']].filter(
    (l) => l !== null,
  )
  for (const left of lacking) {
    const printed = columns.filter((at) => !left.includes(at))
    const ways = waysToCut(digits, printed.length).filter((numbers) => isMoneyRow(printed, numbers))
    const best = ways.toSorted((a, b) => unlikely(printed, a) - unlikely(printed, b))
    const [first, second] = best
    if (first === undefined) continue
    if (second !== undefined && unlikely(printed, first) === unlikely(printed, second)) return null
    return columns.map((at) => first[printed.indexOf(at)] ?? '')
  }
  return null
}

/** How many decimals amounts have beyond one and the same: a form prints all of its amounts alike. */
const unlike = (numbers: readonly string[]): number =>
  new Set(
    numbers.filter((text) => text !== '0' && decimal(text) !== null).map((text) => text.split('.')[1]?.length ?? 0),
  ).size

/** Weights are 10 or 20; a score is weight × rate; amounts have the same decimals. */
function unlikely(columns: readonly string[], numbers: readonly string[]): number {
  const of = (at: string): Decimal | null => decimal(numbers[columns.indexOf(at)]?.replace('%', ''))
  const [weight, rate, score] = [of('weight'), of('rate'), of('score')]
  const formula = weight === null || rate === null ? null : weight.times(rate).div(100)
  const misses = score === null || formula === null ? 0 : formula.minus(score).abs().gt('0.02') ? 1 : 0
  const amounts = numbers.filter((_, i) => AMOUNTS.has(columns[i] ?? ''))
  return unlike(amounts) + misses + (weight === null ? 0 : weight.eq(10) ? 0 : weight.eq(20) ? 1 : 3)
}

function partsOf(
  digits: readonly string[],
  amounts: readonly string[],
  columns: readonly string[],
  total: readonly string[],
): readonly (readonly string[])[] | null {
  const shown = amounts.filter((at) => (total[columns.indexOf(at)] ?? '') !== '')
  const whole = shown.map((at) => decimal(total[columns.indexOf(at)]))
  const ways = digits.map((text) => alikeFirst(waysToCut(text, shown.length)))
  const found: (readonly string[])[][] = []
  const pick = (chosen: (readonly string[])[]): void => {
    if (found.length > 1) return
    if (chosen.length < ways.length) {
      for (const way of ways[chosen.length] ?? []) if (within(way, whole)) pick([...chosen, way])
    } else if (whole.every((all, i) => all === null || sum(chosen.map((way) => amountOf(way[i]))).eq(all)))
      found.push(chosen)
  }
  if (ways.length > 3) return null
  pick([])
  const [only] = found
  if (only === undefined || found.length > 1) return null
  return only.map((way) => columns.map((at) => way[shown.indexOf(at)] ?? ''))
}

/** Ways whose amounts have the same decimals; where there is none, all. */
function alikeFirst(ways: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const alike = ways.filter((way) => unlike(way) <= 1)
  return (alike.length > 0 ? alike : ways).slice(0, 60)
}

const amountOf = (text: string | undefined): Decimal => decimal(text) ?? sum([])

const within = (way: readonly string[], whole: readonly (Decimal | null)[]): boolean =>
  way.every((text, i) => amountOf(text).lte(whole[i] ?? 0))
