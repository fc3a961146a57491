// Signing in as a browser does it: real database, over HTTP, with a clock that can be turned.
import { type KyselyPlugin, sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { actorOfSession } from '../actions/identify.ts'
import type { OpenSession, Session } from '../api/sessions.ts'
import { goodPassword, makePerson, openBrowser, startTestServer } from './server.test-kit.ts'
import { serverOfTree } from './tree.test-kit.ts'

const house = serverOfTree()
const { database, browser } = house
let count = 0
let login: string
let id: string

beforeEach(async () => {
  login = `li${++count}`
  id = await makePerson(house.server.context, login, house.tree.unit, [['preparer', house.tree.unit]])
})

describe('signing in', () => {
  it('answers who the person is and what may be done', async () => {
    const { status, body, headers } = await browser().signIn<Session>(` ${login.toUpperCase()} `)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      person: { login, name: `名${login}` },
      owed: null,
      grants: [{ role: 'preparer', roleName: '填报人', organisationName: '海川市水文站' }],
      setup: false,
    })
    expect(body.permissions).toContain('filing.edit')
    expect(body.permissions).not.toContain('grant.write')
    expect(headers.get('set-cookie')).toMatch(/^hengji_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  })

  it('keeps only the hash of the secret', async () => {
    const page = browser()
    await page.signIn(login)
    const rows = await database.db.selectFrom('session').select('id').where('person_id', '=', id).execute()
    expect(rows[0]?.id).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[0]?.id).not.toBe(page.jar.get('hengji_session'))
  })

  it('says the same of a wrong password and of a login nobody has', async () => {
    const wrong = await browser().signIn(login, 'falsch-falsch')
    const nobody = await browser().signIn(`niemand${count}`, 'falsch-falsch')
    expect(wrong.status).toBe(401)
    expect(nobody.status).toBe(401)
    expect(nobody.body).toEqual(wrong.body)
  })

  it.each(['known', 'unknown'])(
    'locks a login that is %s after five failures, for 15 minutes and then longer',
    async (kind) => {
      const name = kind === 'known' ? login : `niemand-${count}`
      for (let i = 0; i < 5; i++) expect((await browser().signIn(name, 'falsch-falsch')).status).toBe(401)
      const locked = await browser().signIn(name)
      expect(locked).toMatchObject({ status: 429, body: { code: 'session.locked' } })
      expect(locked.body.message).toContain('15 分钟')
      house.server.pass(16)
      expect((await browser().signIn(name, 'falsch-falsch')).status).toBe(401)
      expect((await browser().signIn(name)).body.message).toContain('30 分钟')
      house.server.pass(31)
      expect((await browser().signIn(name)).status).toBe(kind === 'known' ? 200 : 401)
    },
  )

  it('gives many tries at once no more chances than one after another', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser().signIn(login, 'falsch-falsch')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(15)
  })

  it('refuses a disabled person only after the right password', async () => {
    await database.db
      .updateTable('person')
      .set({ disabled_at: house.server.context.now() })
      .where('id', '=', id)
      .execute()
    expect((await browser().signIn(login, 'falsch-falsch')).body.code).toBe('session.refused')
    expect((await browser().signIn(login)).body.code).toBe('session.disabled')
  })

  it('ends the session the browser had before, whosever it was', async () => {
    const victim = browser()
    await victim.signIn(login)
    const planted = victim.jar.get('hengji_session') ?? ''
    await makePerson(house.server.context, `${login}-other`, house.tree.unit)
    await victim.signIn(`${login}-other`)
    expect(victim.jar.get('hengji_session')).not.toBe(planted)
    const attacker = browser()
    attacker.jar.set('hengji_session', planted)
    expect((await attacker.get('/sessions')).status).toBe(401)
  })

  it('writes every sign-in and every failure into the audit, never the password', async () => {
    await browser().signIn(login, 'falsch-falsch')
    await browser().signIn(login)
    const events = await database.db
      .selectFrom('event')
      .selectAll()
      .where('subject', '=', id)
      .orderBy('number')
      .execute()
    expect(events.map(({ name }) => name)).toEqual(['session.refuse', 'session.open'])
    expect(events.every(({ actor, region }) => actor === `名${login}（${login}）` && region === '海川市')).toBe(true)
    expect(JSON.stringify(events)).not.toContain('falsch')
  })
})

