// Searches of filings kept under a name by a person.
import type { Database, Tx } from './db.ts'

export type SavedSearch = { readonly id: string; readonly name: string; readonly filter: unknown }

const select = (db: Database) => db.selectFrom('saved_search').select(['id', 'name', 'filter'])

/** Of one person, by name. */
export const list = (db: Database, personId: string): Promise<SavedSearch[]> =>
  select(db).where('person_id', '=', personId).orderBy('name').execute()

/** By name; undefined where the person has none of it. */
export const named = (db: Database, personId: string, name: string): Promise<SavedSearch | undefined> =>
  select(db).where('person_id', '=', personId).where('name', '=', name).executeTakeFirst()

/** Under this name from now on; the id of the row. */
export async function save(tx: Tx, personId: string, search: SavedSearch, now: Date): Promise<string> {
  const filter = JSON.stringify(search.filter)
  const { id } = await tx
    .insertInto('saved_search')
    .values({ id: search.id, person_id: personId, name: search.name, filter, saved_at: now })
    .onConflict((conflict) => conflict.columns(['person_id', 'name']).doUpdateSet({ filter, saved_at: now }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False where the person has no such search. */
export async function remove(tx: Tx, personId: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('saved_search')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}
