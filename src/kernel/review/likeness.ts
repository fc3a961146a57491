// How alike two texts are, by the character pairs they have in common.

/** Share of character pairs two texts have in common: 1 = the same words, 0 = none. White space counts; tidy first. */
export function likeness(a: string, b: string): number {
  const counts = new Map<string, number>()
  for (let i = 1; i < a.length; i++) counts.set(a.slice(i - 1, i + 1), (counts.get(a.slice(i - 1, i + 1)) ?? 0) + 1)
  let common = 0
  for (let i = 1; i < b.length; i++) {
    const left = counts.get(b.slice(i - 1, i + 1)) ?? 0
    if (left > 0) common++
    counts.set(b.slice(i - 1, i + 1), left - 1)
  }
  return (2 * common) / Math.max(1, a.length + b.length - 2)
}
