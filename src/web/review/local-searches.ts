// Searches this browser kept by itself, before the server kept them for the person: read, carried over, forgotten.
import { z } from 'zod'
import type { FilingFilter } from '../../api/filings.ts'
import { searches } from '../../api/searches.ts'
import { filterOf, searchIn } from './queue-search.ts'

type LocalSearch = { readonly name: string; readonly filter: FilingFilter }

const List = z.array(z.object({ name: z.string(), address: z.string() }))
const keyOf = (person: string) => `hengji.searches.${person}`

/** What the server would take of them; the rest never worked. */
export function localSearches(person: string): readonly LocalSearch[] {
  try {
    return searchesIn(JSON.parse(localStorage.getItem(keyOf(person)) ?? '[]'))
  } catch {
    return [] // a browser that keeps nothing, or kept something else
  }
}

export function searchesIn(kept: unknown): readonly LocalSearch[] {
  const list = List.safeParse(kept)
  if (!list.success) return []
  return list.data
    .map(({ name, address }) => ({ name, filter: filterOf(searchIn(new URLSearchParams(address))) }))
    .filter((search) => searches.save.input.safeParse(search).success)
}

export function forgetLocal(person: string): void {
  try {
    localStorage.removeItem(keyOf(person))
  } catch {
    // nothing was kept
  }
}
