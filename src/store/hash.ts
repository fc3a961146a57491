// Fingerprints of stored things. The chain of versions and the chain of events are made of them.
import { createHash } from 'node:crypto'

/** Of one part after the other, as if they were one. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** JSON with sorted keys: the same value has one text, whichever order a database gives its keys back in. */
export function canonical(value: unknown): string {
  const copy = inOrder(value)
  return copy === undefined ? written(value) : JSON.stringify(copy)
}

/**
 * A copy that JSON.stringify writes as canonical JSON, whoever has it may change it; undefined where an object does not
 * keep the order of its keys. A moment stays the one it was.
 */
export function inOrder<T>(value: T): T | undefined {
  let ordered = true
  // A copy with its keys in order, because every save comes through here and nothing writes as fast as JSON.stringify.
  const sorted = (it: unknown): unknown => {
    if (it === null || typeof it !== 'object' || it instanceof Date) return it
    if (Array.isArray(it)) return it.map((v) => sorted(v ?? null))
    const fields = it as Fields // neither null, Date nor array
    const { keys, steady } = orderOf(Object.keys(fields))
    if (!steady) ordered = false
    const copy: Record<string, unknown> = {}
    for (const key of keys) copy[key] = sorted(fields[key])
    return copy
  }
  const copy = sorted(value) as T // field by field the same
  return ordered ? copy : undefined
}

type Fields = Readonly<Record<string, unknown>>
type Order = { readonly given: readonly string[]; readonly keys: readonly string[]; readonly steady: boolean }

/** The last order of so many keys: one row of a table after the other has the same. */
const orders: (Order | undefined)[] = []
const mostKeys = 32

function orderOf(given: readonly string[]): Order {
  const known = orders[given.length]
  if (known?.given.every((key, i) => key === given[i])) return known
  const keys = given.toSorted()
  const order = { given, keys, steady: !keys.some(movesAbout) }
  if (given.length <= mostKeys) orders[given.length] = order
  return order
}

/** Keys an object does not keep where they are put: numbers come first in it, and __proto__ is none of its own. */
const movesAbout = (key: string): boolean => (key >= '0' && key < ':') || key === '__proto__'

/** The same text, key by key. */
function written(value: unknown): string {
  if (value === null || typeof value !== 'object' || value instanceof Date) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((v) => written(v ?? null)).join(',')}]`
  const fields = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, v]) => `${JSON.stringify(key)}:${written(v)}`)
  return `{${fields.join(',')}}`
}

export const fingerprint = (value: unknown): string => sha256(canonical(value))
