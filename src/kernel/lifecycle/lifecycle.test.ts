// Every verb in every state for every role, as the table says; and what the guards add.
import { describe, expect, it } from 'vitest'
import { type Actor, system } from '../policy/actor.ts'
import { decide } from '../policy/decide.ts'
import type { Permission } from '../policy/policy.ts'
import { allRoles, type Role } from '../policy/roles.ts'
import { decideVerb, earlierSteps, permissionOf, stateAfter, verbsFor } from './decide.ts'
import type { FilingFacts } from './filing.ts'
import { allStates, reviewSteps, routeOf, type State, states } from './state.ts'
import { allVerbs, type Verb, type VerbLine, verbs } from './verbs.ts'

const unit = '/bureau/department/unit/'
const now = new Date('2024-03-01T01:00:00Z')
const place = { path: unit, assigned: [] }

/** Nothing but the state stands in the way: accepted by nobody, all signed, approved before. */
const standingIn = (state: State, more: Partial<FilingFacts> = {}): FilingFacts => ({
  state,
  kind: 'declaration',
  route: reviewSteps,
  accepted: null,
  delegate: null,
  preparers: [],
  askedToSign: [],
  standing: 'approved',
  closedBecause: null,
  noAdjustmentBecause: null,
  noNewerTargetBecause: null,
  assessment: null,
  ...more,
})

const homes: Readonly<Partial<Record<Role, string>>> = {
  preparer: unit,
  'unit-reviewer': unit,
  'department-reviewer': '/bureau/department/',
}
const holding = (role: Role, id: string = role): Actor => {
  const path = homes[role] ?? '/bureau/'
  return { kind: 'person', id, name: role, grants: [{ role, organisation: path, path }], scopes: null }
}

/** What the table alone says: the right person, and the state. */
const byTable = (verb: Verb, actor: Actor, state: State): boolean => {
  const line: VerbLine = verbs[verb]
  const permission = permissionOf(state)
  const needed: readonly Permission[] = line.may === 'turn' ? (permission ? [permission] : []) : line.may
  return line.from.includes(state) && needed.some((one) => decide(actor, one, place).allowed)
}

/** Verbs that need something of the person beside role and state. */
const personal: readonly Verb[] = ['release', 'sign', 'withdraw', 'discard']

describe.each(allRoles)('%s', (role) => {
  const actor = holding(role)
  it.each(allStates)('may in %s what the table allows, and is told why not otherwise', (state) => {
    for (const { verb, ...answer } of verbsFor(actor, standingIn(state), place, now)) {
      if (personal.includes(verb)) continue
      expect(answer.allowed, `${role} ${verb} ${state}`).toBe(byTable(verb, actor, state))
      if (!answer.allowed) expect(answer.reason).toMatch(/[。]$/)
    }
  })
})

it('the table leads nowhere but to its own states, and every state is reached', () => {
  const reached = new Set<State>(['draft'])
  for (const verb of allVerbs)
    for (const state of allStates) {
      const line: VerbLine = verbs[verb]
      if (!line.from.includes(state)) continue
      for (const kind of ['declaration', 'self-evaluation'] as const) {
        const next = stateAfter(verb, standingIn(state, { kind }))
        expect(next === null ? null : states[next], `${verb} in ${state}`).toBeTruthy()
        if (next) reached.add(next)
      }
    }
  expect([...reached].sort()).toEqual([...allStates].sort())
})

describe('the route', () => {
  it.each([
    [
      'a unit under a department',
      'unit',
      ['department', 'finance'],
      ['unit-review', 'department-review', 'finance-review'],
    ],
    ['a unit right under the bureau', 'unit', ['finance'], ['unit-review', 'finance-review']],
    ['a department itself', 'department', ['finance'], ['department-review', 'finance-review']],
    ['the bureau itself', 'finance', [], ['finance-review']],
  ] as const)('of %s', (_, level, above, route) => {
    expect(routeOf(level, above)).toEqual(route)
  })

  it('leaves out the steps its place does not have, and approves after the last one left', () => {
    const route = routeOf('unit', ['department'], ['finance-review'])
    expect(stateAfter('submit', standingIn('draft', { route }))).toBe('unit-review')
    expect(stateAfter('approve', standingIn('department-review', { route }))).toBe('approved')
    expect(stateAfter('approve', standingIn('department-review', { route, kind: 'self-evaluation' }))).toBe('final')
    expect(stateAfter('approve', standingIn('finance-review', { route }))).toBe('approved')
  })

  it('leads back to earlier steps only', () => {
    const facts = standingIn('department-review')
    expect(earlierSteps(facts)).toEqual(['preparer', 'unit-review'])
    expect(stateAfter('send-back', facts, 'unit-review')).toBe('unit-review')
    expect(stateAfter('send-back', facts)).toBe('returned')
    expect(stateAfter('send-back', facts, 'finance-review')).toBeNull()
  })
})

