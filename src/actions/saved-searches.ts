import { type FilingFilter, filings } from '../api/filings.ts'
import type { SavedSearch } from '../api/searches.ts'
import { problem } from '../kernel/problem.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as store from '../store/saved-searches.ts'
import { type Context, stampOf } from './context.ts'
import { ownPerson } from './own-person.ts'

/** Undefined where it asks by what this program does not know: without that it would find more than was meant. */
function viewOf({ id, name, filter }: store.SavedSearch): SavedSearch | undefined {
  const known = filings.tally.input.safeParse(filter).data
  return known && { id, name, filter: known }
}

/** One's own that can be asked, by name. */
export async function listSearches({ db, actor }: Context): Promise<readonly SavedSearch[]> {
  const { id } = await ownPerson(db, actor)
  return (await store.list(db, id)).map(viewOf).filter((search) => search !== undefined)
}

type Kept = { readonly name: string; readonly filter: FilingFilter }

/** Keeps a search under a name; what was kept under it before is replaced. */
export async function saveSearch(context: Context, { name, filter }: Kept): Promise<SavedSearch> {
  const person = await ownPerson(context.db, context.actor)
  const stamp = stampOf(context)
  const id = await withTx(context.db, async (tx) => {
    const kept = await store.save(tx, person.id, { id: stamp.newId(), name, filter }, stamp.now)
    const event = { region: person.region ?? '', name: 'search.save', subject: kept, details: { name, filter } }
    await events.record(tx, event, stamp)
    return kept
  })
  return { id, name, filter }
}

/** Problem: search.notFound. */
export async function removeSearch(context: Context, { id }: { readonly id: string }): Promise<void> {
  const person = await ownPerson(context.db, context.actor)
  await withTx(context.db, async (tx) => {
    if (!(await store.remove(tx, person.id, id))) throw problem('search.notFound', {})
    await events.record(tx, { region: person.region ?? '', name: 'search.remove', subject: id }, stampOf(context))
  })
}

/** The search kept under a name. Problems: search.notFound, search.unknown. */
export async function searchNamed({ db, actor }: Context, name: string): Promise<FilingFilter> {
  const person = await ownPerson(db, actor)
  const found = await store.named(db, person.id, name)
  if (found === undefined) throw problem('search.notFound', {})
  const search = viewOf(found)
  if (search === undefined) throw problem('search.unknown', { name })
  return search.filter
}
