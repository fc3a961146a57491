// Which row of one version is which of another: by its key, else by what it says.
import { alignIndicators } from '../review/align.ts'
import type { Row, Table } from './cells.ts'
import type { Form } from './form.ts'

/** Position in the second form of each row of the first; −1 = not there. */
export type Pairing = readonly number[]

/** Names alike enough to be one indicator that was reworded. */
const ALIKE = 0.6

/** Pairs the rows of a table one to one. Rows with different keys are different rows, whatever they say. */
export function pairRows(table: Table, here: Form, there: Form): Pairing {
  const [a, b]: readonly (readonly Row[])[] = [here[table], there[table]]
  if (a !== undefined && b !== undefined && sameKeys(a, b)) return [...a.keys()]
  const pairs = new Array<number>(a?.length ?? 0).fill(-1)
  const free = new Set(b?.keys())
  const both = (sameIn: (row: Row) => string | null): void => {
    const places = new Map<string, number[]>()
    for (const at of free) {
      const row = b?.[at]
      const name = row === undefined ? null : sameIn(row)
      if (name !== null) places.set(name, [...(places.get(name) ?? []), at])
    }
    a?.forEach((row, i) => {
      const name = pairs[i] === -1 ? sameIn(row) : null
      const at = name === null ? undefined : places.get(name)?.find((n) => !apart(row, b?.[n]))
      if (at === undefined || name === null) return
      pairs[i] = at
      free.delete(at)
      places.set(name, places.get(name)?.filter((n) => n !== at) ?? [])
    })
  }
  if (table === 'funds') {
    both((row) => ('scope' in row ? JSON.stringify([row.scope, row.label]) : null))
    return pairs
  }
  both((row) => ('key' in row && row.key !== undefined ? row.key : null))
  both((row) => ('dimension' in row ? JSON.stringify([row.dimension, row.aspect, row.name]) : nameOf(row)))
  both(nameOf)
  if (table === 'indicators') pairAlike(here, there, pairs, free)
  return pairs
}

/** Mostly no row came, went or moved: then each is the one in its place. Where a key stands twice the rest decides too. */
function sameKeys(a: readonly Row[], b: readonly Row[]): boolean {
  if (a.length !== b.length) return false
  const seen = new Set<string>()
  return a.every((row, i) => {
    const key = keyOf(row)
    if (key === undefined || key !== keyOf(b[i])) return false
    return seen.size < seen.add(key).size
  })
}

const nameOf = (row: Row): string | null => ('name' in row && row.name !== '' ? row.name : null)

const keyOf = (row: Row | undefined): string | undefined => (row && 'key' in row ? row.key : undefined)

function apart(a: Row | undefined, b: Row | undefined): boolean {
  const [x, y] = [keyOf(a), keyOf(b)]
  return x !== undefined && y !== undefined && x !== y
}

/** What is left is paired by the likeness of its names, as the review aligns two years. */
function pairAlike(here: Form, there: Form, pairs: number[], free: Set<number>): void {
  const left = pairs.flatMap((at, i) => (at === -1 ? [i] : []))
  const right = [...free]
  if (left.length === 0 || right.length === 0) return
  const only = (form: Form, rows: readonly number[]): Form => ({
    ...form,
    indicators: form.indicators.filter((_, i) => rows.includes(i)),
  })
  for (const pair of alignIndicators(only(here, left), only(there, right), ALIKE)) {
    const [i, at] = [left[pair.here], right[pair.there]]
    if (i === undefined || at === undefined || apart(here.indicators[i], there.indicators[at])) continue
    pairs[i] = at
    free.delete(at)
  }
}

/** The form with a key for every row that has none: rows known from `before` keep theirs. */
export function withKeys(form: Form, before: Form | null, newKey: () => string): Form {
  const keyed = <R extends { key?: string | undefined }>(table: 'tasks' | 'indicators', rows: readonly R[]): R[] => {
    if (rows.every(({ key }) => key !== undefined)) return [...rows]
    const earlier = before === null ? [] : pairRows(table, form, before)
    const taken = new Set(rows.flatMap(({ key }) => (key === undefined ? [] : [key])))
    return rows.map((row, i) => {
      if (row.key !== undefined) return row
      const known = before?.[table][earlier[i] ?? -1]?.key
      const key = known === undefined || taken.has(known) ? newKey() : known
      taken.add(key)
      return { ...row, key }
    })
  }
  return { ...form, tasks: keyed('tasks', form.tasks), indicators: keyed('indicators', form.indicators) }
}
