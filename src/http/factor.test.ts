// The second factor and access tokens, over HTTP.
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { beforeEach, describe, expect, it } from 'vitest'
import { sealSecrets } from '../actions/seal-secrets.ts'
import { factorPurpose } from '../actions/second-factor.ts'
import { createVault, keysOf, newKeyText } from '../actions/vault.ts'
import type { FactorProposal, Session } from '../api/sessions.ts'
import type { TokenRow } from '../api/tokens.ts'
import { type Browser, goodPassword, makePerson, openBrowser } from './server.test-kit.ts'
import { serverOfTree } from './tree.test-kit.ts'

const house = serverOfTree()
const { database, browser } = house
let count = 0
let login: string
let id: string

beforeEach(async () => {
  house.server.pass(5)
  login = `wang${++count}`
  id = await makePerson(house.server.context, login, house.tree.unit, [['preparer', house.tree.unit]])
})

/** The code an authenticator shows now, or some steps away from now. */
const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: house.server.context.now().getTime() + steps * 30_000,
  })

async function enrol(page: Browser): Promise<{ secret: string; recoveryCodes: readonly string[] }> {
  await page.signIn(login)
  const { body } = await page.post<FactorProposal>('/session/second-factor', { password: goodPassword })
  const { body: confirmed } = await page.post<{ recoveryCodes: string[] }>('/session/second-factor/confirm', {
    code: codeOf(body.secret),
  })
  house.server.pass(1)
  return { secret: body.secret, recoveryCodes: confirmed.recoveryCodes }
}

describe('the second factor', () => {
  it('is offered as a link, a QR code and a text, and takes effect with its first code', async () => {
    const page = browser()
    await page.signIn(login)
    const { body } = await page.post<FactorProposal>('/session/second-factor', { password: goodPassword })
    expect(body.uri).toMatch(new RegExp(`^otpauth://totp/.*${login}\\?issuer=.*secret=${body.secret}`))
    expect(body.svg).toMatch(/^<svg /)
    expect((await browser().signIn<Session>(login)).body.owed).toBeNull()
    expect((await page.post('/session/second-factor/confirm', { code: '000000' })).status).toBe(401)
    const confirmed = await page.post<{ recoveryCodes: string[] }>('/session/second-factor/confirm', {
      code: codeOf(body.secret),
    })
    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10)
    expect((await browser().signIn<Session>(login)).body.owed).toBe('second-factor')
  })

  it('is stored sealed, under a key that can be replaced, and leaves a recovery code where the key is lost', async () => {
    const stored = async () =>
      (
        await database.db
          .selectFrom('person')
          .select(['totp_secret as totpSecret', 'totp_pending as totpPending'])
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).totpSecret ?? ''
    const proposed = browser()
    await proposed.signIn(login)
    const { body } = await proposed.post<FactorProposal>('/session/second-factor', { password: goodPassword })
    const pending = await sql<{ row: string }>`select p::text as row from person as p where id = ${id}`.execute(
      database.db,
    )
    expect(pending.rows[0]?.row).toContain('sealed:')
    expect(pending.rows[0]?.row).not.toContain(body.secret)
    const { secret, recoveryCodes } = await enrol(browser())
    expect(await stored()).toMatch(/^sealed:/)
    // the secret of a database from before there was a key is sealed at the next start
    await database.db.updateTable('person').set({ totp_secret: secret }).where('id', '=', id).execute()
    const [old, fresh] = [newKeyText(), newKeyText()]
    for (const keys of [old, `${fresh} ${old}`, fresh]) {
      const vault = createVault(keysOf(keys, '试'))
      await sealSecrets(house.server.context, vault)
      expect(await stored()).toContain(`sealed:${keysOf(keys, '试')[0]?.id}:`)
      expect(vault.open(await stored(), factorPurpose(id))).toBe(secret)
    }
    expect((await sealSecrets(house.server.context, createVault(keysOf(old, '试')))).closed).toBeGreaterThan(0)
    const page = browser()
    await page.signIn(login)
    const code = { code: codeOf(secret) }
    expect((await page.post('/session/factor', code)).body).toMatchObject({ code: 'secret.keyMissing' })
    expect((await page.post('/session/factor', { code: recoveryCodes[0] })).status).toBe(200)
  })

  it('is asked for the password before it is changed', async () => {
    const page = browser()
    await page.signIn(login)
    expect((await page.post('/session/second-factor', { password: 'falsch-falsch' })).body.code).toBe('password.wrong')
  })

  it('leaves a session that owes it without any right', async () => {
    await enrol(browser())
    const page = browser()
    const { body } = await page.signIn<Session>(login)
    expect(body).toMatchObject({ person: null, owed: 'second-factor' })
    expect(body.permissions).not.toContain('session.own')
    expect((await page.get('/sessions')).status).toBe(401)
    expect((await page.post('/tokens', { name: 'x', scopes: ['filing.read'], days: 1 })).status).toBe(401)
  })

  it('opens a new session with the right code, one step early or late too', async () => {
    const { secret } = await enrol(browser())
    for (const steps of [0, 1]) {
      const page = browser()
      await page.signIn(login)
      const owing = page.jar.get('hengji_session')
      const { body } = await page.post<Session>('/session/factor', { code: codeOf(secret, steps) })
      expect(body).toMatchObject({ person: { login }, owed: null, hasFactor: true })
      expect(page.jar.get('hengji_session')).not.toBe(owing)
      page.jar.set('hengji_session', owing ?? '')
      expect((await page.post('/session/factor', { code: codeOf(secret, 2) })).status).toBe(401)
      house.server.pass(5)
    }
  })

  it('takes no code twice, nor an older one after it', async () => {
    const { secret } = await enrol(browser())
    const code = codeOf(secret)
    const first = browser()
    await first.signIn(login)
    expect((await first.post('/session/factor', { code })).status).toBe(200)
    for (const used of [code, codeOf(secret, -1)]) {
      const second = browser()
      await second.signIn(login)
      expect((await second.post('/session/factor', { code: used })).body.code).toBe('session.factorRefused')
    }
  })

  it('takes each recovery code once, however it is typed', async () => {
    const { recoveryCodes } = await enrol(browser())
    const code = recoveryCodes[3]?.toUpperCase().replaceAll('-', ' ') ?? ''
    const first = browser()
    await first.signIn(login)
    expect((await first.post('/session/factor', { code })).status).toBe(200)
    const second = browser()
    await second.signIn(login)
    expect((await second.post('/session/factor', { code })).status).toBe(401)
  })

  it('locks after five wrong codes, although the password was right each time', async () => {
    const { secret } = await enrol(browser())
    for (let i = 0; i < 5; i++) {
      const page = browser()
      await page.signIn(login)
      expect((await page.post('/session/factor', { code: '000000' })).status).toBe(401)
    }
    const page = browser()
    await page.signIn(login)
    expect((await page.post('/session/factor', { code: codeOf(secret) })).body.code).toBe('session.locked')
  })

  it('is taken off with the password and a code', async () => {
    const page = browser()
    const { secret } = await enrol(page)
    const wrong = await page.post('/session/second-factor/remove', { password: goodPassword, code: '000000' })
    expect(wrong.status).toBe(401)
    const code = codeOf(secret, 1)
    expect((await page.post('/session/second-factor/remove', { password: goodPassword, code })).status).toBe(204)
    expect((await browser().signIn<Session>(login)).body.owed).toBeNull()
  })

  it('must be enrolled first by those whose role asks for it', async () => {
    const value = JSON.stringify({ factorFor: ['preparer'] })
    const setting = { name: 'security', value, changed_at: house.server.context.now(), changed_by: '测试' }
    await database.db.insertInto('setting').values(setting).execute()
    const page = browser()
    expect((await page.signIn<Session>(login)).body.owed).toBe('factor-enrolment')
    expect((await page.get('/projects')).body.message).toContain('请先绑定验证器')
    await enrol(page)
    expect((await page.get('/projects')).status).toBe(200)
    await database.db.deleteFrom('setting').execute()
  })
})

