// A search kept in the address: a link to it shows the same to a colleague.
import { useSearchParams } from 'react-router'
import type { ZodType } from 'zod'

type Paged = { readonly page: number }

export type AddressSearch<S> = {
  readonly search: S
  /** Begins at the first page again, unless a page is what changes. */
  readonly change: (changes: Partial<S>) => void
  readonly clear: () => void
}

/** What the address says in vain is taken for nothing said. */
export function useAddressSearch<S extends Paged>(schema: ZodType<S>): AddressSearch<S> {
  const [address, setAddress] = useSearchParams()
  const asked = schema.safeParse(Object.fromEntries(address))
  const search = asked.success ? asked.data : schema.parse({})
  const change = (changes: Partial<S>) =>
    setAddress(
      Object.entries<unknown>({ ...search, page: 1, ...changes })
        .filter(([name, value]) => value !== undefined && value !== '' && !(name === 'page' && value === 1))
        .map(([name, value]) => [name, String(value)] as [string, string]), // pairs, as the address takes them
    )
  return { search, change, clear: () => setAddress([]) }
}
