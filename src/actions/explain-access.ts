// 为什么看得到、看不到: the decision itself, with the roles and grants that matter.
import type { Access, PersonAccess } from '../api/access.ts'
import type { Actor } from '../kernel/policy/actor.ts'
import { decide, scopeOf } from '../kernel/policy/decide.ts'
import type { Line, Place } from '../kernel/policy/permission.ts'
import { allPermissions, type Permission, policy } from '../kernel/policy/policy.ts'
import { type Role, roles } from '../kernel/policy/roles.ts'
import * as grants from '../store/grants.ts'
import * as organisations from '../store/organisations.ts'
import type { Person } from '../store/people.ts'
import * as places from '../store/places.ts'
import type { Context } from './context.ts'
import { ownGrant } from './get-session.ts'
import { auditName } from './identify.ts'
import { readPerson } from './person-details.ts'

export type AccessQuestion = {
  readonly permission: Permission
  readonly organisation?: string | undefined
  readonly filing?: string | undefined
  readonly form?: string | undefined
  readonly person?: string | undefined
}

/**
 * Of the own account, or of a person the actor may read. Of a place that is none the answer is the same as of one that
 * is out of reach. Problems: person.notFound.
 */
export async function explainAccess(context: Context, question: AccessQuestion): Promise<Access> {
  const { permission } = question
  const asked = question.person === undefined ? context.actor : await actorLike(context, question.person)
  const place = await placeOf(context, question)
  const line: Line = policy[permission]
  const decision = decide(asked, permission, place)
  const able = Object.keys(line.roles ?? {}) as Role[] // keys of a Record<Role, …>
  const held = asked.id === null ? [] : await grants.of(context.db, asked.id)
  return {
    permission,
    title: line.title,
    allowed: decision.allowed,
    reason: decision.allowed ? `可以${line.title}：${decision.because}。` : decision.reason,
    place: place && decision.allowed ? place.name : null,
    roles: able.map((role) => roles[role]),
    grants: held.filter(({ role }) => able.includes(role)).map(ownGrant),
  }
}

/** All a person may do and where it reaches. Problems: person.notFound. */
export async function explainPerson(context: Context, { id }: { id: string }): Promise<PersonAccess> {
  const person = await readPerson(context, id)
  const actor = await actorOf(context, person)
  const names = new Map((await grants.of(context.db, id)).map((grant) => [grant.path, grant.organisationName]))
  const rows = allPermissions.map((permission) => {
    const decision = decide(actor, permission)
    const scope = scopeOf(actor, permission)
    const reach = scope.everything
      ? ['全部']
      : [
          ...scope.subtrees.map((path) => `${names.get(path)}及其下属`),
          ...scope.exact.map((path) => `${names.get(path)}`),
          ...(scope.assignedTo === null ? [] : ['指派给本人的']),
          ...(scope.published ? ['已公开的'] : []),
        ]
    const reason = decision.allowed ? decision.because : decision.reason
    return { permission, title: policy[permission].title, allowed: decision.allowed, reason, reach }
  })
  return { person: auditName(person), rows }
}

/** The person as the policy sees it, whether signed in or not. */
async function actorOf({ db }: Context, person: Person): Promise<Actor> {
  const held = person.disabledAt ? [] : await grants.of(db, person.id)
  return { kind: 'person', id: person.id, name: auditName(person), grants: held, scopes: person.disabledAt ? [] : null }
}
const actorLike = async (context: Context, id: string): Promise<Actor> =>
  actorOf(context, await readPerson(context, id))

type NamedPlace = Place & { readonly name: string }
const nowhere: NamedPlace = { path: null, name: '' }

async function placeOf({ db }: Context, question: AccessQuestion): Promise<NamedPlace | undefined> {
  const { organisation, filing, form } = question
  if (organisation !== undefined) return (await organisations.load(db, organisation)) ?? nowhere
  if (filing !== undefined) return (await places.ofFiling(db, filing)) ?? nowhere
  if (form !== undefined) return (await places.ofForm(db, form)) ?? nowhere
  return undefined
}
