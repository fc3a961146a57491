// Searches of filings kept under a name, as the queue shows them.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type SavedSearch, searches } from '../../api/searches.ts'
import { call, query } from '../call.ts'
import { forgetLocal, localSearches } from './local-searches.ts'

/** One's own, by name; those this browser kept before the server did are carried over first, once. */
export function useSavedSearches(person: string): readonly SavedSearch[] {
  const queries = useQueryClient()
  const { data } = useQuery(query(searches.list, {}))
  useEffect(() => {
    if (data === undefined) return
    void carryOver(person, data).then((carried) => {
      if (carried) void queries.invalidateQueries({ queryKey: [searches.list.path] })
    })
  }, [data, person, queries])
  return data ?? []
}

/** False where there was nothing to carry. What the server has under a name stays; what it did not take stays here. */
async function carryOver(person: string, onServer: readonly SavedSearch[]): Promise<boolean> {
  const kept = localSearches(person)
  if (kept.length === 0) return false
  const known = new Set(onServer.map(({ name }) => name))
  const missing = kept.filter(({ name }) => !known.has(name))
  const saved = await Promise.allSettled(missing.map((search) => call(searches.save, search)))
  if (saved.every(({ status }) => status === 'fulfilled')) forgetLocal(person)
  return missing.length > 0
}
