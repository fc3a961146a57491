// The pairs of neighbouring characters of a text: what names and narratives are found and compared by, without dictionaries.
import { wordsOf } from './rows.ts'

/** The distinct pairs of a text, punctuation and blanks left out; a single character is its own pair. */
export function pairsOf(text: string | null): ReadonlySet<string> {
  const words = wordsOf(text)
  if (words.length === 1) return new Set([words])
  const pairs = new Set<string>()
  for (let i = 1; i < words.length; i++) pairs.add(words.slice(i - 1, i + 1))
  return pairs
}

/** Share of the distinct pairs of `part` that stand in `whole`. */
export const cover = (part: string | null, whole: string | null): number => coverBy(pairsOf(part), wordsOf(whole))

/** The same for who asks often: the pairs, and a text without punctuation and blanks. */
export function coverBy(pairs: ReadonlySet<string>, words: string): number {
  if (pairs.size === 0) return 0
  let shared = 0
  for (const pair of pairs) if (words.includes(pair)) shared++
  return shared / pairs.size
}
