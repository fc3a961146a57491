// How moments, days and amounts are shown: in local form, the same on every page.
import { Decimal, decimal } from '../kernel/decimal.ts'

/** 2024-03-01 14:05, by the clock of China wherever the reader is: the days in the record go by it. */
export const moment = (iso: string): string =>
  new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

/** 1,234.56; what is no number is shown as it is. */
export function amount(text: string | null): string {
  const value = decimal(text)
  if (!value || text === null) return text ?? '—'
  const [whole = '', part] = text.replaceAll(',', '').trim().split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

/** 元 → 万元 with two places: 1,234.50 万元. */
export function wan(yuan: string | null): string {
  const value = decimal(yuan)
  return value ? `${amount(value.div(10_000).toFixed(2, Decimal.ROUND_HALF_UP))} 万元` : '—'
}
