// How sure a reader is of every field of a form in its own layout: by its label, and by what forms know about themselves.
import { type Decimal, decimal, sum } from '../../kernel/decimal.ts'
import type { Form } from '../../kernel/form/form.ts'
import { LEAST } from './columns.ts'

/** By path, rows without their number: `indicators.weight`, `funds.executed`, `project.name`. */
export type Certainty = ReadonlyMap<string, number>

/** The certainty of labels and headings, raised and lowered by the values below them. */
export function weighed(form: Form, labels: Certainty): Certainty {
  const sure = new Map(labels)
  const scale = (path: string, factor: number): void => {
    const known = sure.get(path)
    if (known !== undefined) sure.set(path, Math.min(1, Math.round(known * factor * 100) / 100))
  }
  for (const [path, factor] of [...numbersIn(form), ...weightsIn(form), ...fundsIn(form)]) scale(path, factor)
  return sure
}

type Evidence = readonly [path: string, factor: number]

/** A column of numbers that holds none, a column of names that holds numbers. */
function numbersIn({ indicators, funds, doubts = [] }: Form): readonly Evidence[] {
  const unreadAt = Map.groupBy(doubts, ({ path }) => certaintyKey(path ?? ''))
  const unread = (table: string, at: string): number => unreadAt.get(`${table}.${at}`)?.length ?? 0
  const ofRows = ['weight', 'score'].map(
    (at): Evidence => [`indicators.${at}`, share(unread('indicators', at), indicators.length)],
  )
  const ofFunds = ['initialBudget', 'annualBudget', 'executed', 'rate'].map(
    (at): Evidence => [`funds.${at}`, share(unread('funds', at), funds.length)],
  )
  const numbered = indicators.filter(({ name }) => /^[\d.%]+$/.test(name ?? '')).length
  const values = indicators.filter(({ target }) => target.text !== null).length
  return [
    ...ofRows,
    ...ofFunds,
    ['indicators.name', share(numbered, indicators.length)],
    ['indicators.target', indicators.length > 2 && values * 3 < indicators.length ? 0.6 : 1],
  ]
}

const share = (bad: number, all: number): number => (all === 0 || bad * 2 < all ? 1 : 0.5)

const numbersOf = (texts: readonly (string | null)[]): readonly Decimal[] =>
  texts.flatMap((text) => decimal(text) ?? [])

/** Weights add up to 100 with that of the money, or to 90 or 80 without it; no score is above its weight. */
function weightsIn({ indicators, funds }: Form): readonly Evidence[] {
  const weights = numbersOf(indicators.map(({ weight }) => weight))
  if (weights.length === 0) return []
  const own = sum(weights)
  const withMoney = own.plus(sum(numbersOf(funds.map(({ weight }) => weight))))
  const closes = [own, withMoney].some((total) => [100, 90, 80].some((whole) => total.eq(whole)))
  const pairs = indicators.map(({ weight, score }) => numbersOf([weight, score]))
  const both = pairs.filter((pair) => pair.length === 2)
  const above = both.filter(([weight, score]) => weight !== undefined && score?.gt(weight)).length
  const swapped = !closes && both.length > 2 && above * 3 > both.length * 2
  return [
    ['indicators.weight', closes ? 1.1 : swapped ? 0.6 : 1],
    ['indicators.score', swapped ? 0.6 : 1],
  ]
}

/** The parts add up to the whole, and the rate is what was spent of what was to be spent. */
function fundsIn({ funds }: Form): readonly Evidence[] {
  const [total, ...parts] = funds.filter(({ scope }) => scope === 'annual')
  if (total === undefined) return []
  const sums = (['initialBudget', 'annualBudget', 'executed'] as const).map((at): Evidence => {
    const own = numbersOf(parts.map((part) => part[at]))
    const closes = own.length > 0 && decimal(total[at])?.eq(sum(own)) === true
    return [`funds.${at}`, closes ? 1.1 : 1]
  })
  const [budget, executed, rate] = numbersOf([total.annualBudget, total.executed, total.rate])
  if (budget === undefined || executed === undefined || rate === undefined || budget.eq(0)) return sums
  const fits = executed.div(budget).times(100).minus(rate).abs().lt(0.1)
  return [...sums, ...['annualBudget', 'executed', 'rate'].map((at): Evidence => [`funds.${at}`, fits ? 1.1 : 1])]
}

/** The key under which a path of a form is judged. */
export const certaintyKey = (path: string): string => path.replace(/\[\d+\]/g, '')

export const isSure = (certainty: number | undefined): boolean => certainty === undefined || certainty >= LEAST
