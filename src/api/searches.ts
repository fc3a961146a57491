// Searches of filings a person keeps under a name, for lists and for bulk work.
import { z } from 'zod'
import { endpoint, jsonEndpoint } from './endpoint.ts'
import { type FilingFilter, filings } from './filings.ts'

export type SavedSearch = { readonly id: string; readonly name: string; readonly filter: FilingFilter }

export const searchName = z.string().trim().min(1, '请给筛选起个名字').max(60)

export const searches = {
  list: endpoint<readonly SavedSearch[]>()('filing.read', 'GET', '/searches', z.object({})),
  /** The same name again takes the place of what was kept under it. */
  save: jsonEndpoint<SavedSearch>()(
    'filing.read',
    'POST',
    '/searches',
    z.object({ name: searchName, filter: filings.tally.input }),
  ),
  remove: endpoint<void>()('filing.read', 'DELETE', '/searches/:id', z.object({ id: z.uuid('不是筛选的编号') })),
}
