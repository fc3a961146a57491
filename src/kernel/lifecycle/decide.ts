// The decision: may this actor do this verb to this filing now, and what does it become.
import type { Actor } from '../policy/actor.ts'
import { decide } from '../policy/decide.ts'
import type { Decision, Place } from '../policy/permission.ts'
import type { Permission } from '../policy/policy.ts'
import type { FilingFacts } from './filing.ts'
import { type Guard, guards } from './guards.ts'
import { isReview, type ReviewStep, type State, settledAs, states } from './state.ts'
import { allVerbs, type Verb, type VerbLine, verbs } from './verbs.ts'

/** Whose turn it is in a state. */
const turnOf: Readonly<Partial<Record<State, Permission>>> = {
  draft: 'filing.edit',
  returned: 'filing.edit',
  'unit-review': 'filing.unit-review',
  'department-review': 'filing.department-review',
  'finance-review': 'filing.finance-review',
}

/** The permission of the present step; null where the filing waits for nobody. */
export const permissionOf = (state: State): Permission | null => turnOf[state] ?? null

export function decideVerb(verb: Verb, actor: Actor, facts: FilingFacts, place: Place, now: Date): Decision {
  const line: VerbLine = verbs[verb]
  const permitted = permits(verb, actor, facts, place)
  if (!permitted.allowed) return permitted
  if (!line.from.includes(facts.state))
    return { allowed: false, reason: `“${states[facts.state]}”时不能${line.title}。` }
  for (const name of line.guards) {
    const guard = guards[name satisfies Guard]
    const reason = guard({ facts, actor, place, now })
    if (reason !== null) return { allowed: false, reason }
  }
  return permitted
}

/** Whether it is the right person, whatever the moment: a verb of the turn is asked by the turn, or its first one. */
export function permits(verb: Verb, actor: Actor, facts: FilingFacts, place: Place): Decision {
  const line: VerbLine = verbs[verb]
  if (line.may === 'turn') {
    const permission = turnOf[line.from.includes(facts.state) ? facts.state : (line.from[0] ?? facts.state)]
    if (permission === undefined) return { allowed: false, reason: `“${states[facts.state]}”时不能${line.title}。` }
    if (line.from.includes(facts.state) && isDelegate(actor, facts)) return { allowed: true, because: '受托办理' }
    return decide(actor, permission, place)
  }
  const decisions = line.may.map((permission) => decide(actor, permission, place))
  return decisions.find(({ allowed }) => allowed) ?? decisions[0] ?? { allowed: false, reason: '' }
}

/** A token limited to other permissions is no way around its limit. */
const isDelegate = (actor: Actor, { delegate, state }: FilingFacts): boolean => {
  const permission = turnOf[state]
  return (
    delegate !== null &&
    delegate.id === actor.id &&
    (actor.scopes === null || (permission !== undefined && actor.scopes.includes(permission)))
  )
}

export type VerbAnswer = { readonly verb: Verb; readonly title: string; readonly needsReason: boolean } & Decision

/** Every verb, each with the reason why not: what the page greys its buttons by. */
export const verbsFor = (actor: Actor, facts: FilingFacts, place: Place, now: Date): readonly VerbAnswer[] =>
  allVerbs.map((verb) => {
    const line: VerbLine = verbs[verb]
    return {
      verb,
      title: line.title,
      needsReason: line.reason === true,
      ...decideVerb(verb, actor, facts, place, now),
    }
  })

/** 'preparer' = back to whoever fills it in. */
export type SendBackTo = 'preparer' | ReviewStep

/** Where a filing may be sent back to from where it stands. */
export const earlierSteps = ({ state, route }: FilingFacts): readonly SendBackTo[] =>
  isReview(state) ? ['preparer', ...route.slice(0, Math.max(0, route.indexOf(state)))] : []

/** The state a verb leads to. `to` is asked for by `send-back` only; null where it is no earlier step. */
export function stateAfter(verb: Verb, facts: FilingFacts, to: SendBackTo = 'preparer'): State | null {
  const { to: next }: VerbLine = verbs[verb]
  switch (next) {
    case 'same':
      return facts.state
    case 'first':
      return facts.route[0] ?? settledAs(facts.kind)
    case 'next':
      return facts.route[indexIn(facts) + 1] ?? settledAs(facts.kind)
    case 'chosen':
      if (!earlierSteps(facts).includes(to)) return null
      return to === 'preparer' ? 'returned' : to
    case 'standing':
      return facts.standing
    default:
      return next
  }
}

/** A step the route no longer has (its profile changed) is taken as passed by the steps before it. */
function indexIn({ state, route }: FilingFacts): number {
  const order: readonly State[] = ['unit-review', 'department-review', 'finance-review']
  const passed = route.filter((step) => order.indexOf(step) <= order.indexOf(state))
  return passed.length - 1
}
