// Every endpoint as every role, at the own, the parent, a child and a foreign organisation and, for filings, in every
// state: what the server answers over HTTP is what the tables of the kernel decide. 0 differences.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { openFiling } from '../actions/open-filing.ts'
import { endpoints, type ListedEndpoint } from '../api/index.ts'
import { decideVerb, permits } from '../kernel/lifecycle/decide.ts'
import type { FilingFacts } from '../kernel/lifecycle/filing.ts'
import { allStates, isReview, type State } from '../kernel/lifecycle/state.ts'
import type { Verb } from '../kernel/lifecycle/verbs.ts'
import { type Actor, anonymous } from '../kernel/policy/actor.ts'
import { decide } from '../kernel/policy/decide.ts'
import type { Line, Place } from '../kernel/policy/permission.ts'
import { type Permission, policy } from '../kernel/policy/policy.ts'
import { allRoles, type Role } from '../kernel/policy/roles.ts'
import { type Ask, cases, casesOf, type There } from './policy-cases.test-kit.ts'
import { filingTaskOf, standing } from './policy-places.test-kit.ts'
import { makePerson, makeTree, startTestServer, type TestServer, type Tree } from './server.test-kit.ts'

const database = testDatabase()
let server: TestServer
let tree: Tree
/** Everybody at the department, which has a parent (bureau), a child (unit) and a foreign one beside it. */
let actors: readonly (readonly [string, Actor, string])[]
const theres = new Map<string, There>()
let assigned: string
const standpoints = ['own', 'parent', 'child', 'foreign'] as const

beforeAll(async () => {
  server = await startTestServer(database)
  tree = await makeTree(server.context)
  actors = [['anonymous', anonymous, ''], ...(await Promise.all(allRoles.map(actorOf)))]
  await makePerson(server.context, 'taken', tree.bureau)
  const tasks = await filingTaskOf(server.context, tree.bureau)
  const places = { own: tree.department, parent: tree.bureau, child: tree.unit, foreign: tree.foreign }
  for (const name of standpoints)
    theres.set(name, await standing(server.context, server.files, name, places[name], tasks))
  const evaluator = actors.find(([role]) => role === 'evaluator')?.[1].id ?? ''
  assigned = there('own').filing
  await database.db
    .insertInto('filing_assignment')
    .values({
      filing_id: assigned,
      person_id: evaluator,
      purpose: 'evaluate',
      assigned_at: server.context.now(),
      assigned_by: '测试',
    })
    .execute()
})
afterAll(() => server.close())

const there = (name: string): There => {
  const found = theres.get(name)
  if (!found) throw new Error(name)
  return found
}

async function actorOf(role: Role): Promise<readonly [string, Actor, string]> {
  const { id: organisation, path } = tree.department
  const id = await makePerson(server.context, `is-${role}`, tree.department, [[role, tree.department]])
  const actor: Actor = { kind: 'person', id, name: role, grants: [{ role, organisation, path }], scopes: null }
  return [role, actor, await cookieOf(id)]
}

/** A session of its own, without the second a password takes. */
async function cookieOf(person: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const now = server.context.now()
  const expires = new Date(now.getTime() + 3_600_000)
  await database.db
    .insertInto('session')
    .values({
      id: createHash('sha256').update(secret).digest('hex'),
      person_id: person,
      created_at: now,
      seen_at: now,
      expires_at: expires,
      agent: '',
      address: '',
      pending_factor: false,
    })
    .execute()
  return `hengji_session=${secret}`
}

type Reply = { readonly status: number; readonly code: string; readonly text: string }

let sent = 0

async function send(endpoint: ListedEndpoint, cookie: string, { path, body, bytes }: Ask): Promise<Reply> {
  sent++
  const payload = bytes === undefined ? body : bytes.startsWith('demo/') ? readFileSync(bytes) : Buffer.from(bytes)
  const reply = await server.app.inject({
    method: endpoint.method,
    url: `/api${path}`,
    headers: {
      host: 'localhost',
      'x-hengji': '1',
      ...(cookie ? { cookie } : {}),
      ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
    },
    ...(payload === undefined ? {} : { payload: payload as object }), // a buffer or what becomes JSON
    payloadAsStream: endpoint.name === 'jobs.stream', // it never ends
  })
  if (reply.headers['content-type']?.toString().startsWith('text/event-stream')) {
    reply.stream().destroy()
    return { status: reply.statusCode, code: '', text: '' }
  }
  if (endpoint.name === 'jobs.stream') return { status: reply.statusCode, code: await codeOf(reply.stream()), text: '' }
  const code: unknown = reply.headers['content-type']?.toString().includes('json') ? reply.json()?.code : undefined
  return { status: reply.statusCode, code: typeof code === 'string' ? code : '', text: reply.body }
}

