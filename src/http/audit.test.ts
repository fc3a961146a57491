// The audit over HTTP: read, searched and exported by those who stand above; a changed row is found.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { verify } from '../actions/verify.ts'
import type { AuditPage, AuditVerification, CellChange } from '../api/audit.ts'
import type { FilingView, MovedFiling, SavedFiling } from '../api/filings.ts'
import { verifyWithin } from '../store/verify.ts'
import { filledTarget, startYear, type YearOfWork } from './filings.test-kit.ts'
import { type Browser, makePerson, openBrowser } from './server.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
let auditor: Browser
let filing: string

beforeAll(async () => {
  year = await startYear(database)
  const { server, tree } = year
  await makePerson(server.context, 'shen', tree.region, [['audit-administrator', tree.region]])
  auditor = openBrowser(server.origin)
  await auditor.signIn('shen')
  const project = await year.newProject('=审计项目')
  const start = { taskId: year.declaration, organisationId: tree.unit.id, projectId: project }
  filing = (await year.as.preparer.post<MovedFiling>('/filings', start)).body.id
  const { form, version } = (await year.as.preparer.get<FilingView>(`/filings/${filing}`)).body
  const saved = await year.as.preparer.ask<SavedFiling>('PUT', `/filings/${filing}/form`, {
    version,
    form: filledTarget(form),
  })
  server.pass(5)
  const [first, ...rest] = saved.body.form.indicators
  const changed = { ...saved.body.form, indicators: [{ ...first, weight: '12' }, ...rest] }
  await year.as.colleague.ask('PUT', `/filings/${filing}/form`, { version: saved.body.version, form: changed })
  const sent = await year.as.preparer.post(`/filings/${filing}/submit`, {})
  expect(sent.status, sent.body.message).toBeLessThan(500)
})
afterAll(() => year.server.close())

describe('the list', () => {
  it('tells of a filing what happened to it, newest first, and by whom', async () => {
    const { body } = await auditor.get<AuditPage>(`/audit/events?subject=${filing}`)
    expect(body.rows.map(({ name }) => name).filter((name) => name !== 'filing.submit')).toEqual([
      'filing.save',
      'filing.save',
      'filing.create',
    ])
    expect(body.rows.at(-1)).toMatchObject({ region: '海川市', actor: '名tian（tian）' })
  })

  it('comes in pages that leave nothing out and show nothing twice', async () => {
    const all = (await auditor.get<AuditPage>('/audit/events?limit=500')).body.rows.map(({ id }) => id)
    const paged: string[] = []
    for (let after = ''; ; ) {
      const { body } = await auditor.get<AuditPage>(`/audit/events?limit=3${after}`)
      paged.push(...body.rows.map(({ id }) => id))
      if (body.next === null) break
      after = `&after=${encodeURIComponent(body.next)}`
    }
    expect(all.length).toBeGreaterThan(10)
    expect(paged).toEqual(all)
  })

  it('is searched by event, person and time', async () => {
    const names = async (query: string) =>
      new Set((await auditor.get<AuditPage>(`/audit/events?${query}`)).body.rows.map(({ name }) => name))
    expect([...(await names('name=session.'))]).toEqual(['session.open'])
    expect([...(await names('actor=tong&name=filing.'))]).toEqual(['filing.save'])
    expect([...(await names('to=2020-01-01T00:00:00Z'))]).toEqual([])
    expect((await auditor.get('/audit/events?from=gestern')).status).toBe(400)
  })

  it('is for the audit administrators alone', async () => {
    expect((await year.as.office.get('/audit/events')).status).toBe(403)
    expect((await openBrowser(year.server.origin).get('/audit/events')).status).toBe(401)
  })
})

describe('an export', () => {
  const text = async (query: string): Promise<string> => {
    const cookie = [...auditor.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${year.server.origin}/api/audit/export?${query}`, { headers: { cookie } })
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/)
    return response.text()
  }

  it('is one JSON object a line, with the hashes of the chain', async () => {
    const rows = (await text(`subject=${filing}`))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const listed = (await auditor.get<AuditPage>(`/audit/events?subject=${filing}`)).body.rows
    expect(rows).toEqual(listed)
  })

  it('is CSV without formulas, and is itself in the audit', async () => {
    const csv = await text('format=csv&name=project.create')
    expect(csv.split('\r\n')[0]).toBe('地区,序号,时间,人员,事项,对象,详情,前一条的校验值,校验值')
    expect(csv).toContain('=审计项目')
    expect(csv).not.toMatch(/^=|,=/m)
    const { body } = await auditor.get<AuditPage>('/audit/events?name=audit.export&limit=1')
    expect(body.rows[0]).toMatchObject({ actor: '名shen（shen）', details: { format: 'csv', name: 'project.create' } })
  })
})

it('tells the history of one cell', async () => {
  const { body } = await year.as.preparer.get<readonly CellChange[]>(
    `/filings/${filing}/history?path=${encodeURIComponent('indicators[0].weight')}`,
  )
  expect(body.map(({ savedBy, value }) => [savedBy, value])).toEqual([
    ['名tian（tian）', '15'],
    ['名tong（tong）', '12'],
  ])
})

describe('verification', () => {
  it('holds over a whole year of work', async () => {
    const { body } = await auditor.get<AuditVerification>('/audit/verification')
    expect(body.damages).toEqual([])
    expect(body.steps).toBeGreaterThan(0)
  })

  it.each([
    ['a step whose hand was changed', sql`update filing_step set by = '别人' where number = 1`],
    ['a step that was taken out', sql`delete from filing_step where number = 1`],
    [
      'a step nobody did',
      sql`insert into filing_step (filing_id, number, verb, from_state, to_state, form_version, at, by)
      select filing_id, 99, 'approve', 'draft', 'approved', 1, at, by from filing_step limit 1`,
    ],
  ])('finds %s', async (_, tamper) => {
    const undone = new Error('undo')
    const tampered = database.db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await tamper.execute(tx)

      const { damages } = await verifyWithin(tx)
      expect(damages.map(({ what }) => what)).toContain('step')
      throw undone
    })
    await expect(tampered).rejects.toBe(undone)
    expect((await verify(year.server.context)).damages).toEqual([])
  })
})
