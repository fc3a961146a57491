// Written dates → Excel's day numbers, so that one printer serves all files.
import { Decimal } from '../../kernel/decimal.ts'

const DAY = 86_400
const EPOCH = 25_569
const WRITTEN = /^\s*(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?\s*$/

/** 2023-12-01T00:00:00.000 → 45261; null for anything else. */
export function serialOf(text: string): string | null {
  const parts = WRITTEN.exec(text)
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts.slice(1, 7).map(Number)
  const days = Date.UTC(year, month - 1, day) / 1000 / DAY + EPOCH
  const time = new Decimal(hours * 3600 + minutes * 60 + seconds).plus(parts[7] ?? 0)
  return time.div(DAY).plus(days).toFixed()
}
