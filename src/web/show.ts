// How moments, days and amounts are shown: in local form, the same on every page.
import { Decimal, decimal } from '../kernel/decimal.ts'

/** 2024-03-01 14:05, by the clock of the reader. */
export function moment(iso: string): string {
  const at = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

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