describe('what else must hold', () => {
  const reviewer = holding('unit-reviewer')
  const reasonFor = (verb: Verb, actor: Actor, facts: FilingFacts) => {
    const decision = decideVerb(verb, actor, facts, place, now)
    return decision.allowed ? null : decision.reason
  }
  const at = (minutesAgo: number) => new Date(now.getTime() - minutesAgo * 60_000)
  const held = (minutesAgo: number) => ({ accepted: { id: 'x', name: '李四', at: at(minutesAgo) } })
  const preparer = holding('preparer')

  it.each<[string, Verb, Actor, FilingFacts, string | null]>([
    ['accepted by another', 'approve', reviewer, standingIn('unit-review', held(5)), '李四已受理'],
    ['accepted long ago', 'approve', reviewer, standingIn('unit-review', held(120)), null],
    ['withdrawn while untouched', 'withdraw', preparer, standingIn('unit-review'), null],
    ['withdrawn while somebody reads', 'withdraw', preparer, standingIn('unit-review', held(5)), '李四已受理'],
    ['withdrawn after a step', 'withdraw', preparer, standingIn('department-review'), '已通过单位审核'],
    ['own work reviewed', 'approve', reviewer, standingIn('unit-review', { preparers: ['unit-reviewer'] }), '自己填报'],
    [
      'signatures owed',
      'approve',
      reviewer,
      standingIn('unit-review', { askedToSign: [{ id: 'y', name: '王五' }] }),
      '王五',
    ],
    ['the task is closed', 'submit', preparer, standingIn('draft', { closedBecause: '已截止。' }), '已截止'],
    ['no task of adjustment', 'adjust', preparer, standingIn('approved', { noAdjustmentBecause: '没有。' }), '没有'],
    ['never approved', 'abandon', preparer, standingIn('draft', { standing: null }), '尚无已批复'],
    ['opened by mistake', 'discard', preparer, standingIn('draft', { standing: null }), null],
    ['discarded though approved before', 'discard', preparer, standingIn('draft'), '放弃本次修改'],
    ['no newer target', 'rebase', preparer, standingIn('draft', { noNewerTargetBecause: '就是最新。' }), '就是最新'],
    ['released by another', 'release', reviewer, standingIn('unit-review', held(5)), '李四受理'],
    ['released by the office', 'release', holding('performance-office'), standingIn('unit-review', held(5)), null],
    ['nothing to sign', 'sign', reviewer, standingIn('unit-review'), '没有请您会签'],
    [
      'own conclusion 差',
      'approve',
      reviewer,
      standingIn('unit-review', { assessment: { points: '50', grade: '差', outcome: 'reject' } }),
      '不得进入下一步预算安排',
    ],
  ])('%s', (_, verb, actor, facts, reason) => {
    if (reason === null) expect(reasonFor(verb, actor, facts)).toBeNull()
    else expect(reasonFor(verb, actor, facts)).toContain(reason)
  })

  it('a delegate does the present step, whatever roles he has, but no token goes beyond its scopes', () => {
    const helper = holding('evaluator', 'helper')
    const facts = standingIn('unit-review', { delegate: { id: 'helper', name: '赵六' } })
    expect(reasonFor('approve', helper, facts)).toBeNull()
    expect(reasonFor('approve', { ...helper, scopes: ['filing.read'] }, facts)).toContain('令牌')
    expect(reasonFor('approve', helper, standingIn('unit-review'))).toContain('单位审核人')
  })

  it('the command line holds the database, but not the moment', () => {
    expect(reasonFor('approve', system, standingIn('finance-review'))).toBeNull()
    expect(reasonFor('approve', system, standingIn('draft'))).toBe('“填报中”时不能审核通过。')
  })
})