const codeOf = async (stream: NodeJS.ReadableStream): Promise<string> => {
  let text = ''
  for await (const part of stream) text += String(part)
  return JSON.parse(text).code
}

const refusals = new Set(['session.missing', 'permission.denied'])
/** What is out of reach may also look as if it did not exist. */
const isRefused = ({ code, status }: Reply): boolean => refusals.has(code) || status === 404
const placeOf = (where: There): Place => ({ path: where.path, assigned: [] })

describe('every endpoint', () => {
  it('under roles has its case here, so that a new one cannot be forgotten', () => {
    const underRoles = endpoints.filter(({ may }) => (policy[may] as Line).roles !== undefined)
    expect(underRoles.map(({ name }) => name).filter((name) => !cases.has(name))).toEqual([])
    const known = new Set(endpoints.map(({ name }) => name))
    expect([...cases.keys()].filter((name) => !known.has(name))).toEqual([])
  })

  it('refuses whoever the policy allows it nowhere, and nobody else, before it reads anything', async () => {
    const differences: string[] = []
    for (const endpoint of endpoints)
      for (const [role, actor] of actors) {
        if (cases.get(endpoint.name)?.how === 'everywhere') continue
        const cookie = actor.id ? await cookieOf(actor.id) : ''
        const path = endpoint.path.replaceAll(/:\w+/g, 'none')
        const reply = await send(endpoint, cookie, { path })
        const expected = decide(actor, endpoint.may).allowed
        if (refusals.has(reply.code) === expected)
          differences.push(`${role} ${endpoint.name}: policy ${expected}, server ${reply.status} ${reply.code}`)
      }
    expect(differences).toEqual([])
  })
})

/** Some of the requests above signed their senders out. */
const signInAgain = async () => {
  actors = await Promise.all(
    actors.map(async ([role, actor]) => [role, actor, actor.id ? await cookieOf(actor.id) : ''] as const),
  )
}

describe('at every organisation', () => {
  beforeAll(signInAgain)
  it.each(standpoints)('%s: the server does what the policy decides', async (name) => {
    const differences: string[] = []
    const where = there(name)
    for (const [endpoint, { ask }] of casesOf(endpoints, 'at'))
      for (const [role, actor, cookie] of actors) {
        const reply = await send(endpoint, cookie, await ask(where))
        const place = { ...placeOf(where), assigned: ofAssigned(endpoint.name, where, actor) }
        const expected = decide(actor, endpoint.may, place).allowed
        if (isRefused(reply) === expected || reply.status >= 500)
          differences.push(
            `${role} ${endpoint.name}: policy ${expected}, server ${reply.status} ${reply.text.slice(0, 90)}`,
          )
      }
    expect(differences).toEqual([])
  })

  it('lets whoever has one of several permissions there', async () => {
    const differences: string[] = []
    for (const [endpoint, { ask, permissions }] of casesOf(endpoints, 'any-of'))
      for (const [role, actor, cookie] of actors)
        for (const name of standpoints) {
          const where = there(name)
          const reply = await send(endpoint, cookie, await ask(where))
          const expected = permissions.some((permission) => decide(actor, permission, placeOf(where)).allowed)
          if (isRefused(reply) === expected) differences.push(`${role} ${endpoint.name} ${name}: ${reply.status}`)
        }
    expect(differences).toEqual([])
  })

  it('lists what the policy lets be read, and nothing else', async () => {
    const differences: string[] = []
    for (const [endpoint, { ask, id }] of casesOf(endpoints, 'lists'))
      for (const [role, actor, cookie] of actors)
        for (const name of standpoints) {
          const where = there(name)
          const place = { ...placeOf(where), assigned: ofAssigned(endpoint.name, where, actor) }
          const reply = await send(endpoint, cookie, await ask(where))
          const expected = decide(actor, endpoint.may, place).allowed
          if (reply.text.includes(id(where)) !== expected)
            differences.push(`${role} ${endpoint.name} ${name}: policy ${expected}, server ${reply.status}`)
        }
    expect(differences).toEqual([])
  })

  it('explains itself as it decides', async () => {
    const why = endpoints.find(({ name }) => name === 'access.why')
    const differences: string[] = []
    for (const name of standpoints)
      for (const [role, actor, cookie] of actors) {
        const where = there(name)
        const filing = { path: where.path, assigned: ofAssigned('filings.get', where, actor) }
        const questions: readonly (readonly [Permission, string, Place])[] = [
          ['project.write', `organisation=${where.id}`, placeOf(where)],
          ['filing.read', `filing=${where.filing}`, filing],
          ['form.read', `form=${where.form}`, placeOf(where)],
        ]
        for (const [permission, about, place] of why && actor.id ? questions : []) {
          const reply = await send(why as ListedEndpoint, cookie, {
            path: `/access/why?permission=${permission}&${about}`,
          }) // found above
          const expected = decide(actor, permission, place).allowed
          if (JSON.parse(reply.text).allowed !== expected)
            differences.push(`${role} ${permission} ${name} ${reply.text}`)
        }
      }
    expect(differences).toEqual([])
  })

  it('lets nobody below the top change what holds for the whole installation', async () => {
    for (const [endpoint, { ask }] of casesOf(endpoints, 'everywhere'))
      for (const [, , cookie] of actors)
        expect(isRefused(await send(endpoint, cookie, await ask(there('own'))))).toBe(true)
  })
})

