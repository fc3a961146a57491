// 成本指标 as amounts: which of them limit the whole cost, which a price per piece, and how many pieces are planned.
import { type Decimal, decimal, sum } from '../decimal.ts'
import type { Form, Indicator } from '../form/form.ts'
import { memoOf } from '../memo.ts'
import type { Profile } from '../profile/profile.ts'
import { canonicalUnit, toYuan } from '../value/units.ts'
import { likeness } from './likeness.ts'
import { aspectOf, isCost } from './taxonomy.ts'

export type Ceiling = {
  readonly index: number
  readonly indicator: Indicator
  /** Upper limit in 元: of the whole, or per piece. */
  readonly yuan: Decimal
  /** Canonical unit of the pieces of a price; null = a limit of the whole. */
  readonly per: string | null
}
/** `unread` = cost indicators whose limit is no amount of money, or a price of unknown pieces. */
export type Ceilings = { readonly whole: Ceiling[]; readonly prices: Ceiling[]; readonly unread: number[] }

const priceWords = /单价|平均|人均|户均|均价|单位成本|标准|定额|限价|单[期次台套件家人份张场]|每(?!年)[\p{Script=Han}]/u
const money = /^(.*?元|[千万亿])(?:\/(.+))?$/
const overallWords = /总|合计|预算|全部/
/** A limit of one year's cost is a limit of the whole. */
const wholeYear = /^(年|年度|全年)$/

/** The cost indicators that limit money from above (≤ < or a bare amount). Several rules ask for them. */
export const ceilingsOf = (form: Form, profile: Profile): Ceilings => ceilingsUnder(profile)(form)

const ceilingsUnder = memoOf((profile: Profile) => memoOf((form: Form) => findCeilings(form, profile)))

function findCeilings(form: Form, profile: Profile): Ceilings {
  const ceilings: Ceilings = { whole: [], prices: [], unread: [] }
  for (const [index, indicator] of form.indicators.entries()) {
    if (!isCost(profile, indicator)) continue
    const ceiling = ceilingOf(form, profile, index, indicator)
    if (ceiling === null) ceilings.unread.push(index)
    else if (ceiling.per === null) ceilings.whole.push(ceiling)
    else ceilings.prices.push(ceiling)
  }
  return ceilings
}

function ceilingOf(form: Form, profile: Profile, index: number, indicator: Indicator): Ceiling | null {
  const { value, unit, comparator, parts } = indicator.target
  const written = canonicalUnit(unit ?? indicator.measureUnit ?? '')
  const [, currency, pieces] = money.exec(written) ?? []
  if (currency === undefined || comparator === '>' || comparator === '>=' || (parts?.length ?? 0) > 1) return null
  const yuan = decimal(toYuan(value, currency))
  if (yuan === null) return null
  if (pieces !== undefined && !wholeYear.test(pieces)) return { index, indicator, yuan, per: pieceUnit(pieces) }
  if (!priceWords.test(wording(indicator)) && !isSmall(form, written, yuan, indicator.name))
    return { index, indicator, yuan, per: null }
  const per = pieces === undefined ? piecesNamed(form, profile, wording(indicator)) : null
  return per === null ? null : { index, indicator, yuan, per }
}

/** ≤270元 in a budget of 160万元 is a price, whether its words say so or not. */
const isSmall = (form: Form, unit: string, yuan: Decimal, name: string | null): boolean =>
  unit === '元' && !overallWords.test(name ?? '') && (largestBudget(form)?.gt(yuan.times(1000)) ?? false)

/** Names are short; what is longer is compared by its beginning. */
const LONGEST_WORDING = 120

const wording = ({ name, description }: Indicator): string => `${name ?? ''} ${description ?? ''}`

/** 批 and 批次 count the same pieces. */
const pieceUnit = (unit: string): string => canonicalUnit(unit).replace(/^批$/, '批次')

/** The counted unit a price is worded for (每家…, 平均批次单价); the only one there is where the words name none. */
function piecesNamed(form: Form, profile: Profile, words: string): string | null {
  const units = [...new Set(quantities(form, profile).map(({ unit }) => unit))]
  const [name = ''] = words.split(' ')
  const named = units.filter(
    (unit) => name.endsWith(unit) || ['每?', '?均', '?单价', '单?'].some((w) => words.includes(w.replace('?', unit))),
  )
  const [only] = named.length > 0 || /[每均](?!价|成|批)/.test(words.replaceAll('平均', '')) ? named : units
  return named.length <= 1 && (named.length === 1 || units.length === 1) ? (only ?? null) : null
}

