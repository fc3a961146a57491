import type { Colleague } from '../api/filings.ts'
import { isReview } from '../kernel/lifecycle/state.ts'
import type { Actor } from '../kernel/policy/actor.ts'
import { decide } from '../kernel/policy/decide.ts'
import { roles } from '../kernel/policy/roles.ts'
import { peopleAt } from '../store/filing-list.ts'
import type { Context } from './context.ts'
import { openFiling } from './open-filing.ts'

type Ask = { readonly id: string; readonly purpose: 'countersign' | 'delegate' | 'evaluate' }

/** Whom a filing can be given to: people at its organisation and above who may do it, the nearest first. */
export async function listColleagues(context: Context, { id, purpose }: Ask): Promise<Colleague[]> {
  const { filing, facts, place } = await openFiling(context, id)
  const granted = Map.groupBy(await peopleAt(context.db, filing.path), (row) => row.id)
  return [...granted].flatMap(([personId, grants]) => {
    const name = grants[0]?.name ?? ''
    const person: Actor = { kind: 'person', id: personId, name, grants, scopes: null }
    const assigned = [...(place.assigned ?? []), personId]
    const permission = purpose === 'delegate' ? 'filing.read' : 'filing.opine'
    const isOutside = grants.some(({ role }) => role === 'evaluator')
    const isOwnWork = purpose === 'delegate' && isReview(facts.state) && facts.preparers.includes(personId)
    if (personId === context.actor.id || isOwnWork || (purpose === 'evaluate') !== isOutside) return []
    if (!decide(person, permission, { ...place, assigned }).allowed) return []
    const held = grants.map(({ role, organisationName }) => `${organisationName}${roles[role]}`)
    return [{ id: personId, name, roles: held.join('、') }]
  })
}
