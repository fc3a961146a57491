// Numbers printed without anything between them: only what they must add up to tells where one ends.
import { type Decimal, decimal } from '../../kernel/decimal.ts'

/** No row of a money table is longer. */
const LONGEST = 44
/** More ways to cut a row of digits tell nothing. */
const MOST_WAYS = 60_000

const NUMBER = /^(?:0|[1-9]\d*)(?:\.\d{1,6})?$/

/** All ways to cut digits into so many numbers; a sign of per cent or a dash ends a number. */
export function waysToCut(text: string, count: number): readonly (readonly string[])[] {
  const ways: string[][] = []
  if (text.length > LONGEST) return ways
  const cut = (from: number, numbers: string[]): void => {
    if (ways.length >= MOST_WAYS) return
    if (numbers.length === count) {
      if (from === text.length) ways.push(numbers)
      return
    }
    const rest = count - numbers.length - 1
    for (let to = from + 1; to <= text.length - rest; to++) {
      const piece = text.slice(from, to)
      if (/^[—\-/]$/.test(piece)) cut(to, [...numbers, piece])
      const isRate = piece.endsWith('%')
      if (NUMBER.test(isRate ? piece.slice(0, -1) : piece) && text[to] !== '%' && text[to] !== '.')
        cut(to, [...numbers, piece])
      if (isRate) break
    }
  }
  cut(0, [])
  return ways
}

const value = (text: string | undefined): Decimal | null =>
  text !== undefined && NUMBER.test(text.replace('%', '')) ? decimal(text.replace('%', '')) : null

/** True where rate and score are what budget, execution and weight make them. */
export function isMoneyRow(columns: readonly string[], numbers: readonly string[]): boolean {
  const of = (at: string) => value(numbers[columns.indexOf(at)])
  const [initial, annual, executed] = [of('initialBudget'), of('annualBudget'), of('executed')]
  const [weight, rate, score] = [of('weight'), of('rate'), of('score')]
  const rateText = numbers[columns.indexOf('rate')]
  if (numbers.some((number, i) => number.endsWith('%') && columns[i] !== 'rate')) return false
  if (numbers.some((number) => number.includes('%')) && rateText !== undefined && !rateText.endsWith('%')) return false
  const budget = annual ?? initial
  if (rate === null || budget === null || executed === null) return false
  if (budget.isZero() ? !rate.isZero() : executed.div(budget).times(100).minus(rate).abs().gt('0.51')) return false
  if (weight !== null && (weight.gt(30) || weight.isZero())) return false
  return weight === null || score === null || score.lte(weight)
}