describe('an access token', () => {
  const make = async (page: Browser, scopes: readonly string[] = ['project.read'], days = 30) =>
    page.post<{ id: string; secret: string }>('/tokens', { name: '对账脚本', scopes, days })
  const withToken = (secret: string) => openBrowser(house.server.origin, { authorization: `Bearer ${secret}` })

  it('does what it names and nothing else', async () => {
    const page = browser()
    await page.signIn(login)
    const { body } = await make(page)
    expect(body.secret).toMatch(/^hj_[\w-]{43}$/)
    const program = withToken(body.secret)
    expect((await program.get('/projects')).status).toBe(200)
    expect((await program.get('/tokens')).status).toBe(403)
    expect((await program.get('/cycles')).body.message).toContain('此令牌不含')
    expect((await program.get('/health')).status).toBe(200)
    const rows = await database.db.selectFrom('token').selectAll().where('person_id', '=', id).execute()
    expect(JSON.stringify(rows)).not.toContain(body.secret)
  })

  it.each([
    ['what only the person does', ['session.own']],
    ['what hands out rights', ['grant.write']],
    ['what the person may not do', ['audit.read']],
    ['nothing', []],
    ['what nobody knows', ['filing.fly']],
  ])('is not made for %s', async (_, scopes) => {
    const page = browser()
    await page.signIn(login)
    expect((await make(page, scopes)).status).toBeGreaterThanOrEqual(400)
  })

  it('says when it was used, and ends when it is revoked, runs out, or its person is disabled', async () => {
    const page = browser()
    await page.signIn(login)
    const [one, two, three] = [await make(page), await make(page, ['project.read'], 1), await make(page)]
    await withToken(one.body.secret).get('/projects')
    const { body: rows } = await page.get<TokenRow[]>('/tokens')
    expect(rows.filter(({ usedAt }) => usedAt !== null).map(({ id: used }) => used)).toEqual([one.body.id])
    expect((await page.ask('DELETE', `/tokens/${one.body.id}`)).status).toBe(204)
    expect((await withToken(one.body.secret).get('/projects')).body.code).toBe('token.refused')
    house.server.pass(24 * 60 + 1)
    expect((await withToken(two.body.secret).get('/projects')).status).toBe(401)
    expect((await withToken(three.body.secret).get('/projects')).status).toBe(200)
    await database.db
      .updateTable('person')
      .set({ disabled_at: house.server.context.now() })
      .where('id', '=', id)
      .execute()
    expect((await withToken(three.body.secret).get('/projects')).status).toBe(401)
  })
})