export type Quantity = { readonly indicator: Indicator; readonly count: Decimal; readonly unit: string }

/** The 数量指标 with a planned number of pieces. */
export const quantities = (form: Form, profile: Profile): readonly Quantity[] => quantitiesUnder(profile)(form)

const quantitiesUnder = memoOf((profile: Profile) => memoOf((form: Form) => findQuantities(form, profile)))

function findQuantities(form: Form, profile: Profile): readonly Quantity[] {
  return form.indicators.flatMap((indicator) => {
    const { value, unit, comparator } = indicator.target
    const count = decimal(value)
    const written = unit ?? indicator.measureUnit
    if (aspectOf(profile, indicator.aspect) !== '数量指标' || count === null || written === null) return []
    if (comparator === '<' || comparator === '<=' || canonicalUnit(written) === '%') return []
    return [{ indicator, ...scaled(count, pieceUnit(written)) }]
  })
}

/** 30万份 = 300000 份. */
function scaled(count: Decimal, unit: string): { count: Decimal; unit: string } {
  const inTenThousands = /^万(?!元)(.+)$/.exec(unit)?.[1]
  return inTenThousands === undefined ? { count, unit } : { count: count.times(10000), unit: inTenThousands }
}

/** Tables with more prices and quantities than any published one are not paired: it would take too long. */
const MOST_PAIRS = 2500

export type Planned = { readonly price: Ceiling; readonly counts: readonly Decimal[]; readonly yuan: Decimal }

/**
 * Every price with the planned numbers it applies to; prices without any are left out. A single price of its unit
 * applies to all quantities of that unit; of several each goes with the one quantity its words are nearest to.
 */
export function plannedCosts(form: Form, profile: Profile, prices: readonly Ceiling[]): Planned[] {
  const all = quantities(form, profile)
  if (prices.length * all.length > MOST_PAIRS) return []
  const near = nearnessOf()
  return prices.flatMap((price) => {
    const counted = all.filter(({ unit }) => unit === price.per)
    const rivals = prices.filter(({ per }) => per === price.per)
    const isMine = (quantity: Quantity): boolean => isPair(price, quantity, rivals, counted, near)
    const mine = rivals.length === 1 ? counted : counted.filter(isMine)
    const counts = mine.map(({ count }) => count)
    return counts.length === 0 ? [] : [{ price, counts, yuan: price.yuan.times(sum(counts)) }]
  })
}

/** Whether a price and a quantity are nearer to each other than to any other of their unit. */
function isPair(
  price: Ceiling,
  quantity: Quantity,
  prices: readonly Ceiling[],
  counted: readonly Quantity[],
  near: (price: Ceiling, quantity: Quantity) => number,
): boolean {
  const own = near(price, quantity)
  return (
    prices.every((other) => other === price || near(other, quantity) < own) &&
    counted.every((other) => other === quantity || near(price, other) < own)
  )
}

/** How near a price and a quantity are, worked out once for every pair. */
function nearnessOf(): (price: Ceiling, quantity: Quantity) => number {
  const known = new Map<Ceiling, Map<Quantity, number>>()
  return (price, quantity) => {
    const row = known.get(price) ?? new Map<Quantity, number>()
    known.set(price, row)
    const near = row.get(quantity) ?? nearness(wording(price.indicator), wording(quantity.indicator))
    row.set(quantity, near)
    return near
  }
}

/** Length of the longest run of characters two wordings have in common; how alike they are on the whole decides a tie. */
function nearness(a: string, b: string): number {
  const [left, right] = [a.slice(0, LONGEST_WORDING), b.slice(0, LONGEST_WORDING)]
  let longest = 0
  for (let from = 0; from + longest < left.length; from++) {
    while (from + longest < left.length && right.includes(left.slice(from, from + longest + 1))) longest++
  }
  return longest + likeness(left, right) / 2
}

/** The largest total the form has in 元: a limit may be meant for the year or the whole life of the project. */
export const largestBudget = memoOf((form: Form): Decimal | null => {
  const amounts = form.funds
    .filter(({ level }) => level === 0)
    .flatMap(({ initialBudget, annualBudget }) => [initialBudget, annualBudget])
    .map((amount) => decimal(toYuan(amount, form.amountUnit)))
    .filter((amount) => amount !== null)
  return amounts.reduce<Decimal | null>((most, amount) => (most?.gte(amount) ? most : amount), null)
})

/** Whether a limit is meant for everything the project spends, not for one part of it. */
export const isOverall = ({ indicator, yuan }: Ceiling, budget: Decimal): boolean =>
  yuan.eq(budget) || overallWords.test(indicator.name ?? '')