describe('a session', () => {
  it('ends after half an hour without a request, and after twelve hours in any case', async () => {
    const idle = browser()
    await idle.signIn(login)
    house.server.pass(29)
    expect((await idle.get('/sessions')).status).toBe(200)
    house.server.pass(31)
    expect((await idle.get('/sessions')).status).toBe(401)
    const busy = browser()
    await busy.signIn(login)
    for (let i = 0; i < 28; i++) {
      house.server.pass(25)
      expect((await busy.get('/sessions')).status).toBe(200)
    }
    house.server.pass(25)
    expect((await busy.get('/sessions')).status).toBe(401)
  })

  it.each([
    ['what the page asks while nobody is at it', { 'x-hengji-background': '1' }],
    ['an event stream', { accept: 'text/event-stream' }],
  ])('is not kept alive by %s', async (_, headers) => {
    const page = browser()
    await page.signIn(login)
    const polling = () => page.ask('GET', '/sessions', undefined, headers)
    for (let i = 0; i < 2; i++) {
      house.server.pass(14)
      expect((await polling()).status).toBe(200)
    }
    house.server.pass(3)
    expect((await polling()).status).toBe(401)
  })

  it('is listed with the others and ends at once when it is closed', async () => {
    const [here, there] = [browser(), browser()]
    await here.signIn(login)
    await there.signIn(login)
    const { body } = await here.get<OpenSession[]>('/sessions')
    expect(body.map(({ own }) => own).sort()).toEqual([false, true])
    const other = body.find(({ own }) => !own)
    expect((await here.ask('DELETE', `/sessions/${other?.id}`)).status).toBe(204)
    expect((await there.get('/sessions')).status).toBe(401)
    expect((await here.get('/sessions')).status).toBe(200)
  })

  it('of somebody else cannot be closed', async () => {
    const mine = browser()
    await mine.signIn(login)
    const [{ id: session = '' } = {}] = (await mine.get<OpenSession[]>('/sessions')).body
    await makePerson(house.server.context, `${login}-thief`, house.tree.unit)
    const thief = browser()
    await thief.signIn(`${login}-thief`)
    expect((await thief.ask('DELETE', `/sessions/${session}`)).status).toBe(404)
    expect((await mine.get('/sessions')).status).toBe(200)
  })

  it('signs out here, and everywhere else', async () => {
    const [here, there] = [browser(), browser()]
    await here.signIn(login)
    await there.signIn(login)
    expect((await here.ask<{ closed: number }>('DELETE', '/sessions')).body.closed).toBe(1)
    expect((await there.get('/sessions')).status).toBe(401)
    const secret = here.jar.get('hengji_session') ?? ''
    const out = await here.ask<Session>('DELETE', '/session')
    expect(out.body.person).toBeNull()
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0')
    here.jar.set('hengji_session', secret)
    expect((await here.get('/sessions')).status).toBe(401)
  })

  it('reads its roles anew with every request', async () => {
    const page = browser()
    await page.signIn(login)
    expect((await page.get<Session>('/session')).body.permissions).toContain('filing.edit')
    await database.db
      .updateTable('role_grant')
      .set({ revoked_at: house.server.context.now() })
      .where('person_id', '=', id)
      .execute()
    expect((await page.get<Session>('/session')).body.permissions).not.toContain('filing.edit')
  })

  it('ends at once when the person is disabled', async () => {
    const page = browser()
    await page.signIn(login)
    await database.db
      .updateTable('person')
      .set({ disabled_at: house.server.context.now() })
      .where('id', '=', id)
      .execute()
    expect((await page.get('/sessions')).status).toBe(401)
  })

  it('costs one query a request', async () => {
    const page = browser()
    await page.signIn(login)
    let queries = 0
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        queries++
        return result
      },
    }
    const context = { ...house.server.context, db: database.db.withPlugin(counting) }
    const actor = await actorOfSession(context, page.jar.get('hengji_session') ?? '')
    expect(actor).toMatchObject({ id, grants: [{ role: 'preparer', path: house.tree.unit.path }] })
    expect(queries).toBe(1)
  })
})

describe('writes of another site', () => {
  it('are refused without the header of our page, with a foreign origin, and from a foreign host', async () => {
    const page = browser()
    await page.signIn(login)
    const cookie = `hengji_session=${page.jar.get('hengji_session')}`
    const bare = await fetch(`${house.server.origin}/api/sessions`, { method: 'DELETE', headers: { cookie } })
    expect(bare.status).toBe(403)
    expect(await bare.json()).toMatchObject({ code: 'session.headerMissing' })
    expect((await page.ask('DELETE', '/sessions', undefined, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await page.ask('DELETE', '/sessions', undefined, { origin: house.server.origin })).status).toBe(200)
  })
})

describe('behind a proxy that ends TLS', () => {
  it('the cookie is secure and bound to the host, and the host must be ours', async () => {
    const proxied = await startTestServer(database, { hosts: ['jixiao.example.cn'], trustProxy: true })
    const through = {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'jixiao.example.cn',
      'x-forwarded-for': '10.1.2.3',
    }
    const page = openBrowser(proxied.origin, { ...through, origin: 'https://jixiao.example.cn' })
    const { headers, status } = await page.signIn(login)
    expect(status).toBe(200)
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-hengji_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    )
    expect(headers.get('strict-transport-security')).toContain('max-age')
    expect((await page.get<OpenSession[]>('/sessions')).body[0]?.address).toBe('10.1.2.3')
    const foreign = openBrowser(proxied.origin, { ...through, 'x-forwarded-host': 'evil.example' })
    expect((await foreign.get('/health')).status).toBe(403)
    await proxied.close()
  })
})

