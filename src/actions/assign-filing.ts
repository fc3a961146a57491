// Giving a filing to people: countersigning, delegation, outside evaluation. Whoever is named must be able to see it.
import type { MovedFiling } from '../api/filings.ts'
import { isReview } from '../kernel/lifecycle/state.ts'
import { type Actor, system } from '../kernel/policy/actor.ts'
import { decide, scopeOf } from '../kernel/policy/decide.ts'
import type { Permission } from '../kernel/policy/policy.ts'
import { problem } from '../kernel/problem.ts'
import type { Tx } from '../store/db.ts'
import * as steps from '../store/filing-steps.ts'
import * as grants from '../store/grants.ts'
import * as people from '../store/people.ts'
import { type Context, stampOf } from './context.ts'
import { type Moving, moveFiling } from './move-filing.ts'

type ToPeople = {
  readonly id: string
  readonly revision?: number | undefined
  readonly persons: readonly string[]
  readonly reason?: string | undefined
}
type ToPerson = Omit<ToPeople, 'persons'> & { readonly person: string }

/** 会签: approval waits until all who were asked have signed. */
export const askToSign = (context: Context, { persons, ...move }: ToPeople): Promise<MovedFiling> =>
  moveFiling('ask-to-sign', (moving) => give(moving, persons, 'countersign', 'filing.opine'))(context, move)

/** 外部评审: the evaluators see this filing from now on, and nothing else. */
export const assignFiling = (context: Context, { persons, ...move }: ToPeople): Promise<MovedFiling> =>
  moveFiling('assign', (moving) => give(moving, persons, 'evaluate', 'filing.opine'))(context, move)

/** 转办: this person does the present step instead; never whoever filled in what is reviewed. */
export const delegateFiling = (context: Context, { person, ...move }: ToPerson): Promise<MovedFiling> =>
  moveFiling('delegate', async (moving) => {
    const { facts } = moving.open
    if (isReview(facts.state) && facts.preparers.includes(person))
      throw problem('filing.unfit', { reason: '自己填报的不得自己审核，不能转办给填报人。' })
    await give(moving, [person], 'delegate', 'filing.read')
    return { delegate_id: person, accepted_by: null, accepted_at: null }
  })(context, move)

export const signFiling = (
  context: Context,
  { opinion, ...move }: { id: string; revision?: number | undefined; opinion: string },
): Promise<MovedFiling> =>
  moveFiling('sign', async ({ tx, open: { filing } }) => {
    if (context.actor.id !== null) await steps.sign(tx, filing.id, context.actor.id, opinion, context.now())
    return {}
  })(context, { ...move, reason: opinion })

async function give(
  { context, tx, open: { filing, place } }: Moving,
  persons: readonly string[],
  purpose: 'evaluate' | 'countersign' | 'delegate',
  permission: Permission,
): Promise<Record<string, never>> {
  for (const id of new Set(persons)) {
    const person = await actorOf(tx, id)
    const assigned = [...(place.assigned ?? []), id]
    const decision = decide(person, permission, { ...place, assigned })
    if (!decision.allowed) throw problem('filing.unfit', { reason: `不能交给${person.name}：${decision.reason}` })
    await steps.assign(tx, filing.id, id, purpose, stampOf(context))
  }
  return {}
}

/** A person as the policy decides about them. */
async function actorOf(tx: Tx, id: string): Promise<Actor> {
  // The one who asks need not be able to look people up to name a colleague.
  const person = await people.load(tx, scopeOf(system, 'person.read'), id)
  if (person === undefined || person.disabledAt !== null) throw problem('person.notFound', {})
  return { kind: 'person', id, name: person.name, grants: await grants.of(tx, id), scopes: null }
}
