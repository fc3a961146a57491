// Every endpoint as every role, at the own, the parent, a child and a foreign organisation and, for filings, in every
// state: what the server answers over HTTP is what the tables of the kernel decide. 0 differences.
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { createFiling } from '../actions/create-filing.ts'
import { importDocument } from '../actions/import-document.ts'
import { openCycle } from '../actions/open-cycle.ts'
import { openFiling } from '../actions/open-filing.ts'
import { openTask } from '../actions/open-task.ts'
import { createProject } from '../actions/save-project.ts'
import { endpoints, type ListedEndpoint } from '../api/index.ts'
import { decideVerb, permits } from '../kernel/lifecycle/decide.ts'
import { allStates } from '../kernel/lifecycle/state.ts'
import { type Actor, anonymous } from '../kernel/policy/actor.ts'
import { decide } from '../kernel/policy/decide.ts'
import type { Line, Place } from '../kernel/policy/permission.ts'
import { policy } from '../kernel/policy/policy.ts'
import { allRoles, type Role } from '../kernel/policy/roles.ts'
import { type Ask, cases, casesOf, type There } from './policy-cases.test-kit.ts'
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
  const tasks = await filingTask()
  const places = { own: tree.department, parent: tree.bureau, child: tree.unit, foreign: tree.foreign }
  for (const name of standpoints) theres.set(name, await standing(name, places[name], tasks))
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

async function filingTask(): Promise<string> {
  const cycle = await openCycle(server.context, cycleOf(tree.bureau.id, '填报'))
  return (await openTask(server.context, taskOf(cycle.id, tree.bureau.id))).id
}
const cycleOf = (organisationId: string, name: string) => ({
  organisationId,
  fiscalYear: 2024,
  name,
  profile: 'national@2020',
})
const taskOf = (cycleId: string, organisation: string) => ({
  cycleId,
  kind: 'declaration' as const,
  title: '目标申报',
  layout: 'national-target',
  opensOn: '2024-01-02',
  dueOn: '2024-12-31',
  closesOn: null,
  organisations: [organisation],
  below: ['department' as const, 'unit' as const],
})

async function standing(name: string, { id, path }: Tree['unit'], filingTask: string): Promise<There> {
  const { context } = server
  const person = await makePerson(context, `at-${name}`, { id, path })
  const project = await createProject(context, {
    organisationId: id,
    name: `${name}项目`,
    code: '',
    nature: null,
    category: null,
    startsOn: null,
    endsOn: null,
    funds: [],
  })
  const cycle = await openCycle(context, cycleOf(id, '矩阵'))
  const task = await openTask(context, taskOf(cycle.id, id))
  const start = { taskId: filingTask, organisationId: id, projectId: project.id, from: 'empty' as const }
  const filing = await createFiling(context, start)
  const bytes = Buffer.from(readFileSync('demo/003.txt', 'utf8').replaceAll('韶关', `${name}关`))
  const { documentId: document } = await importDocument(context, { bytes, name: `${name}.txt` })
  await sql`update form set organisation_id = ${id} where id in
    (select form_id from document_form where document_id = ${document})`.execute(database.db)
  const found = await database.db
    .selectFrom('document_form')
    .select('form_id')
    .where('document_id', '=', document)
    .executeTakeFirstOrThrow()
  return {
    id,
    path,
    person,
    project: project.id,
    cycle: cycle.id,
    task: task.id,
    filing: filing.id,
    filingTask,
    form: found.form_id,
    comment: '',
    document,
    newGrant: async () => {
      const grant = context.newId()
      await database.db
        .updateTable('role_grant')
        .set({ revoked_at: context.now(), revoked_by: '测试' })
        .where('person_id', '=', person)
        .where('revoked_at', 'is', null)
        .execute()
      await database.db
        .insertInto('role_grant')
        .values({
          id: grant,
          person_id: person,
          role: 'preparer',
          organisation_id: id,
          granted_at: context.now(),
          granted_by: '测试',
        })
        .execute()
      return grant
    },
  }
}

type Reply = { readonly status: number; readonly code: string; readonly text: string }

async function send(endpoint: ListedEndpoint, cookie: string, { path, body, bytes }: Ask): Promise<Reply> {
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
  })
  const code: unknown = reply.headers['content-type']?.toString().includes('json') ? reply.json()?.code : undefined
  return { status: reply.statusCode, code: typeof code === 'string' ? code : '', text: reply.body }
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

  it('lets nobody below the top change what holds for the whole installation', async () => {
    for (const [endpoint, { ask }] of casesOf(endpoints, 'everywhere'))
      for (const [, , cookie] of actors)
        expect(isRefused(await send(endpoint, cookie, await ask(there('own'))))).toBe(true)
  })
})

/** The evaluator was given the filing of the own organisation, and what belongs to it. */
const ofAssigned = (name: string, where: There, { id }: Actor): string[] =>
  where.filing === assigned && id !== null && /^(filings|comments|reviews|versions)\./.test(name) ? [id] : []

describe('in every state', () => {
  it.each(allStates)('%s: each verb does what the lifecycle decides', { timeout: 240_000 }, async (state) => {
    const differences: string[] = []
    for (const name of standpoints) {
      const where = there(name)
      await database.db.updateTable('filing').set({ state }).where('id', '=', where.filing).execute()
      const kept = await database.db
        .selectFrom('filing')
        .selectAll()
        .where('id', '=', where.filing)
        .executeTakeFirstOrThrow()
      const { facts, place } = await openFiling(server.context, where.filing)
      for (const [endpoint, { ask, verb }] of casesOf(endpoints, 'verb'))
        for (const [role, actor, cookie] of actors) {
          const reply = await send(endpoint, cookie, await ask(where))
          const seen = decide(actor, 'filing.read', place).allowed
          const wanted = !seen
            ? 'refused'
            : !permits(verb, actor, facts, place).allowed
              ? 'refused'
              : decideVerb(verb, actor, facts, place, server.context.now()).allowed
                ? 'allowed'
                : 'not now'
          const got =
            refusals.has(reply.code) || reply.code === 'filing.notFound'
              ? 'refused'
              : reply.code === 'filing.refused'
                ? 'not now'
                : 'allowed'
          if (got !== wanted || reply.status >= 500)
            differences.push(
              `${role} ${verb} ${name}: lifecycle ${wanted}, server ${reply.status} ${reply.text.slice(0, 90)}`,
            )
          const { id, ...before } = kept
          if (reply.status < 300) await database.db.updateTable('filing').set(before).where('id', '=', id).execute()
        }
    }
    expect(differences).toEqual([])
  })
})
