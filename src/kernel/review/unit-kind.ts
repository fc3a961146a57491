// What a unit measures, as coarse as the rules need it, and when two units say the same.
import { canonicalUnit, unitDimension } from '../value/units.ts'

export type UnitKind = 'percent' | 'time' | 'money' | 'points' | 'ratio' | 'count' | 'measure'

/** null for no unit or a word that is no known unit; a price (元/张) is money. */
export function unitKind(unit: string | null): UnitKind | null {
  if (unit === null || unit.trim() === '') return null
  const dimension = unitDimension(unit)
  if (dimension === 'duration' || dimension === 'working-days') return 'time'
  if (dimension === 'ratio') return unit.includes('元') ? 'money' : 'ratio'
  return dimension
}

/** A table covers one year: 期/年 counts what 期 counts. */
const withoutYear = (unit: string): string => canonicalUnit(unit).replace(/\/(年|年度)$/, '')
/** Words for pieces of anything. */
const general: ReadonlySet<string> = new Set(['个', '项'])

/** Whether two units say the same; 5个 and 5家 are not told apart. */
export function sameUnit(a: string, b: string): boolean {
  const [x, y] = [withoutYear(a), withoutYear(b)]
  if (x === y) return true
  return unitKind(x) === 'count' && unitKind(y) === 'count' && (general.has(x) || general.has(y))
}
