// Searches of the queue kept under a name by this browser, for this person: the daily ones are one click away.
import { z } from 'zod'

export type SavedSearch = { readonly name: string; readonly address: string }

const List = z.array(z.object({ name: z.string(), address: z.string() }))
const most = 20
const keyOf = (person: string) => `hengji.searches.${person}`

export function savedSearches(person: string): readonly SavedSearch[] {
  try {
    const kept = List.safeParse(JSON.parse(localStorage.getItem(keyOf(person)) ?? '[]'))
    return kept.success ? kept.data : []
  } catch {
    return []
  }
}

/** The newest first; one of the same name is replaced. */
export const withSearch = (all: readonly SavedSearch[], search: SavedSearch): readonly SavedSearch[] =>
  [search, ...all.filter(({ name }) => name !== search.name)].slice(0, most)

/** False where this browser keeps nothing. */
export function keepSearches(person: string, all: readonly SavedSearch[]): boolean {
  try {
    localStorage.setItem(keyOf(person), JSON.stringify(all))
    return true
  } catch {
    return false
  }
}
