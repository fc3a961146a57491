// Whether one target asks for more or less than another: ≥20次 → ≥18次 is looser, whatever the text.
import { type Decimal, decimal } from '../decimal.ts'
import { canonicalUnit, toYuan } from '../value/units.ts'
import type { Comparator, Target } from './form.ts'

/** `same`: written differently, meaning the same. `other`: cannot be put in order. */
export type Requirement = 'same' | 'stricter' | 'looser' | 'other'

export function compareRequirements(before: Target, after: Target): Requirement {
  if (before.text === after.text) return 'same'
  const [a, b] = [quantity(before), quantity(after)]
  if (a !== null && b !== null && a.unit === b.unit) return compareQuantities(a, b)
  const [x, y] = [deadline(before), deadline(after)]
  if (x !== null && y !== null) return x === y ? 'same' : y < x ? 'stricter' : 'looser'
  if (measurable(before) && after.kind === 'qualitative') return 'looser'
  if (before.kind === 'qualitative' && measurable(after)) return 'stricter'
  return 'other'
}

const measurable = ({ kind }: Target): boolean => kind === 'quantitative' || kind === 'date'

type Quantity = { readonly comparator: Comparator; readonly value: Decimal; readonly unit: string }

/** A target that is one number and nothing beside it; money in 元. */
function quantity({ kind, comparator, value, unit }: Target): Quantity | null {
  if (kind !== 'quantitative') return null
  const money = unit === null ? null : decimal(toYuan(value, unit))
  const number = money ?? decimal(value)
  return number === null
    ? null
    : { comparator: comparator ?? '=', value: number, unit: money === null ? canonicalUnit(unit ?? '') : '元' }
}

/** 'up': at least so much. 'down': at most. 'equal': exactly. */
const sense = (comparator: Comparator): 'up' | 'down' | 'equal' =>
  comparator === '=' ? 'equal' : comparator.startsWith('>') ? 'up' : 'down'

function compareQuantities(a: Quantity, b: Quantity): Requirement {
  const order = b.value.cmp(a.value)
  if (order === 0 && a.comparator === b.comparator) return 'same'
  const [from, to] = [sense(a.comparator), sense(b.comparator)]
  if (from === to) {
    if (from === 'equal') return 'other'
    if (order === 0) return a.comparator.includes('=') ? 'stricter' : 'looser'
    return order > 0 === (from === 'up') ? 'stricter' : 'looser'
  }
  if (order !== 0) return 'other'
  if (from === 'equal') return 'looser'
  return to === 'equal' ? 'stricter' : 'other'
}

/** The last day that still fulfils the target. */
const deadline = ({ kind, date, period }: Target): string | null =>
  kind === 'date' ? (date ?? period?.to ?? null) : null
