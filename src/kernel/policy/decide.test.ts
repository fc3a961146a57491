import { describe, expect, it } from 'vitest'
import type { Actor } from './actor.ts'
import { anonymous, system } from './actor.ts'
import { decide, scopeOf } from './decide.ts'
import type { Permission } from './policy.ts'
import { conflictOf, type Grant, type Role } from './roles.ts'

const bureau = '/tj/fin/'
const department = '/tj/fin/355/'
const unit = '/tj/fin/355/355101/'
const sister = '/tj/fin/355/355102/'
const grant = (role: Role, path: string): Grant => ({ role, path, organisation: path })
const person = (...grants: Grant[]): Actor => ({ kind: 'person', id: 'p1', name: '张三', grants, scopes: null })

describe('the policy decides by role and by how far it reaches', () => {
  it.each<[string, Actor, Permission, string, boolean]>([
    ['a preparer edits in the own unit', person(grant('preparer', unit)), 'filing.edit', unit, true],
    ['a preparer edits nothing of a sister unit', person(grant('preparer', unit)), 'filing.edit', sister, false],
    ['a preparer reads nothing of the department', person(grant('preparer', unit)), 'filing.read', department, false],
    [
      'a department reviewer reviews its units',
      person(grant('department-reviewer', department)),
      'filing.department-review',
      unit,
      true,
    ],
    [
      'a department reviewer reviews no other department',
      person(grant('department-reviewer', department)),
      'filing.department-review',
      '/tj/fin/356/',
      false,
    ],
    [
      'a path that only begins alike is another organisation',
      person(grant('department-reviewer', '/tj/fin/35/')),
      'filing.department-review',
      unit,
      false,
    ],
    [
      'the finance bureau reviews all its departments',
      person(grant('finance-reviewer', bureau)),
      'filing.finance-review',
      unit,
      true,
    ],
    ['a system administrator reads no form', person(grant('system-administrator', bureau)), 'filing.read', unit, false],
    [
      'an audit administrator writes no grant',
      person(grant('audit-administrator', bureau)),
      'grant.write',
      unit,
      false,
    ],
    ['nobody reads without signing in', anonymous, 'form.read', unit, false],
    ['everybody checks a document', anonymous, 'document.check', unit, true],
    ['the command line holds the database', system, 'grant.write', unit, true],
  ])('%s', (_, actor, permission, path, allowed) => {
    expect(decide(actor, permission, { path }).allowed).toBe(allowed)
  })

  it('an evaluator sees what is assigned and nothing else', () => {
    const evaluator = person(grant('evaluator', bureau))
    expect(decide(evaluator, 'filing.read', { path: unit }).allowed).toBe(false)
    expect(decide(evaluator, 'filing.read', { path: unit, assigned: ['p1'] }).allowed).toBe(true)
  })

  it('what is published is read by everybody and changed by nobody more', () => {
    expect(decide(anonymous, 'form.read', { path: unit, published: true }).allowed).toBe(true)
    expect(decide(anonymous, 'filing.edit', { path: unit, published: true }).allowed).toBe(false)
  })

  it('a token is limited to its scopes, whatever its person may do', () => {
    const token: Actor = { ...person(grant('preparer', unit)), scopes: ['filing.read'] }
    expect(decide(token, 'filing.read', { path: unit }).allowed).toBe(true)
    expect(decide(token, 'filing.edit', { path: unit }).allowed).toBe(false)
    expect(scopeOf(token, 'filing.edit')).toEqual({
      everything: false,
      subtrees: [],
      exact: [],
      assignedTo: null,
      published: false,
    })
  })

  it('a token too narrow for forms reads what everybody reads, and nothing of its person’s', () => {
    const token: Actor = { ...person(grant('preparer', unit)), scopes: ['filing.read'] }
    expect(decide(token, 'form.read', { path: unit, published: true }).allowed).toBe(true)
    expect(decide(token, 'form.read', { path: unit })).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('令牌'),
    })
    expect(scopeOf(token, 'form.read')).toEqual(scopeOf(anonymous, 'form.read'))
  })

  it.each(['password-change', 'factor-enrolment'] as const)(
    'a person who owes a %s does that and nothing else',
    (limit) => {
      const owing: Actor = { ...person(grant('preparer', unit)), scopes: ['session.own'], limit }
      expect(decide(owing, 'session.own').allowed).toBe(true)
      expect(decide(owing, 'service.read').allowed).toBe(true)
      expect(decide(owing, 'filing.edit', { path: unit })).toMatchObject({
        allowed: false,
        reason: expect.stringContaining('请先'),
      })
    },
  )

  it('a refusal says which role it takes', () => {
    const decision = decide(person(grant('preparer', unit)), 'filing.finance-review', { path: unit })
    expect(decision).toEqual({ allowed: false, reason: '财政审核需要的角色：财政审核人。您没有这些角色。' })
  })
})

describe('separation of duties', () => {
  it.each<[Grant, Grant, boolean]>([
    [grant('system-administrator', bureau), grant('audit-administrator', bureau), true],
    [grant('security-administrator', bureau), grant('preparer', unit), true],
    [grant('preparer', unit), grant('unit-reviewer', unit), true],
    [grant('preparer', unit), grant('department-reviewer', department), true],
    [grant('preparer', unit), grant('unit-reviewer', sister), false],
    [grant('evaluator', bureau), grant('finance-reviewer', bureau), true],
    [grant('unit-reviewer', unit), grant('department-reviewer', department), false],
  ])('%j with %j: %s', (a, b, conflicting) => {
    expect(conflictOf(a, b) !== null).toBe(conflicting)
    expect(conflictOf(b, a) !== null).toBe(conflicting)
  })
})
