// Remembers what a pure function answered: forms repeat the same few units and category names, rules ask the same again.

/** The same function; the first `limit` different texts are answered from memory the second time. */
export function memo<T>(answer: (text: string) => T, limit = 4096): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T // has: the answer was undefined itself
    const found = answer(text)
    // A longer piece of a document is kept by V8 as a view that holds the whole document in memory.
    if (known.size < limit && text.length < 13) known.set(text, found)
    return found
  }
}

/** The same function; what it answered for an object is kept as long as the object. For objects that are never changed. */
export function memoOf<K extends object, T>(answer: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>()
  return (of) => {
    const before = known.get(of)
    if (before !== undefined) return before.answer
    const found = answer(of)
    known.set(of, { answer: found })
    return found
  }
}
