// Remembers what a pure function of a text answered: forms repeat the same few units and category names.

/** The same function; the first `limit` different texts are answered from memory the second time. */
export function memo<T>(answer: (text: string) => T, limit = 4096): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as T // has: the answer was undefined itself
    const found = answer(text)
    if (known.size < limit && text.length < 100) known.set(text, found)
    return found
  }
}