describe('changing the password', () => {
  const next = '山坡上有3只白羊在吃草'
  it('ends all other sessions and goes on under a new secret', async () => {
    const [here, there] = [browser(), browser()]
    await here.signIn(login)
    await there.signIn(login)
    const before = here.jar.get('hengji_session')
    const { status } = await here.post('/session/password', { current: goodPassword, next })
    expect(status).toBe(200)
    expect(here.jar.get('hengji_session')).not.toBe(before)
    expect((await here.get('/sessions')).status).toBe(200)
    expect((await there.get('/sessions')).status).toBe(401)
    expect((await browser().signIn(login)).status).toBe(401)
    expect((await browser().signIn(login, next)).status).toBe(200)
  })

  it.each([
    ['a wrong present one', { current: 'falsch-falsch', next }, 'password.wrong', '不对'],
    ['a short one', { current: goodPassword, next: 'x7!kQ' }, 'password.refused', '至少 10 个字符'],
    ['a common one', { current: goodPassword, next: 'Password123' }, 'password.refused', '太常见'],
    ['the same again', { current: goodPassword, next: goodPassword }, 'password.refused', '用过'],
  ])('refuses %s', async (_, given, code, words) => {
    const page = browser()
    await page.signIn(login)
    const { status, body } = await page.post('/session/password', given)
    expect(status).toBe(422)
    expect(body.code).toBe(code)
    expect(body.message).toContain(words)
  })

  it('takes none of the last five again, and an older one only after them', async () => {
    const page = browser()
    await page.signIn(login)
    const change = (current: string, wanted: string) => {
      house.server.pass(1)
      return page.post('/session/password', { current, next: wanted })
    }
    const series = [goodPassword, ...[1, 2, 3, 4, 5].map((n) => `${next}之${n}`)]
    for (const [i, wanted] of series.entries())
      if (i > 0) expect((await change(series[i - 1] ?? '', wanted)).status).toBe(200)
    expect((await change(series[5] ?? '', series[1] ?? '')).body.code).toBe('password.refused')
    expect((await change(series[5] ?? '', goodPassword)).status).toBe(200)
  })

  it('must come again after so many days where the rules say so', async () => {
    const value = JSON.stringify({ password: { days: 90 } })
    const setting = { name: 'security', value, changed_at: house.server.context.now(), changed_by: '测试' }
    await database.db.insertInto('setting').values(setting).execute()
    house.server.pass(89 * 24 * 60)
    expect((await browser().signIn<Session>(login)).body.owed).toBeNull()
    house.server.pass(2 * 24 * 60)
    expect((await browser().signIn<Session>(login)).body.owed).toBe('password-change')
    await database.db.deleteFrom('setting').execute()
  })

  it('must come first where the password was given by somebody else', async () => {
    await database.db.updateTable('person').set({ must_change_password: true }).where('id', '=', id).execute()
    const page = browser()
    expect((await page.signIn<Session>(login)).body.owed).toBe('password-change')
    const refused = await page.get('/projects')
    expect(refused.status).toBe(403)
    expect(refused.body.message).toContain('请先修改密码')
    await page.post('/session/password', { current: goodPassword, next })
    expect((await page.get<Session>('/session')).body.owed).toBeNull()
    expect((await page.get('/projects')).status).toBe(200)
  })
})

describe('the log', () => {
  it('holds no password, no cookie and no token, even of a request that breaks the program', async () => {
    const page = browser()
    await page.signIn(login)
    await page.signIn(login, 'falsch-geheim-1')
    await sql`alter table sign_in_failure rename to away`.execute(database.db)
    const broken = await page.signIn(login, 'falsch-geheim-4')
    await sql`alter table away rename to sign_in_failure`.execute(database.db)
    expect(broken.body).toMatchObject({ code: 'internal', message: expect.not.stringContaining('sign_in_failure') })
    expect(house.server.log()).toContain('sign_in_failure')
    house.server.app.log.info(
      { req: { headers: { authorization: 'Bearer hj_geheim-2' } }, body: { password: 'geheim-3' } },
      'x',
    )
    expect(house.server.log()).toContain('[略]')
    expect(house.server.log()).not.toMatch(/geheim/)
    expect(house.server.log()).not.toContain(page.jar.get('hengji_session') ?? '-')
    expect(house.server.log()).not.toContain(goodPassword)
  })
})
