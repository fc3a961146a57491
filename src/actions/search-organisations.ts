import type { FoundOrganisation, OrganisationRow } from '../api/organisations.ts'
import { asOf } from '../kernel/organisation/as-of.ts'
import type { Organisation } from '../kernel/organisation/organisation.ts'
import type { Database } from '../store/db.ts'
import * as organisations from '../store/organisations.ts'
import * as past from '../store/organisations-past.ts'
import type { Context } from './context.ts'

/** In force now, or on a day as they were on it. */
export const searchOrganisations = (
  { db }: Context,
  { day, ...asked }: { text: string; day?: string | undefined; limit: number },
): Promise<readonly FoundOrganisation[]> =>
  day === undefined ? organisations.search(db, asked) : searchOnDay(db, { ...asked, day })

/** Levels of a tree; a longer way up is a circle. */
const deepest = 12

/** As they were on that day: in force then, under the names of then and below those they stood under. */
async function searchOnDay(
  db: Database,
  { text, day, limit }: { text: string; day: string; limit: number },
): Promise<readonly FoundOrganisation[]> {
  const found = await onDay(db, await past.search(db, { text, day, limit }), day)
  const known = new Map(found.map((one) => [one.id, one]))
  for (let level = 0, open = found; open.length > 0 && level < deepest; level++) {
    const parents = [...new Set(open.flatMap(({ parentId }) => parentId ?? []))].filter((id) => !known.has(id))
    open = await onDay(db, await organisations.loadAll(db, parents), day)
    for (const one of open) known.set(one.id, one)
  }
  return found.map((one) => ({ ...one, above: namesAbove(one, known) }))
}

async function onDay(db: Database, found: readonly Organisation[], day: string): Promise<readonly Organisation[]> {
  const changes = await past.changesOf(
    db,
    found.map(({ id }) => id),
  )
  return found.map((one) => asOf(one, changes.get(one.id) ?? [], day))
}

function namesAbove(one: Organisation, known: ReadonlyMap<string, Organisation>): readonly string[] {
  const names: string[] = []
  for (let at = one.parentId; at !== null && names.length < deepest; ) {
    const parent = known.get(at)
    names.unshift(parent?.name ?? '')
    at = parent?.parentId ?? null
  }
  return names
}

/** The topmost organisations: where a tree starts. */
export const listRoots = ({ db }: Context): Promise<readonly OrganisationRow[]> => organisations.children(db, null)