/** The evaluator was given the filing of the own organisation, and what belongs to it. */
const ofAssigned = (name: string, where: There, { id }: Actor): string[] =>
  where.filing === assigned &&
  id !== null &&
  /^((filings|comments|reviews|versions|workbooks|evidence)\.|audit\.cell$)/.test(name)
    ? [id]
    : []

type Answer = 'refused' | 'not now' | 'allowed'
const answerOf = ({ code }: Reply): Answer =>
  refusals.has(code) || /^(filing|evidence)\.notFound$/.test(code)
    ? 'refused'
    : code === 'filing.refused'
      ? 'not now'
      : 'allowed'

describe('in every state', () => {
  /** What the tables say of a verb. */
  const wanted = (verb: Verb, actor: Actor, facts: FilingFacts, place: Place): Answer => {
    if (!decide(actor, 'filing.read', place).allowed || !permits(verb, actor, facts, place).allowed) return 'refused'
    return decideVerb(verb, actor, facts, place, server.context.now()).allowed ? 'allowed' : 'not now'
  }
  /** What they say of the review sheet. */
  const sheetWanted = (actor: Actor, facts: FilingFacts, place: Place): Answer => {
    if (!decide(actor, 'filing.read', place).allowed) return 'refused'
    if (!isReview(facts.state)) return 'not now'
    const given = actor.id !== null && (place.assigned ?? []).includes(actor.id)
    return given || permits('approve', actor, facts, place).allowed ? 'allowed' : 'refused'
  }

  it.each(allStates)('%s: each verb does what the lifecycle decides', { timeout: 240_000 }, async (state) => {
    const differences: string[] = []
    for (const name of standpoints) {
      const where = there(name)
      const { id, ...kept } = await inState(where.filing, state)
      const { facts, place } = await openFiling(server.context, id)
      const verbs = casesOf(endpoints, 'verb').map(([endpoint, one]) => [endpoint, one.ask, one.verb] as const)
      const sheets = casesOf(endpoints, 'sheet').map(([endpoint, one]) => [endpoint, one.ask, null] as const)
      for (const [endpoint, ask, verb] of [...verbs, ...sheets])
        for (const [role, actor, cookie] of actors) {
          const reply = await send(endpoint, cookie, await ask(where))
          const expected = verb === null ? sheetWanted(actor, facts, place) : wanted(verb, actor, facts, place)
          if (answerOf(reply) !== expected || reply.status >= 500)
            differences.push(
              `${role} ${endpoint.name} ${name}: lifecycle ${expected}, server ${reply.status} ${reply.text.slice(0, 90)}`,
            )
          if (reply.status < 300) {
            await database.db.updateTable('filing').set(kept).where('id', '=', id).execute()
            await database.db.updateTable('evidence').set({ removed_at: null }).where('filing_id', '=', id).execute()
          }
        }
    }
    expect(differences).toEqual([])
  })

  async function inState(id: string, state: State) {
    await database.db.updateTable('filing').set({ state }).where('id', '=', id).execute()
    return database.db.selectFrom('filing').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  }
})

it('asked thousands of questions to say so', () => {
  expect(sent).toBeGreaterThan(10 * endpoints.length + 4 * 10 * casesOf(endpoints, 'at').length)
})
