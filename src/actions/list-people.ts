import type { PeoplePage, PersonDetails } from '../api/people.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import * as people from '../store/people.ts'
import type { Context } from './context.ts'
import { personDetails, personRow, readPerson } from './person-details.ts'

/** 人员: one page by login, of those whose account is looked after where the reader administrates. */
export async function listPeople(
  { db, actor }: Context,
  {
    text,
    organisation,
    after,
    limit,
  }: { text: string; organisation?: string | undefined; after: string; limit: number },
): Promise<PeoplePage> {
  const search = { text, under: organisation, after, limit: limit + 1 }
  const found = await people.list(db, scopeOf(actor, 'person.read'), search)
  const rows = found.slice(0, limit).map(personRow)
  return { rows, next: found.length > limit ? (rows.at(-1)?.login ?? null) : null }
}

/** Problems: person.notFound. */
export const getPerson = async (context: Context, { id }: { id: string }): Promise<PersonDetails> =>
  personDetails(context, await readPerson(context, id))

/** Problems: person.notFound. */
export async function findPerson(context: Context, login: string): Promise<PersonDetails> {
  const scope = scopeOf(context.actor, 'person.read')
  const person = await people.findByLogin(context.db, scope, login.normalize('NFKC').toLowerCase())
  if (!person) throw problem('person.notFound', {})
  return personDetails(context, person)
}
