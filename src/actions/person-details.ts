import type { PersonDetails, PersonRow } from '../api/people.ts'
import { type Scope, scopeOf } from '../kernel/policy/decide.ts'
import type { Permission } from '../kernel/policy/policy.ts'
import { roles } from '../kernel/policy/roles.ts'
import { problem } from '../kernel/problem.ts'
import type { Database } from '../store/db.ts'
import * as grants from '../store/grants.ts'
import * as people from '../store/people.ts'
import * as failures from '../store/sign-in-failures.ts'
import type { Context } from './context.ts'
import { permit } from './permit.ts'

export const personRow = ({ disabledAt, createdAt, path, region, ...row }: people.Person): PersonRow => ({
  ...row,
  disabledAt: disabledAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
})

/** A person with the roles in force. */
export async function personDetails({ db, now }: Context, person: people.Person): Promise<PersonDetails> {
  const held = await grants.of(db, person.id)
  const lockedUntil = await failures.lockedUntil(db, person.login, now())
  return {
    ...personRow(person),
    grants: held.map(({ id, role, organisation, organisationName, grantedAt, grantedBy }) => ({
      id,
      role,
      roleName: roles[role],
      organisation,
      organisationName,
      grantedAt: grantedAt.toISOString(),
      grantedBy,
    })),
    lockedUntil: lockedUntil?.toISOString() ?? null,
  }
}

/**
 * The person, for whoever may do this to an account looked after there. Who may not even read it learns nothing of it.
 * Problems: person.notFound, permission.denied.
 */
export async function personFor(
  { actor }: Context,
  db: Database,
  permission: Permission,
  id: string,
): Promise<people.Person> {
  const person = await people.load(db, everyone, id)
  if (!person) throw problem('person.notFound', {})
  permit(actor, permission, { path: person.path })
  return person
}

/**
 * The same for what takes an account over or away: who reaches the home alone must not gain what the person may do
 * elsewhere. Problems: person.notFound, permission.denied.
 */
export async function accountFor(
  context: Context,
  db: Database,
  permission: Permission,
  id: string,
): Promise<people.Person> {
  const person = await personFor(context, db, permission, id)
  for (const { path } of await grants.of(db, id)) permit(context.actor, permission, { path })
  return person
}

const everyone: Scope = { everything: true, subtrees: [], exact: [], assignedTo: null, published: true }

/** The person as its reader may see it. Problems: person.notFound. */
export async function readPerson({ db, actor }: Context, id: string): Promise<people.Person> {
  const person = await people.load(db, scopeOf(actor, 'person.read'), id)
  if (!person) throw problem('person.notFound', {})
  return person
}
