// Administrating people and roles, the first set-up, and why somebody sees something, over HTTP.
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { freshDatabase } from '../../test/database.ts'
import { newSetupCode } from '../actions/set-up.ts'
import type { Access, PersonAccess } from '../api/access.ts'
import type { PeoplePage, PersonDetails } from '../api/people.ts'
import type { Session } from '../api/sessions.ts'
import { type Browser, goodPassword, makePerson, openBrowser, startTestServer } from './server.test-kit.ts'
import { serverOfTree } from './tree.test-kit.ts'

const house = serverOfTree()
const { database, browser } = house
let count = 0
let login: string
let id: string
const admins: Record<string, Browser> = {}

beforeAll(async () => {
  for (const duty of ['system', 'security', 'audit'] as const) {
    await makePerson(house.server.context, `${duty}1`, house.tree.bureau, [
      [`${duty}-administrator`, house.tree.bureau],
    ])
    admins[duty] = await house.signedIn(`${duty}1`)
  }
})
beforeEach(async () => {
  house.server.pass(1)
  login = `zhao${++count}`
  id = await makePerson(house.server.context, login, house.tree.unit, [['preparer', house.tree.unit]])
})
const by = (duty: 'system' | 'security' | 'audit'): Browser => admins[duty] ?? browser()
const signedIn = (name = login, password = goodPassword) => house.signedIn(name, password)
const grantTo = (person: string, role: string, organisation: string) =>
  by('security').post<{ id: string }>(`/people/${person}/grants`, { role, organisation })

describe('an account', () => {
  it('is made by the system administrator with a one-time password, which must be changed', async () => {
    const given = { login: `Neu${count}`, name: '钱七', organisation: house.tree.unit.id }
    const { status, body } = await by('system').post<{ id: string; password: string }>('/people', given)
    expect(status).toBe(200)
    const page = browser()
    const first = await page.signIn<Session>(`neu${count}`, body.password)
    expect(first.body).toMatchObject({ person: { id: body.id }, owed: 'password-change', grants: [] })
    expect((await by('system').post('/people', given)).body.code).toBe('person.loginTaken')
  })

  it.each(['security', 'audit'] as const)('is not made by the %s administrator', async (duty) => {
    const given = { login: 'nie', name: '钱七', organisation: house.tree.unit.id }
    expect((await by(duty).post('/people', given)).status).toBe(403)
  })

  it('is changed unless somebody else changed it meanwhile', async () => {
    const wanted = { name: '赵新', organisation: house.tree.department.id, revision: 1 }
    const { body } = await by('system').ask<PersonDetails>('PUT', `/people/${id}`, wanted)
    expect(body).toMatchObject({ name: '赵新', organisationName: '海川市水务局', revision: 2 })
    expect((await by('system').ask('PUT', `/people/${id}`, wanted)).body.code).toBe('person.changed')
  })

  it('that is disabled loses its sessions and tokens at once and comes back without them', async () => {
    const page = await signedIn()
    const token = await page.post<{ secret: string }>('/tokens', { name: 'x', scopes: ['project.read'], days: 1 })
    const program = openBrowser(house.server.origin, { authorization: `Bearer ${token.body.secret}` })
    expect((await by('system').post<PersonDetails>(`/people/${id}/disable`)).body.disabledAt).not.toBeNull()
    expect((await page.get('/sessions')).status).toBe(401)
    expect((await program.get('/projects')).status).toBe(401)
    await by('system').post(`/people/${id}/enable`)
    expect((await page.get('/sessions')).status).toBe(401)
    expect((await program.get('/projects')).status).toBe(401)
    expect((await browser().signIn(login)).status).toBe(200)
  })

  it('gets a one-time password from the system administrator, nobody else', async () => {
    const page = await signedIn()
    expect((await by('security').post(`/people/${id}/reset-password`)).status).toBe(403)
    const { body } = await by('system').post<{ password: string }>(`/people/${id}/reset-password`)
    expect((await page.get('/sessions')).status).toBe(401)
    expect((await browser().signIn(login)).status).toBe(401)
    expect((await browser().signIn<Session>(login, body.password)).body.owed).toBe('password-change')
  })

  it('that is locked is unlocked by the security administrator', async () => {
    for (let i = 0; i < 6; i++) await browser().signIn(login, 'falsch-falsch')
    const { body } = await by('security').get<PersonDetails>(`/people/${id}`)
    expect(body.lockedUntil).not.toBeNull()
    expect((await by('security').post<PersonDetails>(`/people/${id}/unlock`)).body.lockedUntil).toBeNull()
    expect((await browser().signIn(login)).status).toBe(200)
  })

  it('takes two administrators to take over where it has a second factor', async () => {
    const set = { totp_secret: 'JBSWY3DPEHPK3PXP' }
    await database.db.updateTable('person').set(set).where('id', '=', id).execute()
    const { body } = await by('system').post<{ password: string }>(`/people/${id}/reset-password`)
    expect((await browser().signIn<Session>(login, body.password)).body.owed).toBe('second-factor')
    expect((await by('system').post(`/people/${id}/remove-second-factor`)).status).toBe(403)
    expect((await by('security').post<PersonDetails>(`/people/${id}/remove-second-factor`)).body.hasFactor).toBe(false)
  })

  it('is found by name, organisation and page, as far as the reader administrates', async () => {
    await makePerson(house.server.context, `wood${count}`, house.tree.foreign)
    await makePerson(house.server.context, `local${count}`, house.tree.department, [
      ['system-administrator', house.tree.department],
    ])
    const local = await signedIn(`local${count}`)
    expect((await local.get<PeoplePage>(`/people?text=wood${count}`)).body.rows).toEqual([])
    expect((await by('system').get<PeoplePage>(`/people?text=名wood${count}`)).body.rows).toHaveLength(1)
    const under = await by('audit').get<PeoplePage>(`/people?organisation=${house.tree.foreign.id}`)
    expect(under.body.rows.every(({ organisationName }) => organisationName === '海川市林业局')).toBe(true)
    const all: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: { body: PeoplePage } = await by('system').get<PeoplePage>(
        `/people?limit=2&after=${encodeURIComponent(next)}`,
      )
      all.push(...page.body.rows.map((row) => row.login))
      next = page.body.next
    }
    expect(all).toEqual([...new Set(all)].sort())
    expect(all).toContain(login)
  })

  it('is administrated only below the administrator', async () => {
    await makePerson(house.server.context, `below${count}`, house.tree.department, [
      ['system-administrator', house.tree.department],
    ])
    const local = await signedIn(`below${count}`)
    expect((await local.post<PersonDetails>(`/people/${id}/disable`)).status).toBe(200)
    const foreign = await makePerson(house.server.context, `far${count}`, house.tree.foreign)
    expect((await local.post(`/people/${foreign}/disable`)).status).toBe(403)
    const outside = { login: `out${count}`, name: '外', organisation: house.tree.foreign.id }
    expect((await local.post('/people', outside)).status).toBe(403)
  })
})

