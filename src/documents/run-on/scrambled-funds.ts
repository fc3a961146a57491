// The money rows of a scrambled form: numbers behind a row's label are its own, the others are the first rows' in order.
import { isDash } from '../flow/vocabulary.ts'
import { numberText } from '../text.ts'
import { isMoneyRow } from './glued-numbers.ts'
import type { Item } from './scrambled-items.ts'

export type ScrambledFund = { readonly label: Item; readonly row: number; readonly cells: readonly (Item | null)[] }

const AMOUNTS: ReadonlySet<string> = new Set(['initialBudget', 'annualBudget', 'executed'])

/** `columns` as the layout orders them; rows in the layout's order, cells null where nothing certain is printed. */
export function scrambledFunds(items: readonly Item[], columns: readonly string[]): readonly ScrambledFund[] {
  const labels = items.flatMap((item, i) => (item.at.startsWith('fund:') ? [{ item, i }] : []))
  const behind = (i: number): readonly Item[] => {
    const end = items.findIndex((item, k) => k > i && item.kind !== 'number')
    return items.slice(i + 1, end < 0 ? items.length : end)
  }
  const headings = items.findLastIndex((item) => item.at.startsWith('fund-column:') || item.at === 'column:score')
  const loose = headings < 0 ? [] : behind(headings)
  const owned = new Set(labels.flatMap(({ i }) => behind(i)))
  const rates = items.filter((item) => /[%％]$/.test(item.text) && !owned.has(item))
  const free = loose.filter((item) => !owned.has(item))
  const total = totalOf(free, columns, rates)
  const amounts = columns.filter((at) => AMOUNTS.has(at))
  const next = free.slice(total?.used ?? 0)
  const waiting = labels.filter(({ i }) => behind(i).length === 0).sort((a, b) => rowOf(a.item) - rowOf(b.item))
  const rows = labels.map(({ item, i }): ScrambledFund => {
    const row = rowOf(item)
    const place = waiting.findIndex((w) => w.item === item)
    if (place === 0 && total !== null) return { label: item, row, cells: total.cells }
    const own = place === 1 ? next : place < 0 ? behind(i) : []
    return { label: item, row, cells: partOf(own, columns, amounts) }
  })
  return rows.sort((a, b) => a.row - b.row)
}

const rowOf = (item: Item): number => Number(item.at.slice('fund:'.length))

/** The total: all numbers of the row stand first; its rate may be printed elsewhere. */
function totalOf(
  free: readonly Item[],
  columns: readonly string[],
  rates: readonly Item[],
): { readonly cells: readonly (Item | null)[]; readonly used: number } | null {
  const texts = (items: readonly Item[]): readonly string[] => items.map(({ text }) => numberText(text) ?? text)
  const whole = free.slice(0, columns.length)
  if (whole.length === columns.length && isMoneyRow(columns, texts(whole))) return { cells: whole, used: whole.length }
  const rate = columns.indexOf('rate')
  const without = free.slice(0, columns.length - 1)
  if (rate < 0 || without.length < columns.length - 1) return null
  const found = rates.map((item) => without.toSpliced(rate, 0, item)).find((cells) => isMoneyRow(columns, texts(cells)))
  return found === undefined ? null : { cells: found, used: without.length }
}

/** A part's amounts; where the first of three is missing, the others stand before the dash of the weight. */
function partOf(
  own: readonly Item[],
  columns: readonly string[],
  amounts: readonly string[],
): readonly (Item | null)[] {
  const dash = own.findIndex(({ text }) => isDash(text))
  const numbers = own.slice(0, dash < 0 ? own.length : dash)
  const printed =
    numbers.length === amounts.length
      ? amounts
      : dash > 0 && numbers.length === amounts.length - 1
        ? amounts.slice(1)
        : []
  return columns.map((at) => numbers[printed.indexOf(at)] ?? null)
}
