// Exact decimals: the only place that computes with money, rates and scores.
import { Decimal as DecimalBase } from 'decimal.js'
import { memo } from './memo.ts'

/** 40 significant digits: the largest budget in 元 with any quotient keeps more than 20 decimals. */
export const Decimal = DecimalBase.clone({ precision: 40, toExpNeg: -30, toExpPos: 40 })
export type Decimal = InstanceType<typeof Decimal>

/** How a quantity is rounded; it differs by place and by quantity, so it is profile data. */
export type Rounding = { readonly mode: 'half-up' | 'truncate'; readonly places: number }

const modes = { 'half-up': Decimal.ROUND_HALF_UP, truncate: Decimal.ROUND_DOWN } as const

const parsed = memo((text: string): Decimal | null => {
  const plain = text.replaceAll(',', '').trim()
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? new Decimal(plain) : null
})

/** A printed decimal as a number; null for null, blank, a dash or anything that is not a plain decimal. */
export const decimal = (text: string | null | undefined): Decimal | null =>
  text === null || text === undefined ? null : parsed(text)

export const round = (x: Decimal, { mode, places }: Rounding): Decimal => x.toDecimalPlaces(places, modes[mode])

/** Rounded and printed with exactly the places of the rounding: 9.5 → "9.50". */
export const printed = (x: Decimal, { mode, places }: Rounding): string => x.toFixed(places, modes[mode])

/** Without trailing zeros: 10.00 → "10". */
export const plain = (x: Decimal): string => x.toFixed()

export const sum = (xs: Iterable<Decimal>): Decimal => {
  let total = new Decimal(0)
  for (const x of xs) total = total.plus(x)
  return total
}