describe('a person with a role above the administrator', () => {
  it('is not taken over, disabled or changed by who administrates the home alone', async () => {
    await makePerson(house.server.context, `lower${count}`, house.tree.department, [
      ['system-administrator', house.tree.department],
    ])
    const local = await signedIn(`lower${count}`)
    const boss = await makePerson(house.server.context, `boss${count}`, house.tree.unit, [
      ['finance-reviewer', house.tree.bureau],
    ])
    expect((await local.post(`/people/${boss}/reset-password`)).status).toBe(403)
    expect((await local.post(`/people/${boss}/disable`)).status).toBe(403)
    expect((await by('system').post(`/people/${boss}/reset-password`)).status).toBe(200)
  })
})

describe('a role', () => {
  it('takes effect with the next request, and so does its end', async () => {
    const page = await signedIn()
    const { body } = await grantTo(id, 'unit-reviewer', house.tree.foreign.id)
    expect((await page.get<Session>('/session')).body.permissions).toContain('filing.unit-review')
    expect((await by('security').get<PersonDetails>(`/people/${id}`)).body.grants).toContainEqual(
      expect.objectContaining({ id: body.id, roleName: '单位审核人', grantedBy: '名security1（security1）' }),
    )
    expect((await by('security').ask('DELETE', `/people/${id}/grants/${body.id}`)).status).toBe(204)
    expect((await page.get<Session>('/session')).body.permissions).not.toContain('filing.unit-review')
    expect((await by('security').ask('DELETE', `/people/${id}/grants/${body.id}`)).body.code).toBe('grant.notFound')
  })

  it.each([
    ['unit-reviewer', 'unit', '自己填报的不得自己审核'],
    ['department-reviewer', 'department', '自己填报的不得自己审核'],
    ['audit-administrator', 'bureau', '管理员不经办业务'],
    ['evaluator', 'bureau', '外部评审人须独立'],
  ] as const)('%s is refused to a preparer of the %s', async (role, place, words) => {
    const { status, body } = await grantTo(id, role, house.tree[place].id)
    expect(status).toBe(409)
    expect(body.message).toContain(words)
  })

  it('is held once, and two halves of a conflict cannot slip in at once', async () => {
    expect((await grantTo(id, 'preparer', house.tree.unit.id)).body.code).toBe('grant.exists')
    const fresh = await makePerson(house.server.context, `fresh${count}`, house.tree.unit)
    const answers = await Promise.all([
      grantTo(fresh, 'preparer', house.tree.unit.id),
      grantTo(fresh, 'unit-reviewer', house.tree.unit.id),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('is given by the security administrator alone, and never to oneself', async () => {
    const wanted = { role: 'finance-reviewer', organisation: house.tree.bureau.id }
    expect((await by('system').post(`/people/${id}/grants`, wanted)).status).toBe(403)
    const { body: own } = await by('security').get<Session>('/session')
    expect((await by('security').post(`/people/${own.person?.id}/grants`, wanted)).body.code).toBe('person.self')
  })
})

describe('the rules of signing in', () => {
  it('are set by the security administrator above all, and hold at once', async () => {
    const page = await signedIn()
    const set = { session: { idleMinutes: 5 } }
    expect((await by('system').ask('PUT', '/security', set)).status).toBe(403)
    await makePerson(house.server.context, `sec${count}`, house.tree.department, [
      ['security-administrator', house.tree.department],
    ])
    expect((await (await signedIn(`sec${count}`)).ask('PUT', '/security', set)).status).toBe(403)
    await makePerson(house.server.context, `top${count}`, house.tree.region, [
      ['security-administrator', house.tree.region],
    ])
    const top = await signedIn(`top${count}`)
    expect((await top.ask('PUT', '/security', { session: { idleMinutes: 1 } })).status).toBe(400)
    expect((await top.ask('PUT', '/security', set)).status).toBe(200)
    house.server.pass(6)
    expect((await page.get('/sessions')).status).toBe(401)
    await database.db.deleteFrom('setting').where('name', '=', 'security').execute()
  })
})

describe('why somebody sees something', () => {
  const why = async (page: Browser, query: string) => (await page.get<Access>(`/access/why?${query}`)).body

  it('is answered with the decision, its reason and the roles that matter', async () => {
    const page = await signedIn()
    expect(await why(page, `permission=filing.edit&organisation=${house.tree.unit.id}`)).toMatchObject({
      allowed: true,
      reason: '可以填写、提交和撤回：填报人。',
      place: '海川市水文站',
      grants: [{ roleName: '填报人', organisationName: '海川市水文站' }],
    })
    expect(await why(page, `permission=filing.edit&organisation=${house.tree.foreign.id}`)).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('不覆盖该单位'),
      place: null,
    })
    expect(await why(page, 'permission=audit.read')).toMatchObject({
      allowed: false,
      roles: ['审计管理员'],
      grants: [],
    })
  })

  it('tells nothing about whether a place exists', async () => {
    const page = await signedIn()
    const hidden = await why(page, `permission=filing.edit&organisation=${house.tree.foreign.id}`)
    const none = await why(page, 'permission=filing.edit&organisation=00000000-0000-7000-8000-000000000000')
    expect(none).toEqual(hidden)
  })

  it('is answered of another person to who administrates that person, to nobody else', async () => {
    const question = `permission=filing.edit&organisation=${house.tree.unit.id}&person=${id}`
    expect((await why(by('security'), question)).allowed).toBe(true)
    const other = await makePerson(house.server.context, `curious${count}`, house.tree.unit)
    expect(other).not.toBe(id)
    const page = await signedIn(`curious${count}`)
    expect((await page.get(`/access/why?${question}`)).status).toBe(404)
    expect((await page.get(`/access/people/${id}`)).status).toBe(403)
    const { body } = await by('audit').get<PersonAccess>(`/access/people/${id}`)
    expect(body.rows.find(({ permission }) => permission === 'filing.edit')).toMatchObject({ reach: ['海川市水文站'] })
    expect(body.rows.find(({ permission }) => permission === 'grant.write')).toMatchObject({
      allowed: false,
      reach: [],
    })
  })
})

describe('the first set-up', () => {
  const administrator = (name: string) => ({ login: name, name: `名${name}`, password: goodPassword })
  const wanted = (code: string) => ({
    code,
    region: { code: '990200', name: '山原市' },
    finance: { code: '900', name: '山原市财政局' },
    profile: 'national@2020',
    administrators: { system: administrator('xt'), security: administrator('aq'), audit: administrator('sj') },
  })

  it('is open to the console alone, once, and leaves three administrators and no password but theirs', async () => {
    const empty = await freshDatabase()
    const fresh = await startTestServer(empty)
    const page = openBrowser(fresh.origin)
    expect((await page.get<Session>('/session')).body.setup).toBe(true)
    expect((await page.post('/setup', wanted('aaaaa-bbbbb-ccccc'))).body.code).toBe('setup.codeWrong')
    const code = (await newSetupCode(fresh.context)) ?? ''
    expect(code).toMatch(/^[a-z2-7]{5}-[a-z2-7]{5}-[a-z2-7]{5}$/)
    const same = { ...wanted(code), administrators: { ...wanted(code).administrators, audit: administrator('xt') } }
    expect((await page.post('/setup', same)).body.message).toContain('三员分立')
    const weak = { ...administrator('xt'), password: 'Password123' }
    const weakly = { ...wanted(code), administrators: { ...wanted(code).administrators, system: weak } }
    expect((await page.post('/setup', weakly)).body.code).toBe('password.refused')
    const answers = await Promise.all([page.post('/setup', wanted(code)), page.post('/setup', wanted(code))])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await page.get<Session>('/session')).body.setup).toBe(false)
    expect((await page.post('/setup', wanted(code))).body.code).toBe('setup.done')
    expect(await newSetupCode(fresh.context)).toBeNull()
    const security = openBrowser(fresh.origin)
    const { body } = await security.signIn<Session>('aq')
    expect(body.grants).toMatchObject([{ role: 'security-administrator', organisationName: '山原市' }])
    const { rows } = (await security.get<PeoplePage>('/people')).body
    expect(rows.map((row) => row.login)).toEqual(['aq', 'sj', 'xt'])
    await fresh.close()
    await empty.close()
  })
})
